import Database

/// Something in the program that can be saved.
public struct SavedItem: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable, SQLBindable, SQLDecodable {
    case paper, session

    /// As a browser calls many of them.
    public var plural: String { rawValue + "s" }
  }

  public let kind: Kind
  public let id: String

  /// Nil if nothing in a program can have the id.
  public init?(_ kind: Kind, _ id: String) {
    guard Slug.isAddress(id) else { return nil }
    (self.kind, self.id) = (kind, id)
  }

  /// Reads "papers:hT7borrowD", as a browser writes it.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    guard let kind = Kind.allCases.first(where: { $0.plural == text[..<colon] }) else { return nil }
    self.init(kind, String(text[text.index(after: colon)...]))
  }

  public var text: String { "\(kind.plural):\(id)" }
}

/// What somebody saved, visited and noted.
public struct SavedList: Hashable, Sendable {
  /// In the order in which they were saved.
  public internal(set) var papers: [String] = []
  public internal(set) var sessions: [String] = []
  /// Papers whose pages were opened.
  public internal(set) var visited: [String] = []
  public internal(set) var notes: [SavedItem: String] = [:]

  public init() {}
}
