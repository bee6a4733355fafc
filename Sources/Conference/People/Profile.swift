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
  func checked(_ old: Profile, at now: Instant) throws -> (badge: Newcomer, profile: Profile) {
    var profile = old
    let badge = try Newcomer(name: name, affiliation: affiliation, country: country)
    profile.pronouns = try checkedPronouns()
    profile.zone = try checkedZone(at: now)
    profile.languages = try checkedLanguages()
    profile.interests = try checkedInterests(old)
    profile.links = try checkedLinks()
    profile.shown = Profile.Part.allCases.filter { shown.contains($0) }
    profile.isAround = isAround
    profile.reachable = isReachable
    return (badge, profile)
  }

  /// Everything that is wrong with it, so that all of it can be mended at once.
  ///
  /// - Parameter old: what is stored, of which interests stay also where no paper has them any more.
  public func problems(keeping old: Profile, at now: Instant) -> [ConferenceError] {
    let checks: [() throws -> Void] = [
      { _ = try Newcomer(name: name) }, { _ = try Newcomer(name: "-", affiliation: affiliation) },
      { _ = try Newcomer(name: "-", country: country) }, { _ = try checkedPronouns() },
      { _ = try checkedZone(at: now) }, { _ = try checkedLanguages() }, { _ = try checkedInterests(old) },
      { _ = try checkedLinks() },
    ]
    return checks.compactMap { check -> ConferenceError? in
      do {
        try check()
        return nil
      } catch {
        return error as? ConferenceError
      }
    }
  }

  private func checkedPronouns() throws -> String? { try Newcomer.line(pronouns ?? "", "Pronouns", atMost: 40) }

  private func checkedZone(at now: Instant) throws -> String? {
    guard let text = try Newcomer.line(zone ?? "", "Time zone", atMost: 60) else { return nil }
    if let zone = Zones.understood(text) { return zone.id }
    let found = Zones.matching(text, at: now)
    if let meant = Self.meant(text, of: found) { return meant.id }
    let near = found.prefix(3).map(\.id).joined(separator: ", ")
    throw ConferenceError.invalid(
      field: "Time zone", problem: "“\(text)” is none",
      advice: near.isEmpty ? "Write it as Africa/Addis_Ababa." : "Write one of these: \(near).")
  }

  /// The zone of a city that is called so, the likeliest of several, or of a country that has no other.
  private static func meant(_ text: String, of found: [ZoneName]) -> ZoneName? {
    let key = Folding.folded(text)
    if let city = found.first(where: { Folding.folded($0.city) == key }) { return city }
    let country = found.filter { Folding.folded($0.country) == key }
    return country.count == 1 ? country[0] : nil
  }

  private func checkedLanguages() throws -> [String] {
    try list(languages, "Languages", separator: ",", most: 10, atMost: 40)
  }

  private func checkedInterests(_ old: Profile) throws -> [String] {
    try keywords.checked(interests, typed: moreInterests, keeping: old.interests)
  }

  private func checkedLinks() throws -> [String] {
    try list(links, "Links", separator: "\n", most: 5, atMost: 300).map { line in
      let link = Self.isBareAddress(line) ? "https://" + line : line
      guard Self.isWebAddress(link) else {
        throw ConferenceError.invalid(
          field: "Links", problem: "“\(line.prefix(60))” is no address of a page",
          advice: "Write it as https://example.org/me.")
      }
      return link
    }
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

  /// Whether it begins with the name of a host: "example.org/me".
  private static func isBareAddress(_ text: String) -> Bool {
    let host = text.prefix { $0 != "/" }
    let isName = host.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
    return isName && host.contains(".") && host.first != "." && host.last != "." && !text.contains(" ")
  }

  private static func isWebAddress(_ text: String) -> Bool {
    guard let url = URL(string: text), let scheme = url.scheme?.lowercased(), let host = url.host else { return false }
    return ["http", "https"].contains(scheme) && !host.isEmpty && url.user == nil && url.password == nil
  }
}
