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
  /// Where the days stand, if they were taken from the words of a first page.
  var writtenDays: Place?
  /// Which cells name other entries: "session S1 -> workshop W3" to the cell.
  var citations: [String: Place] = [:]
  /// The numbers of the last ids that were made for sessions: of "tea-2" it is 2.
  var sessionNumbers: [String: Int] = [:]
  /// Other names of sessions: "Mon Session 1" to "P1S1".
  var sessionNames: [String: String] = [:]
  /// Names that several sessions share in the links of a calendar: "1" to "posters-1a-1" and "posters-1b-1".
  var sharedNames: [String: [String]] = [:]
  /// Records whose times name no zone.
  var zoneless: Set<Place> = []
  /// Abbreviations of zones that clocks show for a part of the year only.
  var seasonalZones = FieldTally()
  var seasonalPlaces: Set<Place> = []
  /// Times whose end is the next day's, and late on it.
  var longNights = FieldTally()
  /// Days of events without a time.
  var timeless = FieldTally()
  /// Submissions that were not accepted, and the ids of those that have one.
  var declined = FieldTally()
  var declinedPapers: Set<String> = []
  /// How the table of papers that is being read writes its authors.
  var authorStyle = AuthorStyle(cells: [])
  /// Authors of whom commas do not tell who they are, and those whose surnames were found to stand first.
  var doubtfulAuthors = FieldTally()
  var turnedAuthors = FieldTally()
  /// What rows lack since their table has no column for it, with what that would be called and which there are.
  private(set) var columnless = FieldTally()
  private(set) var absentColumns: [String: (name: String, columns: [String])] = [:]
  /// Papers whose ids were made of their titles.
  var titledIDs = FieldTally()
  /// Sessions of portals whose times name no zone, until a calendar tells it.
  var floating: Set<String> = []
  /// Whether a calendar has told it.
  var isZoneSettled = false
  /// Files of the folder that entries refer to.
  var media: Set<String> = []
  /// Files that could not be read at all, so that leaving out bad rows is not enough.
  var unreadable: Set<String> = []
  var read: Set<String> = []
  /// Files that hold nothing, which was said.
  var blank: Set<String> = []
  /// Entries whose ids no file gives, so that they were made of titles, questions or names.
  var derived: Set<EntryName> = []
  var slotSeen: Set<String> = []
  var missingFiles = FieldTally()
  var foreignPictures = FieldTally()
  /// Texts of portals that should be addresses and are none.
  var noAddresses = FieldTally()
  /// Papers and sessions that files speak of, of which the file that would list them is not in the folder.
  var unlisted = FieldTally()
  /// Weekdays that no file turns into dates.
  var undated = FieldTally()
  /// Times of portals that have no end.
  var endless = FieldTally()
  /// Papers at times at which their session is not.
  var outside = FieldTally()
  /// Sessions that files put papers into, of which no file says when they are.
  var unscheduled = FieldTally()
  /// Sessions that are made of the times of their papers.
  var madeOfSlots: Set<String> = []
  /// Papers that name their sessions, placed once the sessions are known; the page is that of a table of its own.
  var namedSlots: [(paper: String, session: String, page: String?, place: Place)] = []
  /// Papers that the rows of sessions list, placed once all slots are known.
  var listedSlots: [(paper: String, session: String, place: Place)] = []
  var paperIndexCache: [String: Int] = [:]
  var titledPapers = TitleIndex()
  var titledSessions = TitleIndex()
  var announced: [Announced] = []
  var unknown = FieldTally()
  /// Cells that were blamed for something that is asked of them more than once.
  private var blamed: Set<Place> = []
  /// What was found of the fields of refused records: many rows may lack the same.
  var refusedFates: [String: FieldFate] = [:]

  /// Whether the folder is one of a portal's, where much is guessed that ours are asked to say.
  let isPortal: Bool
  /// The file that holds the whole program, if the folder has one.
  let program: Table?
  /// For each file of a portal, its fields whose names are nearly those of others, and these.
  let nearNames: [String: [String: String]]
  /// Whether a file says what the conference is called.
  var isNamed = true
  /// What the folder is called where nothing in it says what the conference is.
  let title: String
  /// Whether a file that entries name is in the data folder already.
  let isKept: (String) -> Bool
  /// All errors so far, also those beyond what `problems` keeps.
  private(set) var errorCount = 0
  var errorsBeforeRow = 0
  var isRowLeftOut = false
  /// Whether nothing was wrong so far in the record that is being read, so that it need not be left out.
  var isRowGood: Bool { errorCount == errorsBeforeRow }

  init(
    folder: ConferenceFolder, title: String, taking nearNames: [String: [String: String]] = [:],
    isKept: @escaping (String) -> Bool
  ) {
    self.folder = folder
    self.title = title
    self.nearNames = nearNames
    self.isKept = isKept
    let tables = folder.tableNames
    var found = Problems()
    program = FolderReading.programFile(of: folder, problems: &found)
    isPortal =
      program != nil
      || !tables.contains("conference")
        && ["config", "main_calendar", "overall_calendar"].contains { tables.contains($0) }
    problems.append(contentsOf: folder.problems)
    problems.append(contentsOf: found)
    errorCount = found.errorCount
    draft = Draft(conference: ConferenceInfo(id: "", name: ""))
  }

  /// What is wrong in a row or with a whole file: nothing is stored, unless bad rows are left out.
  func error(_ place: Place, _ message: String, _ advice: String) {
    errorCount += 1
    problems.append(Problem(.error, at: place, message, advice: advice))
  }

  /// What is wrong in a row that lacks what it must have; where its table has no column for it, that is said once for all rows.
  ///
  /// - Parameters:
  ///   - names: what the column may be called, the first as the document does.
  ///   - general: the message without what is the row's own.
  func lack(_ record: Record, _ names: [String], _ message: String, _ advice: String, inGeneral general: String? = nil)
  {
    let isTable = record.place.file.lowercased().hasSuffix(".csv") || record.place.file.lowercased().hasSuffix(".tsv")
    guard isTable, !names.contains(where: { record.hasField($0) }) else { return error(record.place, message, advice) }
    errorCount += 1
    columnless.add(general ?? message, at: record.place)
    let columns = record.value.entries?.map(\.key) ?? []
    absentColumns["\(record.place.file) \(general ?? message)"] = (names[0], columns)
  }

  /// An error of a cell that several fields depend on, such as the day of a start and an end.
  func errorOnce(_ place: Place, _ message: String, _ advice: String) {
    if blamed.insert(place).inserted { error(place, message, advice) }
  }

  func warn(_ place: Place, _ message: String, _ advice: String) {
    problems.append(Problem(.warning, at: place, message, advice: advice))
  }

  func note(_ place: Place, _ message: String, _ advice: String) {
    problems.append(Problem(.note, at: place, message, advice: advice))
  }

  /// Says that a record of a table is left out, of whose fields then only those that are misspelled are named.
  func leaveOut(_ record: Record, lacking what: String, _ advice: String) {
    isRowLeftOut = true
    leaveOut(record.place, lacking: what, advice)
  }

  /// Says that a record is left out, since it lacks what it cannot be understood without.
  func leaveOut(_ place: Place, lacking what: String, _ advice: String) {
    warn(place, "this is left out, since it has no \(what)", advice)
  }

  /// Says once what holds for all occurrences: the message, how many there are, and where.
  func say(_ severity: Problem.Severity, of found: FieldTally.Occurrences, _ message: String, _ advice: String) {
    problems.append(
      Problem(severity, at: found.first, message + found.times, advice: advice, more: Array(found.places.dropFirst())))
  }

  /// The table with this name in whatever format it has; nil where the folder has none or it cannot be read.
  ///
  /// - Parameter mayBeText: whether the whole file may be one text.
  func table(_ name: String, mayBeText: Bool = false) -> Table? {
    if let part = programPart(name) {
      read.insert(part.name)
      return part
    }
    if program != nil, name == "conference" { return nil }
    var found = Problems()
    let table = folder.table(name, isLenient: isPortal, problems: &found)
    errorCount += found.errorCount
    problems.append(contentsOf: found)
    if let table { read.insert(table.name) }
    if table == nil { blank.formUnion(found.warnings.map(\.place.file)) }
    if found.isIncomplete || table == nil && !found.errors.isEmpty { unreadable.insert(name) }
    guard let table, table.root.text != nil, !mayBeText else { return table }
    unreadable.insert(name)
    error(table.root.place, "a list of entries is expected here, not a text", "see docs/conference-folder.md")
    return nil
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

  /// The id that an entry of a portal gets, where each table may count from 1: the given one, or one made of the other
  /// text if an entry of another table has that number.
  func freeID(_ kind: String, _ given: String, or other: String?, at place: Place) -> String {
    guard isPortal, let other, Int(given) != nil, let first = places["\(kind) \(given)"], first.file != place.file
    else { return given }
    return Slug.made(of: other)
  }

  /// Remembers where an entry stands; false, with an error, if the id is taken or cannot be an address.
  func claim(_ kind: String, _ id: String, at place: Place) -> Bool {
    guard Slug.isAddress(id) else {
      if id.wholeMatch(of: /\d+(?:\.\d+)?[eE]\+\d+/) != nil {
        error(
          place, "the \(kind)'s id “\(id.prefix(80))” is a long number that a spreadsheet has shortened",
          "give the column the format “Text”, and put the ids in again")
        return false
      }
      error(
        place, "the \(kind)'s id “\(id.prefix(80))” cannot stand in a web address",
        "use letters, digits, '.', '_', '~' and '-' only, at most 120: for example “\(Slug.made(of: id))”")
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
}
