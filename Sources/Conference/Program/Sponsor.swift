/// A sponsor with its booth.
public struct Sponsor: Entry {
  public static let entryKind = EntryKind.sponsor

  public var id: String
  public var name: String
  /// Tiers are shown in the order in which their first sponsor stands.
  public var tier: String?
  /// In Markdown.
  public var description: String?
  public var website: String?
  public var logo: String?
  public var video: String?
  /// The sponsor whose booth this is too, for a sponsor that stands in two tiers.
  public var sharedBooth: String?
  /// Where the booth is.
  public var join: String?
  /// People to meet.
  public var contacts: [Person]
  /// Jobs, downloads and whatever else it offers.
  public var links: [Link]

  public init(id: String, name: String) {
    self.id = id
    self.name = name
    contacts = []
    links = []
  }
}
