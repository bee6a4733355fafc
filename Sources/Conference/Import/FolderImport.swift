import Foundation

/// One import of a folder into a data folder, from reading to the stored program.
public struct FolderImport: Sendable {
  public struct Options: Sendable {
    /// Say what would happen and write nothing.
    public var dryRun = false
    /// Leave out rows that are wrong instead of refusing the folder.
    public var skippingBadRows = false
    /// Remove what the folder no longer has.
    public var pruning = false
    /// Take a conference in place of another one that is there, and remove what that one had.
    public var replacing = false
    /// Let the folder count more than what was changed by hand.
    public var overwriting = false

    public init() {}
  }

  /// What came of it.
  public struct Outcome: Codable, Sendable {
    public var folder: String
    public var format: String
    /// Whether the program is now what the folder says.
    public var isStored: Bool
    public var isDryRun: Bool
    public var counts: Counts
    /// From when to when its sessions are, where the conference is, so that a wrong zone is seen; nil without any.
    public var sessionHours: String?
    /// Nil where the folder was refused.
    public var changes: Changes?
    public var problems: [Problem]
    /// How many more problems there are than are listed.
    public var omittedProblems: Int
    /// How many errors there are, listed or not.
    public var errorCount: Int
    /// Files that could not be read to their end, so that leaving out rows is not enough.
    public var unreadable: [String]
    /// Why the folder was refused although nothing is wrong with it: the data folder holds another conference.
    public var conflict: String?
    /// The same for who is not at the machine: which conference is there, and which one the folder is.
    public var otherConference: String?

    public var errors: [Problem] { problems.filter { $0.severity == .error } }
    public var isRefused: Bool { changes == nil }
  }

  let data: DataFolder
  let options: Options

  public init(data: DataFolder, options: Options = Options()) {
    self.data = data
    self.options = options
  }

  /// Reads the folder at `path` and makes the data folder's program what it says; a refused folder changes nothing.
  ///
  /// - Throws: what keeps the folder or the data folder from being opened; what the files say wrongly is in the outcome.
  public func run(_ path: String, now: Instant) async throws -> Outcome {
    let folder = try ConferenceFolder(portal: path)
    return try await run(folder, named: path, title: Self.title(of: path), by: nil, now: now)
  }

  /// The same with a folder that is open already, on record for an account.
  public func run(
    _ folder: ConferenceFolder, named name: String, title: String, by doer: (any Doer)?, now: Instant
  ) async throws -> Outcome {
    let reading = Importer.read(folder, title: title, keeping: hasBrought)
    var outcome = Outcome(
      folder: name, format: reading.format, isStored: false, isDryRun: options.dryRun, counts: Counts(reading.draft),
      problems: reading.problems, omittedProblems: reading.omitted, errorCount: reading.errorCount,
      unreadable: reading.unreadable)
    outcome.sessionHours = Self.hours(of: reading.draft)
    guard reading.isAcceptable(skippingBadRows: options.skippingBadRows) else { return outcome }
    do {
      outcome.changes = try await store(reading, folder, by: doer, now: now)
      outcome.isStored = !options.dryRun
    } catch let conflict as Conflict {
      outcome.conflict = conflict.message(folder: name, data: data)
      outcome.otherConference = conflict.described(folder: name)
    }
    return outcome
  }

  /// "2026-04-27 09:00 to 2026-04-30 18:00 (Berlin, UTC+2)".
  private static func hours(of draft: Draft) -> String? {
    guard let first = draft.sessions.map(\.start).min(), let last = draft.sessions.map(\.end).max() else { return nil }
    let zone = Zones.named(draft.conference.zone) ?? .utc
    let times = [first, last].map { zone.wall(at: $0).iso.prefix(16).replacing("T", with: " ") }
    let place = zone == .utc ? zone.id : "\(zone.city), \(zone.offsetText(at: first))"
    return "\(times[0]) to \(times[1]) (\(place))"
  }

