/// A zone name in the form that it is searched in: lower case, without diacritics, words apart.
struct ZonePlace: Sendable {
  /// What the name is of: a zone that is called after a place, an older or other name of one, or a city in it.
  enum Kind { case place, alias, city }

  let name: ZoneName
  let kind: Kind
  private let city: String
  private let country: String
  /// Other names of the country, and of the zone's time.
  private let countryNames: [String]
  private let timeNames: [String]
  private let words: String

  init(_ name: ZoneName, kind: Kind) {
    (self.name, self.kind) = (name, kind)
    city = name.city.foldedForSearch
    country = name.country.foldedForSearch
    countryNames = ZoneOtherNames.ofCountry(name.country).map(\.foldedForSearch)
    timeNames = kind == .place ? ZoneOtherNames.ofZone(name.id).map(\.foldedForSearch) : []
    let parts = [city, country] + countryNames + (kind == .city ? [] : [name.id.foldedForSearch])
    words = " " + parts.joined(separator: " ")
  }

  /// How well the folded query fits, 0 at best; nil if one of its words begins none of the name's.
  func rank(_ query: String) -> Int? {
    if city == query || timeNames.contains(query) { return 0 }
    if city.hasPrefix(query) { return 2 }
    let parts = query.split(separator: " ")
    // Who looks for a country means its zones, not every city in them.
    if kind == .city, !parts.contains(where: { " \(city)".contains(" \($0)") }) { return nil }
    if country == query || countryNames.contains(query) { return 1 }
    if (timeNames + countryNames + [country]).contains(where: { $0.hasPrefix(query) }) { return 3 }
    return parts.allSatisfy { words.contains(" \($0)") } ? 4 : nil
  }

  /// Its names that are the query but for one typing error.
  func names(near query: EditDistance) -> [String] {
    let names = kind == .city ? [city] : [city, country] + countryNames
    return names.filter { query.to(ArraySlice($0.unicodeScalars.map(\.value))) <= 1 }
  }
}

extension ZoneLibrary {
  func matching(_ query: String, at instant: Instant) -> [ZoneName] {
    guard query.utf8.count <= 100 else { return [] }
    let folded = query.foldedForSearch
    guard !folded.isEmpty else { return [] }
    let found = UTCOffset.parse(query).map { places(offset: $0, at: instant) } ?? places(folded)
    return withoutDoubles(found.isEmpty ? places(near: folded) : found).prefix(50).map(\.name)
  }

  /// One typing error is forgiven, as in the search for papers: names of fewer than four letters have too many neighbors, and those
  /// that begin as it was typed are likelier.
  private func places(near query: String) -> [ZonePlace] {
    guard query.count >= 4 else { return [] }
    let typed = EditDistance(from: query.unicodeScalars.map(\.value))
    let found = places.map { (place: $0, names: $0.names(near: typed)) }.filter { !$0.names.isEmpty }
    let alike = found.filter { place in place.names.contains { $0.first == query.first } }
    return (alike.isEmpty ? found : alike).map(\.place)
  }

  /// Leaves out an older name where the zone that it stands for is found as well, or another name of it before.
  private func withoutDoubles(_ found: [ZonePlace]) -> [ZonePlace] {
    var seen = Set(found.lazy.filter { $0.kind == .place }.map(\.name.id))
    return found.filter { place in
      place.kind != .alias || seen.insert(table.target(of: place.name.id) ?? place.name.id).inserted
    }
  }

  private func places(offset: Int, at instant: Instant) -> [ZonePlace] {
    let found = places.filter { $0.kind != .city && exact($0.name.id)?.offset(at: instant) == offset }
    return found.filter { $0.kind == .place } + found.filter { $0.kind == .alias }
  }

  /// Better fits first, then places before other names for them, then by id and city.
  private func places(_ query: String) -> [ZonePlace] {
    let ranked = places.compactMap { place in
      place.rank(query).map { (place: place, rank: $0 * 2 + (place.kind == .place ? 0 : 1)) }
    }
    let sorted = ranked.sorted {
      ($0.rank, $0.place.name.id, $0.place.name.city) < ($1.rank, $1.place.name.id, $1.place.name.city)
    }
    return sorted.map(\.place)
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
