/// One entry before and after a change, field by field.
public struct EntryDifference: Codable, Hashable, Sendable {
  public enum Verb: String, Codable, Sendable { case added, changed, removed }

  public struct Field: Codable, Hashable, Sendable {
    public var name: String
    /// Nil where there was none.
    public var before: String?
    public var after: String?

    /// The name in a sentence.
    var word: String {
      switch name {
      case "isCancelled": "cancelled"
      case "slots": "papers"
      default: name
      }
    }
  }

  public var kind: EntryKind
  public var id: String
  public var title: String
  public var verb: Verb
  /// Only of what is changed: of what is added or removed the title says enough.
  public var fields: [Field]

  init(_ name: EntryName, before: String?, after: String?) {
    (kind, id) = (name.kind, name.id)
    title = Self.title(after ?? before) ?? name.id
    verb = before == nil ? .added : after == nil ? .removed : .changed
    fields = verb == .changed ? Self.fields(before: before, after: after) : []
  }

  static func fields(before: String?, after: String?) -> [Field] {
    let (old, new) = (JSONValue.fields(before), JSONValue.fields(after))
    return Set(old.keys).union(new.keys).sorted().compactMap { key in
      guard old[key] != new[key] else { return nil }
      return Field(name: key, before: old[key]?.timed(key).plain, after: new[key]?.timed(key).plain)
    }
  }

  /// What people call an entry.
  static func title(_ body: String?) -> String? {
    let fields = JSONValue.fields(body)
    if case .map(let person)? = fields["person"], case .text(let name)? = person["name"] { return name }
    for key in ["title", "question", "name"] {
      if case .text(let title)? = fields[key], !title.isEmpty { return title }
    }
    return nil
  }
}

extension EntryDifference {
  /// What differs between two states of the same entry.
  public static func fields(from old: some Entry, to new: some Entry) throws -> [Field] {
    fields(before: try EntryRow(old, at: 0).body, after: try EntryRow(new, at: 0).body)
  }
}
