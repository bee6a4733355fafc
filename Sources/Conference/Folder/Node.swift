/// A value of a CSV, JSON or YAML file with its place; numbers and truth values stay the text that was written.
public struct Node: Sendable {
  /// What a file can hold: nothing, text, a list, or a map in the file's order.
  public enum Value: Sendable {
    case null
    case text(String)
    case list([Node])
    case map([Entry])
  }

  /// One field of a map.
  public struct Entry: Sendable {
    public let key: String
    public let value: Node
    let keyFile: String
    let keyPosition: Position

    public var keyPlace: Place { keyPosition.place(in: keyFile) }
  }

  /// The most values that are read from one JSON or CSV file; YAML, which repeats values by aliases, has its own limit.
  static let limit = 2_000_000
  /// How deep lists and maps may be nested.
  static let depthLimit = 64

  public let value: Value
  let file: String
  let position: Position

  init(_ value: Value, file: String, at position: Position) {
    self.value = value
    self.file = file
    self.position = position
  }

  public var place: Place { position.place(in: file) }

  /// The text as written, or nil for null, a list or a map.
  public var text: String? {
    if case .text(let text) = value { text } else { nil }
  }

  public var items: [Node]? {
    if case .list(let items) = value { items } else { nil }
  }

  public var entries: [Entry]? {
    if case .map(let entries) = value { entries } else { nil }
  }

  /// Whether there is nothing to read: null, blank text, an empty list or an empty map.
  public var isEmpty: Bool {
    switch value {
    case .null: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .list(let items): items.isEmpty
    case .map(let entries): entries.isEmpty
    }
  }

  /// The value of the first field with exactly this name.
  public subscript(key: String) -> Node? {
    entries?.first { $0.key == key }?.value
  }
}
