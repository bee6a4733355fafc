/// An accepted paper with everything that its page shows.
public struct Paper: Entry {
  public static let entryKind = EntryKind.paper

  public var id: String
  /// May hold TeX between dollar signs, as the abstract may.
  public var title: String
  public var authors: [Person]
  public var abstract: String
  public var tldr: String?
  public var keywords: [String]
  /// The part of the conference that it belongs to where there are several: "main", "demo", "srw".
  public var program: String?
  public var track: String?
  /// How it is presented or its type, as the conference calls it: "Oral", "Spotlight", "Poster", "Long".
  public var kind: String?
  public var pdf: String?
  public var code: [String]
  public var forum: String?
  public var bibtex: String?
  /// Our own file ("media/...") or the address of a player.
  public var video: String?
  public var slides: String?
  public var poster: String?
  public var thumbnail: String?
  /// Ids of similar papers, the most similar first, as the conference gave them.
  public var similar: [String]
  public var links: [Link]

  public init(id: String, title: String, authors: [Person] = [], abstract: String = "", keywords: [String] = []) {
    self.id = id
    self.title = title
    self.authors = authors
    self.abstract = abstract
    self.keywords = keywords
    code = []
    similar = []
    links = []
  }
}
