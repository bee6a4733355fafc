/// Something in the program that organisers list in a file, that keeps its id and address, and that is stored as one row.
public protocol Entry: Codable, Hashable, Sendable {
  /// What the rows of this type are called in the database and in import summaries: "paper", "session", ...
  static var entryKind: EntryKind { get }
  /// Unique among the entries of its kind; made only of the characters that `Slug.isAddress` allows.
  var id: String { get }
}

/// The kinds of entries, in the order in which summaries and exports list them.
public enum EntryKind: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
  case conference, paper, session, event, sponsor, answer, member, theme

  /// One word for the kind, as many as there are: "1 paper", "7 papers".
  public func counted(_ count: Int) -> String { "\(count) \(count == 1 ? singular : plural)" }

  private var singular: String {
    switch self {
    case .answer: "question and answer"
    case .member: "committee member"
    default: rawValue
    }
  }

  public var plural: String { self == .answer ? "questions and answers" : singular + "s" }
}
