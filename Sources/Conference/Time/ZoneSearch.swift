/// A zone name in the form that it is searched in: lower case, without diacritics, words apart.
struct ZonePlace: Sendable {
  let name: ZoneName
  let isAlias: Bool
  private let city: String
  private let country: String
  private let words: String

  init(_ name: ZoneName, isAlias: Bool) {
    (self.name, self.isAlias) = (name, isAlias)
    city = name.city.foldedForSearch
    country = name.country.foldedForSearch
    words = " \(city) \(country) \(name.id.foldedForSearch)"
  }

  /// How well the folded query fits, 0 at best; nil if one of its words begins none of the name's.
  func rank(_ query: String) -> Int? {
    if city == query { return 0 }
    if country == query { return 1 }
    if city.hasPrefix(query) { return 2 }
    if country.hasPrefix(query) { return 3 }
    return query.split(separator: " ").allSatisfy { words.contains(" \($0)") } ? 4 : nil
  }
}

extension ZoneLibrary {
  func matching(_ query: String, at instant: Instant) -> [ZoneName] {
    guard query.utf8.count <= 100 else { return [] }
    let folded = query.foldedForSearch
    guard !folded.isEmpty else { return [] }
    let found = UTCOffset.parse(query).map { places(offset: $0, at: instant) } ?? places(folded)
    return found.prefix(50).map(\.name)
  }

  private func places(offset: Int, at instant: Instant) -> [ZonePlace] {
    let found = places.filter { exact($0.name.id)?.offset(at: instant) == offset }
    return found.filter { !$0.isAlias } + found.filter { $0.isAlias }
  }

  /// Better fits first, then places before older names for them, then by id.
  private func places(_ query: String) -> [ZonePlace] {
    let ranked = places.compactMap { place in place.rank(query).map { (place, $0 * 2 + (place.isAlias ? 1 : 0)) } }
    return ranked.sorted { ($0.1, $0.0.name.id) < ($1.1, $1.0.name.id) }.map(\.0)
  }
}

extension String {
  /// Lower case, Latin letters without diacritics, and a single space for everything that is neither letter nor digit.
  fileprivate var foldedForSearch: String {
    var folded = ""
    for scalar in lowercased().unicodeScalars where !(0x300...0x36F).contains(scalar.value) {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        folded.unicodeScalars.append(plainLetters[scalar] ?? scalar)
      } else if !["'", "’"].contains(scalar), !folded.isEmpty, folded.last != " " {
        folded += " "
      }
    }
    if folded.last == " " { folded.removeLast() }
    return folded
  }
}

/// The Latin letters with diacritics that names of places and countries are written with.
private let plainLetters: [Unicode.Scalar: Unicode.Scalar] = {
  let families = [
    "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ", "cçćĉċč", "dďđð", "eèéêëēĕėęěẹẻẽếềểễệ", "gĝğġģ", "hĥħ", "iìíîïĩīĭįıỉị", "jĵ", "kķ",
    "lĺļľłŀ", "nñńņňŋ", "oòóôõöøōŏőơọỏốồổỗộớờởỡợ", "rŕŗř", "sśŝşšș", "tţťŧț", "uùúûüũūŭůűųưụủứừửữự", "wŵ", "yýÿŷỳỵỷỹ",
    "zźżž",
  ]
  var plain: [Unicode.Scalar: Unicode.Scalar] = [:]
  for scalars in families.map({ Array($0.unicodeScalars) }) {
    for scalar in scalars.dropFirst() { plain[scalar] = scalars[0] }
  }
  return plain
}()
