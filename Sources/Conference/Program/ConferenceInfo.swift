/// What the conference is: the single entry that every page shows something of.
public struct ConferenceInfo: Entry {
  public static let entryKind = EntryKind.conference

  /// A short word that never changes once published, since calendar identifiers are made with it: "iclr2020".
  public var id: String
  public var name: String
  public var tagline: String?
  /// What the conference is and how to take part, in Markdown.
  public var description: String?
  public var organization: String?
  /// The first and last day, in `zone`.
  public var start: Day?
  public var end: Day?
  /// The IANA zone that days are given in, and that a visitor without a zone of their own sees.
  public var zone: String
  public var website: String?
  /// The title of the proceedings and the date for citations ("2020/4/26" or "2020"), for Google Scholar.
  public var proceedings: String?
  public var citationDate: String?
  /// A colour "#RRGGBB" for links and the woven band.
  public var accent: String?
  public var logo: String?
  /// In Markdown.
  public var codeOfConduct: String?

  public init(id: String, name: String, zone: String = "UTC") {
    self.id = id
    self.name = name
    self.zone = zone
  }
}
