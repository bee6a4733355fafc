/// Somebody who organizes the conference or helps with it.
public struct Member: Entry {
  public static let entryKind = EntryKind.member

  public var id: String
  public var person: Person
  /// "General chair", "Volunteer", ...
  public var role: String?

  public init(id: String, person: Person, role: String? = nil) {
    self.id = id
    self.person = person
    self.role = role
  }
}
