/// The highlighted papers of a day that belong together.
public struct Theme: Entry {
  public static let entryKind = EntryKind.theme

  public var id: String
  /// In the conference's zone.
  public var day: Day?
  public var title: String
  public var papers: [String]

  public init(id: String, day: Day?, title: String, papers: [String]) {
    self.id = id
    self.day = day
    self.title = title
    self.papers = papers
  }
}
