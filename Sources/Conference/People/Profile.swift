import Foundation

/// What somebody says of themselves, and which parts of it other participants see.
public struct Profile: Codable, Hashable, Sendable {
  /// What others see only where the person said so; the name they always see.
  public enum Part: String, Codable, CaseIterable, Sendable {
    case affiliation, country, pronouns, zone, languages, interests, links, portrait

    /// What nobody would write but for others; ticked until the person has said what they want.
    public static let writtenToBeRead: [Part] = [.pronouns, .languages, .interests, .links, .portrait]
  }

  public internal(set) var pronouns: String?
  /// IANA id.
  public internal(set) var zone: String?
  public internal(set) var languages: [String] = []
  /// Keywords of the conference's papers.
  public internal(set) var interests: [String] = []
  /// Addresses of pages, http or https.
  public internal(set) var links: [String] = []
  /// The name of a picture in the folder of portraits.
  public internal(set) var portrait: String?
  public internal(set) var shown: [Part] = []
  /// Whether others may be told that the person is here now.
  public internal(set) var isAround = false
  /// Whether others may write to the person directly.
  public var isReachable: Bool { reachable == true }
  /// Nil in what was written before one could say so.
  var reachable: Bool?

  public init() {}

  public func shows(_ part: Part) -> Bool { shown.contains(part) }

  /// What a stored text holds; nil where nobody has written anything yet.
  init?(json: String) throws {
    guard json != "{}" else { return nil }
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }

  var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}

/// A profile as its form sends it, to be checked.
public struct ProfileForm: Sendable {
  public var name = ""
  public var affiliation: String?
  public var country: String?
  public var pronouns: String?
  public var zone: String?
  /// With commas between them.
  public var languages: String?
  /// Keywords that are ticked.
  public var interests: [String] = []
  /// Further keywords, with commas between them.
  public var moreInterests: String?
  /// What interests are chosen of.
  public var keywords: Interests
  /// One in each line.
  public var links: String?
  public var shown: [Profile.Part] = []
  public var isAround = false
  public var isReachable = false

  /// Without keywords nothing new can be chosen of them.
  public init(_ keywords: Interests = Interests([])) { self.keywords = keywords }

  /// The profile with what the form says; throws the first thing that is wrong with it.
  func checked(_ old: Profile) throws -> (badge: Newcomer, profile: Profile) {
    var profile = old
    let badge = try Newcomer(name: name, affiliation: affiliation, country: country)
    profile.pronouns = try Newcomer.line(pronouns ?? "", "Pronouns", atMost: 40)
    profile.zone = try checkedZone()
    profile.languages = try list(languages, "Languages", separator: ",", most: 10, atMost: 40)
    profile.interests = try keywords.checked(interests, typed: moreInterests, keeping: old.interests)
    profile.links = try list(links, "Links", separator: "\n", most: 5, atMost: 300)
    for link in profile.links where !Self.isWebAddress(link) {
      throw ConferenceError.invalid(
        field: "Links", problem: "“\(link.prefix(60))” is no address of a page",
        advice: "Write it as https://example.org/me.")
    }
    profile.shown = Profile.Part.allCases.filter { shown.contains($0) }
    profile.isAround = isAround
    profile.reachable = isReachable
    return (badge, profile)
  }

  private func checkedZone() throws -> String? {
    guard let text = try Newcomer.line(zone ?? "", "Time zone", atMost: 60) else { return nil }
    guard let zone = Zones.understood(text) else {
      throw ConferenceError.invalid(
        field: "Time zone", problem: "“\(text)” is none", advice: "Write it as Africa/Addis_Ababa.")
    }
    return zone.id
  }

  private func list(_ text: String?, _ field: String, separator: Character, most: Int, atMost limit: Int) throws
    -> [String]
  {
    let parts = (text ?? "").split(separator: separator, maxSplits: 200)
    let lines = try parts.compactMap { try Newcomer.line(String($0), field, atMost: limit) }
    guard lines.count <= most else {
      throw ConferenceError.invalid(
        field: field, problem: "there are more than \(most)", advice: "Choose the most important ones.")
    }
    return lines
  }

  private static func isWebAddress(_ text: String) -> Bool {
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host else { return false }
    return ["http", "https"].contains(scheme) && !host.isEmpty && url.user == nil && url.password == nil
  }
}
