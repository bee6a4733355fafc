/// One pass over a folder: gathers a draft, every problem on the way, and the files that the draft refers to.
///
/// The formats differ in file names and columns, not in kind, so there is one reader for each sort of thing, which knows the
/// names that the portals and their forks gave to it. A folder may mix them.
final class FolderReading {
  let folder: ConferenceFolder
  var problems = Problems()
  var draft: Draft
  /// Where each entry stands, for problems found after reading: "paper rkgt0REKwS" to its row.
  var places: [String: Place] = [:]
  /// Entries that were refused, in the same way: what refers to them is left out without an error of its own.
  var leftOut: [String: Place] = [:]
  /// The keys of `places`, in the order in which they were claimed.
  private var claims: [String] = []
  /// The days of the main conference, in order, by which "Tuesday" is understood.
  var days: [Day] = []
  /// Other names of sessions: "Mon Session 1" to "P1S1".
  var sessionNames: [String: String] = [:]
  /// Files of the folder that entries refer to.
  var media: Set<String> = []
  /// Files that could not be read at all, so that leaving out bad rows is not enough.
  var unreadable: Set<String> = []
  var read: Set<String> = []
  /// Entries whose ids no file gives, so that they were made of titles, questions or names.
  var derived: Set<EntryName> = []
  var slotSeen: Set<String> = []
  var missingFiles = FieldTally()
  /// Papers that name their sessions, placed once the sessions are known: paper, session, place.
  var namedSlots: [(paper: String, session: String, place: Place)] = []
  var paperIndexCache: [String: Int] = [:]
  var announced: [Announced] = []
  private var unknown = FieldTally()

  /// What the folder is called where nothing in it says what the conference is.
  let title: String
  /// All errors so far, also those beyond what `problems` keeps.
  private(set) var errorCount = 0

  init(folder: ConferenceFolder, title: String) {
    self.folder = folder
    self.title = title
    problems.append(contentsOf: folder.problems)
    draft = Draft(conference: ConferenceInfo(id: "", name: ""))
  }

  func error(_ place: Place, _ message: String, _ advice: String) {
    errorCount += 1
    problems.append(Problem(.error, at: place, message, advice: advice))
  }

  func warn(_ place: Place, _ message: String, _ advice: String) {
    problems.append(Problem(.warning, at: place, message, advice: advice))
  }

  func note(_ place: Place, _ message: String, _ advice: String) {
    problems.append(Problem(.note, at: place, message, advice: advice))
  }

  /// The table with this name in whatever format it has; nil where the folder has none or it cannot be read.
  func table(_ name: String) -> Table? {
    var found = Problems()
    let table = folder.table(name, problems: &found)
    errorCount += found.errors.count
    problems.append(contentsOf: found.sorted)
    if let table { read.insert(table.name) }
    if found.isIncomplete || table == nil && !found.errors.isEmpty { unreadable.insert(name) }
    guard let table, table.root.text != nil else { return table }
    unreadable.insert(name)
    error(table.root.place, "a list of entries is expected here, not a text", "see docs/conference-folder.md")
    return nil
  }

  /// Reads every record of a table, and names the fields that nobody asked for.
  func forEachRecord(
    of name: String, under keys: [String] = [], flattening nested: String? = nil, _ body: (Record) -> Void
  ) {
    guard let table = table(name) else { return }
    for found in table.records(under: keys) {
      let record = nested.map { found.flattened($0) } ?? found
      let before = errorCount
      body(record)
      // Of a refused record not all was asked for.
      if errorCount == before { tally(record) }
    }
  }

  /// Counts the fields of a record that were not understood.
  func tally(_ record: Record) {
    for field in record.unknown { unknown.add(field.name, at: field.place) }
  }

  /// Whether `body` added no error; otherwise what it read is left out, and the ids that it claimed are free again.
  func succeeded(_ body: () -> Void) -> Bool {
    let (before, claimsBefore) = (errorCount, claims.count)
    body()
    if errorCount == before { return true }
    for claim in claims[claimsBefore...] { leftOut[claim] = places.removeValue(forKey: claim) }
    claims.removeSubrange(claimsBefore...)
    return false
  }

  /// Remembers where an entry stands; false, with an error, if the id is taken or cannot be an address.
  func claim(_ kind: String, _ id: String, at place: Place) -> Bool {
    guard Slug.isAddress(id) else {
      error(
        place, "the \(kind)'s id “\(id.prefix(80))” cannot stand in a web address",
        "use letters, digits, '.', '_', '~' and '-' only, at most 120")
      return false
    }
    if let first = places["\(kind) \(id)"] {
      error(place, "the \(kind) id “\(id)” is used twice; first at \(first)", "give each \(kind) an id of its own")
      return false
    }
    places["\(kind) \(id)"] = place
    claims.append("\(kind) \(id)")
    return true
  }

  /// Says once for each file and field what was left out.
  func reportLeftovers() {
    for entry in unknown.entries {
      note(
        entry.first, "the field “\(entry.name)” is not understood and left out\(entry.times)",
        "rename it to a field of docs/conference-folder.md, or leave it")
    }
    for entry in missingFiles.entries {
      note(
        entry.first, "files named in “\(entry.name)” are not in the folder and left out\(entry.times)",
        "put them into the folder under these names, or leave it")
    }
    let stems = Set(read.map(Self.stem))
    for name in folder.names where Self.mayBeData(name) && !read.contains(name) && !media.contains(name) {
      guard !stems.contains(Self.stem(name)), !unreadable.contains(Self.stem(name).lowercased()) else { continue }
      note(
        Place(file: name), "this file is not understood and left out",
        "see docs/conference-folder.md for the files that are")
    }
  }

  /// The table's name; other files with it were named when it was read.
  private static func stem(_ name: String) -> String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }

  private static func mayBeData(_ name: String) -> Bool {
    !name.contains("/") && [".csv", ".tsv", ".json", ".yml", ".yaml"].contains { name.lowercased().hasSuffix($0) }
  }
}

/// How often a field occurred in a file, and where first.
struct FieldTally {
  struct Occurrences {
    var name: String
    var first: Place
    var count: Int

    /// " (15×)", or nothing for once.
    var times: String { count == 1 ? "" : " (\(count)×)" }
  }

  private var byField: [String: Occurrences] = [:]

  mutating func add(_ name: String, at place: Place) {
    byField["\(place.file):\(name)", default: Occurrences(name: name, first: place, count: 0)].count += 1
  }

  var entries: [Occurrences] { byField.values.sorted { ($0.first, $0.name) < ($1.first, $1.name) } }
}
