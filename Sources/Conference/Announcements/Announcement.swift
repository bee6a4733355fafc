import Database
import Foundation

/// What organizers tell everybody, or those who saved one session.
public struct Announcement: Hashable, Sendable, Identifiable {
  public let id: String
  public var title: String
  /// Markdown.
  public var text: String
  /// Only for who saved this session; nil for everybody.
  public var session: String?
  public var from: Instant
  /// Nil for as long as nobody withdraws it.
  public var until: Instant?
  public var withdrawn: Instant?
  /// How the batches of its mails begin, where it goes by mail.
  public var batch: String?

  /// Whether it is shown at an instant.
  public func isShown(at now: Instant) -> Bool { withdrawn == nil && from <= now && until.map { $0 > now } ?? true }

  static let columns: SQL = "id, title, body, session, from_at, until_at, withdrawn_at, batch"

  init(_ row: Row) throws {
    (id, title, text) = (try row.value("id"), try row.value("title"), try row.value("body"))
    (session, batch) = (try row.value("session"), try row.value("batch"))
    from = Instant(milliseconds: try row.value("from_at"))
    until = try row.value("until_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    withdrawn = try row.value("withdrawn_at", as: Int64?.self).map { Instant(milliseconds: $0) }
  }
}

/// What an organizer writes of an announcement, checked.
public struct AnnouncementText: Hashable, Sendable {
  public let title: String
  public let text: String
  public let session: String?
  public let from: Instant
  public let until: Instant?

  /// Throws what is wrong with it: a title of at most 120 characters, a text of at most 2,000, an end after the beginning.
  public init(title: String, text: String, session: String? = nil, from: Instant, until: Instant? = nil) throws {
    guard let title = try Newcomer.line(title, "Title", atMost: 120) else {
      throw ConferenceError.invalid(
        field: "Title", problem: "it is missing", advice: "Say in a few words what it is about.")
    }
    guard text.count <= 2_000 else {
      throw ConferenceError.invalid(
        field: "Text", problem: "it is longer than 2,000 characters", advice: "Write it shorter.")
    }
    if let until, until <= from {
      throw ConferenceError.invalid(
        field: "Shown until", problem: "it ends before it begins", advice: "Choose a later end, or none.")
    }
    (self.title, self.text, self.session, self.from, self.until) = (
      title, text.trimmingCharacters(in: .whitespacesAndNewlines), session, from, until
    )
  }
}
