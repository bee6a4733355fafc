/// How often a field occurred in a file, and where.
struct FieldTally {
  /// How many places of one field are kept.
  static let placeLimit = 1_000

  struct Occurrences {
    var name: String
    var places: [Place]
    var count: Int
    var fate: FieldFate

    var first: Place { places[0] }

    /// " (15×)", or nothing for once.
    var times: String { count == 1 ? "" : " (\(count)×)" }

    fileprivate mutating func add(_ place: Place) {
      count += 1
      if count > 1, places.count < FieldTally.placeLimit { places.append(place) }
    }
  }

  private var byField: [String: Occurrences] = [:]

  mutating func add(_ name: String, at place: Place, fate: FieldFate = .unknown) {
    let key = Self.key(name, place.file)
    byField[key, default: Occurrences(name: name, places: [place], count: 0, fate: fate)].add(place)
  }

  func fate(of name: String, in file: String) -> FieldFate? { byField[Self.key(name, file)]?.fate }

  /// For each file, the fields whose names are surely misspelled, and what they were meant to be.
  var meantNames: [String: [String: String]] {
    var names: [String: [String: String]] = [:]
    for field in byField.values {
      guard case .misspelled(let meant) = field.fate, Spelling.isOneSlip(field.name, from: meant) else { continue }
      names[field.first.file, default: [:]][field.name] = meant
    }
    return names
  }

  /// For each file what occurred first in it, with the places of all.
  var firstOfFiles: [Occurrences] {
    var byFile: [String: Occurrences] = [:]
    for entry in entries {
      for place in entry.places {
        let opening = Occurrences(name: entry.name, places: [place], count: 0, fate: entry.fate)
        byFile[place.file, default: opening].add(place)
      }
    }
    return byFile.values.sorted { $0.first < $1.first }
  }

  var entries: [Occurrences] { byField.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) } }

  private static func key(_ name: String, _ file: String) -> String { "\(file):\(name)" }
}

/// Why a field was left out.
enum FieldFate: Equatable {
  case unknown
  /// It is another name of a field that counted instead.
  case repeated
  /// It is nearly the name of a field that was looked for in vain.
  case misspelled(String)
  /// It is nearly that name and counts as it, since nothing else has it; so it is not left out, but told.
  case taken(String)

  var isOrdinary: Bool { if case .misspelled = self { false } else { true } }
}

extension Record {
  /// Why a field that nobody asked for was left out, by what was asked for.
  func fate(of field: String) -> FieldFate {
    let name = FieldName.normalized(field)
    let names = Set(asked)
    if names.contains(where: { FieldName.normalized($0) == name }) { return .repeated }
    let missing = names.filter { !hasField($0) }.sorted()
    return Spelling.nearest(to: field, among: missing).map { .misspelled($0) } ?? .unknown
  }
}

/// What somebody meant who wrote a name that does not exist.
enum Spelling {
  /// The name with the fewest typing errors: one in short words, two from six letters on; nil where none is near.
  static func nearest(to word: String, among names: [String]) -> String? {
    let letters = FieldName.normalized(word).unicodeScalars.map(\.value)
    guard letters.count >= 4 else { return nil }
    let distance = EditDistance(from: letters)
    let limit = letters.count < 6 ? 1 : 2
    let near = names.map { ($0, distance.to(FieldName.normalized($0).unicodeScalars.map(\.value)[...])) }
    return near.filter { $0.1 <= limit && $0.0.count >= 4 }.min { $0.1 < $1.1 }?.0
  }

  /// Whether a long word is one typing error away from a name. Of others nobody can tell: "contact" is no "content", and "room" no "zoom".
  static func isOneSlip(_ word: String, from name: String) -> Bool {
    let letters = FieldName.normalized(word).unicodeScalars.map(\.value)
    return letters.count >= 6
      && EditDistance(from: letters).to(FieldName.normalized(name).unicodeScalars.map(\.value)[...]) == 1
  }
}
