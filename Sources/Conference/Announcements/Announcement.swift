import Database
import Foundation

/// What organizers tell everybody, the participants, or those whom one session concerns.
public struct Announcement: Hashable, Sendable, Identifiable {
  /// Who reads what is for no single session.
  public enum Readers: String, CaseIterable, Sendable {
    /// Also who is not signed in, whatever else is closed to them.
    case everyone
    case participants

    /// What is meant where nobody says: visitors who see no schedule are told nothing, either.
    public static func standard(_ policies: Policies, at now: Instant) -> Readers {
      policies.schedule.isOpen(to: .visitor, at: now) ? .everyone : .participants
    }
  }

  public let id: String
  public var title: String
  /// Markdown.
  public var text: String
  /// Only for those whom this session concerns; nil for the readers below.
  public var session: String?
  /// Nil for whoever may see the schedule.
  public var readers: Readers?
  public var from: Instant
  /// Nil for as long as nobody withdraws it.
  public var until: Instant?
  public var withdrawn: Instant?
  /// How the batches of its mails begin, where it goes by mail.
  public var batch: String?

  /// Whether it is shown at an instant.
  public func isShown(at now: Instant) -> Bool { withdrawn == nil && from <= now && until.map { $0 > now } ?? true }

  /// Whether it stands on the pages that all of an audience share. One for a session stands on the pages of those whom that
  /// concerns only.
  public func isShared(with audience: Audience, _ policies: Policies, at now: Instant) -> Bool {
    guard session == nil else { return false }
    return audience != .visitor || (readers ?? .standard(policies, at: now)) == .everyone
  }

  static let columns: SQL = "id, title, body, session, readers, from_at, until_at, withdrawn_at, batch"

  init(_ row: Row) throws {
    (id, title, text) = (try row.value("id"), try row.value("title"), try row.value("body"))
    (session, batch) = (try row.value("session"), try row.value("batch"))
    readers = try row.value("readers", as: String?.self).flatMap { Readers(rawValue: $0) }
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
  public let readers: Announcement.Readers?
  public let from: Instant
  public let until: Instant?

  /// Throws what is wrong with it: a title of at most 120 characters, a text of at most 2,000, an end after the beginning.
  public init(
    title: String, text: String, session: String? = nil, readers: Announcement.Readers? = nil, from: Instant,
    until: Instant? = nil
  ) throws {
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
    (self.title, self.text, self.session, self.readers) = (
      title, text.trimmingCharacters(in: .whitespacesAndNewlines), session, readers
    )
    (self.from, self.until) = (from, until)
  }
}
