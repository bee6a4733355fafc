/// Somebody named in the program: an author, a speaker, an organizer.
public struct Person: Codable, Hashable, Sendable {
  public var name: String
  public var affiliation: String?
  public var country: String?
  /// IANA zone that the person is in during the conference.
  public var zone: String?
  /// Never shown; ties the person to an account.
  public var email: String?
  public var website: String?
  public var image: String?
  /// In Markdown.
  public var biography: String?

  public init(
    name: String, affiliation: String? = nil, country: String? = nil, zone: String? = nil, email: String? = nil,
    website: String? = nil, image: String? = nil, biography: String? = nil
  ) {
    self.name = name
    self.affiliation = affiliation
    self.country = country
    self.zone = zone
    self.email = email
    self.website = website
    self.image = image
    self.biography = biography
  }

  /// Whether there is more to say than the name.
  var hasDetails: Bool { self != Person(name: name) }
}

/// A labelled address: a resource of a sponsor, the material of a tutorial, a demonstration of a paper.
public struct Link: Codable, Hashable, Sendable {
  public var label: String
  public var url: String

  public init(label: String, url: String) {
    self.label = label
    self.url = url
  }
}
