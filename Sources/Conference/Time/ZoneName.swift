/// A zone as a person chooses it from a list.
public struct ZoneName: Hashable, Sendable, Identifiable {
  /// "America/Argentina/Buenos_Aires".
  public let id: String
  /// "Buenos Aires".
  public let city: String
  /// In English, "" for zones of no country.
  public let country: String

  /// - Parameter city: nil for the one that the id names.
  init(id: String, city: String? = nil, country: String) {
    (self.id, self.city, self.country) = (id, city ?? Self.city(of: id), country)
  }

  static func city(of id: String) -> String {
    let last = id.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(id).utf8
    return String(decoding: last.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }
}
