import Database
import Foundation

/// What somebody asked about a paper, a talk or a session.
public struct Question: Hashable, Sendable, Identifiable {
  public enum State: String, CaseIterable, Sendable, SQLBindable, SQLDecodable {
    /// For a host's word, before others see it.
    case waiting
    case open
    /// Being answered now.
    case pinned
    /// Answered live.
    case live
    /// Answered in writing.
    case written
    case dismissed

    /// Whether others see it.
    public var isShown: Bool { self != .waiting && self != .dismissed }
    public var isAnswered: Bool { self == .live || self == .written }
    /// Whether one can vote for it.
    public var isOpen: Bool { self == .open || self == .pinned }
    static let shown = allCases.filter(\.isShown)
  }

  public let id: String
  public let subject: QuestionSubject
  /// The account of who asked.
  public let author: String
  /// As it stands in the account; for who may know it.
  public let authorName: String
  /// Whether there is still somebody to be met.
  public let isAuthorHere: Bool
  public let isAnonymous: Bool
  public let text: String
  public let moment: TalkMoment?
  public let state: State
  /// What it was merged into.
  public let mergedInto: String?
  /// How that stands; of what was not merged, how it stands itself.
  public let rootState: State
  public let isRootHidden: Bool
  public let answer: String?
  /// Whose the written answer is.
  public let answeredBy: String?
  public let answeredAt: Instant?
  public let isHidden: Bool
  public let asked: Instant
  /// The higher, the later it was asked.
  public let number: Int64
  public let changed: Instant
  /// People who voted for it or for what was merged into it.
  public let votes: Int

  /// Whether others see it.
  public var isShown: Bool { state.isShown && !isHidden && mergedInto == nil }
  /// Whether others see what it was merged into.
  public var isRootShown: Bool { rootState.isShown && !isRootHidden }

  /// What the public may know of who asked.
  public var publicName: String { isAnonymous ? "Anonymous" : authorName }

  /// An open one as it was just asked.
  init(
    id: String, subject: QuestionSubject, author: String, authorName: String, text: String, asked: Instant
  ) {
    (self.id, self.subject, self.author, self.authorName, self.text) = (id, subject, author, authorName, text)
    (isAuthorHere, isAnonymous, moment, state, mergedInto, votes) = (true, false, nil, .open, nil, 1)
    (answer, answeredBy, answeredAt, isHidden) = (nil, nil, nil, false)
    (rootState, isRootHidden) = (.open, false)
    (self.asked, changed, number) = (asked, asked, 0)
  }

  init(_ row: Row) throws {
    (id, subject, author) = (try row.value("id"), try row.value("subject"), try row.value("author"))
    (authorName, isAnonymous) = (try row.value("author_name"), try row.value("is_anonymous"))
    isAuthorHere = try row.value("author_standing", as: Standing.self) == .active
    (text, state) = (try row.value("body"), try row.value("state"))
    moment = try row.value("moment", as: Int?.self).flatMap { TalkMoment(seconds: $0) }
    let root: String = try row.value("root")
    mergedInto = root == id ? nil : root
    rootState = try row.value("root_state")
    isRootHidden = try row.value("root_hidden_at", as: Int64?.self) != nil
    (answer, answeredBy) = (try row.value("answer"), try row.value("answerer_name"))
    answeredAt = try row.value("answered_at", as: Int64?.self).map { Instant(milliseconds: $0) }
    isHidden = try row.value("hidden_at", as: Int64?.self) != nil
    asked = Instant(milliseconds: try row.value("asked_at"))
    changed = Instant(milliseconds: try row.value("changed_at"))
    number = try row.value("number", as: Int64?.self) ?? 0
    votes = try row.value("votes", as: Int?.self) ?? 0
  }
}

/// What somebody wants to ask, checked.
public struct QuestionText: Hashable, Sendable {
  public let text: String
  public let moment: TalkMoment?
  public let isAnonymous: Bool
  /// Made by the form: the same again is the same question.
  public let client: String

  /// Throws what is wrong with it: a text of 1 to 1,000 characters, a moment such as 12:34, or 12 for the minute.
  public init(_ text: String, moment: String? = nil, isAnonymous: Bool = false, client: String? = nil) throws {
    self.text = try Self.checked(text, "Question", atMost: Questions.longest)
    guard !self.text.isEmpty else {
      throw ConferenceError.invalid(field: "Question", problem: "it is empty", advice: "Write what you want to know.")
    }
    self.moment = try moment.map { written in
      guard let moment = TalkMoment(written.contains(":") ? written : "\(written):00") else {
        throw ConferenceError.invalid(
          field: "At minute", problem: "“\(written.prefix(20))” is no moment of the talk",
          advice: "Write it as 12 or as 12:34.")
      }
      return moment
    }
    self.isAnonymous = isAnonymous
    self.client =
      client.flatMap { (1...64).contains($0.utf8.count) && Slug.isAddress($0) ? $0 : nil } ?? Account.newId()
  }

  /// Several lines at most; nothing that cannot be shown.
  static func checked(_ text: String, _ field: String, atMost limit: Int) throws -> String {
    let text = text.replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    guard text.count <= limit, text.utf8.count <= 4 * limit else {
      throw ConferenceError.invalid(
        field: field, problem: "it is longer than \(limit) characters", advice: "Write it shorter.")
    }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control })
    else {
      throw ConferenceError.invalid(
        field: field, problem: "it holds signs that cannot be shown", advice: "Type it again.")
    }
    return text
  }
}