  /// Whether a file that entries name was brought by an earlier import.
  private func hasBrought(_ reference: String) -> Bool {
    var isFolder: ObjCBool = true
    guard let path = MediaName.path(of: reference) else { return false }
    return FileManager.default.fileExists(atPath: "\(data.mediaPath)/\(path)", isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// The folder's name, or of a `sitedata` that of the portal around it.
  private static func title(of path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    return (url.lastPathComponent == "sitedata" ? url.deletingLastPathComponent() : url).lastPathComponent
  }

  private func store(_ reading: Reading, _ folder: ConferenceFolder, by doer: (any Doer)?, now: Instant) async throws
    -> Changes
  {
    guard let database = try options.dryRun ? data.openReadOnlyIfThere() : data.open() else {
      return Changes.between(stored: [], incoming: try reading.draft.rows(), pruning: false)
    }
    defer { try? database.close() }
    try await FilesMark(data, database).require()
    let store = ProgramStore(database)
    // What was changed by hand was of the conference that is replaced.
    let (isPruning, isOverwriting) = (options.pruning || options.replacing, options.overwriting || options.replacing)
    guard !options.dryRun else {
      return try await store.changes(pruning: isPruning, overwriting: isOverwriting, for: doer) {
        try fitted(reading, to: $0)
      }
    }
    // Before files are copied; what counts is asked again in the transaction.
    _ = try fitted(reading, to: try await store.draft())
    var media = MediaCopy(from: folder, to: data.mediaPath)
    try media.stage(reading.media)
    do {
      let changes = try await store.apply(
        pruning: isPruning, overwriting: isOverwriting, by: doer, now: now
      ) { try fitted(reading, to: $0) }
      try media.commit()
      return changes
    } catch {
      // Entries that may be stored name the files; without these an import that is repeated brings both.
      if error.mayBeDone { try? media.commit() } else { media.discard() }
      throw error
    }
  }

  /// The folder's draft with the names that entries have already; throws where it is another conference's.
  private func fitted(_ reading: Reading, to stored: Draft?) throws -> Draft {
    guard let stored else { return reading.draft }
    let meeting = AnotherConference(stored: stored, incoming: reading.draft, isNamed: reading.isNamed)
    guard meeting.isAnother else {
      return KeptNames(stored: stored, derived: reading.derived).applied(to: reading.draft)
    }
    guard options.replacing else {
      throw Conflict(stored: stored.conference, incoming: reading.draft.conference)
    }
    return reading.draft
  }
}

/// A folder holds another conference than the data folder.
private struct Conflict: Error {
  let stored: ConferenceInfo
  let incoming: ConferenceInfo

  func described(folder: String) -> String {
    "\(AnotherConference.described(stored)) is here, and \(folder) is another conference: \(AnotherConference.described(incoming))"
  }

  func message(folder: String, data: DataFolder) -> String {
    """
    \(data.path) holds \(AnotherConference.described(stored)), and \(folder) is another conference: \
    \(AnotherConference.described(incoming)). Import it with another --data, or with --replace, which takes it in and \
    removes all that “\(stored.name)” has.
    """
  }
}

extension ConferenceFolder {
  /// The folder at `path`, or the `sitedata` or `data` in it, together with the `thumbnails`, the `static` files and the
  /// `configs` that the portals kept beside these.
  init(portal path: String) throws(Problem) {
    let folder = try ConferenceFolder(path: path)
    // A portal's own programs keep tables of theirs beside it, such as package.json.
    if folder.tableNames.isDisjoint(with: ["conference", "config", "papers", "sessions", "events"]) {
      if folder.names.contains(where: { $0.hasPrefix("sitedata/") }) {
        self = try ConferenceFolder(portal: path + "/sitedata")
        return
      }
      if folder.has("data/conference.json") {
        self = try ConferenceFolder(portal: path + "/data")
        return
      }
    }
    let url = URL(fileURLWithPath: path).standardizedFileURL
    let beside = url.deletingLastPathComponent().path
    var whole = folder
    for name in ["thumbnails", "static"] where url.lastPathComponent == "sitedata" {
      if let files = try? ConferenceFolder(path: beside + "/" + name) { whole = whole.adding(files, under: name) }
    }
    if url.lastPathComponent == "data", folder.has("conference.json"),
      let configs = try? ConferenceFolder(path: beside + "/configs")
    {
      whole = whole.adding(configs, under: "")
    }
    self = whole
  }
}
