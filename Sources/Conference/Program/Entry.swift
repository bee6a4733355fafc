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
  public func counted(_ count: Int) -> String {
    switch self {
    case .conference: "\(count) conference"
    case .answer: count == 1 ? "1 question and answer" : "\(count) questions and answers"
    case .member: count == 1 ? "1 committee member" : "\(count) committee members"
    default: count == 1 ? "1 \(rawValue)" : "\(count) \(rawValue)s"
    }
  }
}
