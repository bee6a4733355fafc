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
    /// Nil where the folder was refused.
    public var changes: Changes?
    public var problems: [Problem]
    /// How many more problems there are than are listed.
    public var omittedProblems: Int
    /// Files that could not be read to their end, so that leaving out rows is not enough.
    public var unreadable: [String]

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
    let reading = Importer.read(folder, title: URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent)
    var outcome = Outcome(
      folder: path, format: reading.format, isStored: false, isDryRun: options.dryRun, counts: Counts(reading.draft),
      problems: reading.problems, omittedProblems: reading.omitted, unreadable: reading.unreadable)
    guard reading.isAcceptable(skippingBadRows: options.skippingBadRows) else { return outcome }
    outcome.changes = try await store(reading, folder, now: now)
    outcome.isStored = !options.dryRun
    return outcome
  }

  private func store(_ reading: Reading, _ folder: ConferenceFolder, now: Instant) async throws -> Changes {
    if options.dryRun && !data.hasDatabase {
      return Changes.between(stored: [], incoming: try reading.draft.rows(), pruning: false)
    }
    let database = try options.dryRun ? data.openReadOnly() : data.open()
    defer { try? database.close() }
    var media = MediaCopy(from: folder, to: data.mediaPath)
    if !options.dryRun { try media.stage(reading.media) }
    do {
      let store = ProgramStore(database)
      let stored = try await store.draft()
      let draft =
        stored.map { KeptNames(stored: $0, derived: reading.derived).applied(to: reading.draft) } ?? reading.draft
      let changes = try await store.apply(
        draft, pruning: options.pruning, dryRun: options.dryRun, now: now)
      if !options.dryRun { try media.commit() }
      return changes
    } catch {
      media.discard()
      throw error
    }
  }
}

extension ConferenceFolder {
  /// The folder at `path`, or the `sitedata` in it, together with the `thumbnails` that the portals kept beside that.
  init(portal path: String) throws(Problem) {
    let folder = try ConferenceFolder(path: path)
    if folder.tableNames.isEmpty, folder.names.contains(where: { $0.hasPrefix("sitedata/") }) {
      self = try ConferenceFolder(portal: path + "/sitedata")
      return
    }
    let thumbnails = URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent().path + "/thumbnails"
    let isPortal = URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent == "sitedata"
    guard isPortal, let pictures = try? ConferenceFolder(path: thumbnails) else {
      self = folder
      return
    }
    self = folder.adding(pictures, under: "thumbnails")
  }
}
