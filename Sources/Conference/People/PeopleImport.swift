import Database

/// Takes a list of registrations as the people who may come in, all of it or nothing.
public struct PeopleImport: Sendable {
  public struct Options: Sendable {
    public var isDry = false
    public var skipsBadRows = false
    /// Shuts out participants that the list lacks; other roles stay, so that nobody locks the organizers out.
    public var prunes = false
    /// The version of the outcome that was looked at: what would come of the list now has to be the same. Nil for whatever comes of it.
    public var seen: String?
    public init() {}
  }

  public struct Outcome: Sendable, Codable {
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var removed = 0
    /// On the list no more, but kept.
    public var kept = 0
    /// Who gets a role above what they had.
    public var raised = 0
    /// Who gets a role below what they had.
    public var lowered = 0
    /// Who that is, of each the first.
    public var people = PeopleDifference()
    /// Names what the list changes, or would.
    public var version = ""
    public var problems: [Problem] = []
    public var omittedProblems = 0
    public var isDry = false
    /// Whether nothing was written because of errors.
    public var isRefused = false
    /// Whether so many are shut out that it is only done where the version is given that was looked at.
    public var shutsOutMany = false
  }

  let database: Database
  let clock: Clock
  let options: Options

  public init(_ database: Database, clock: Clock, options: Options = Options()) {
    (self.database, self.clock, self.options) = (database, clock, options)
  }

  public static let changedSince = ConferenceError.conflict(
    "The people, or what the list does to them, have changed since it was looked at; nothing was imported. Look at it again"
  )

  static func unseen(_ count: Int) -> ConferenceError {
    .conflict(
      "The list shuts out \(count) participants, more than a tenth of all; nothing was imported. Look at who they are by a dry run, and give the version that it says"
    )
  }

  /// Throws where that would leave nobody to run the conference, or where something else would come of it than what was looked at.
  ///
  /// - Parameter doer: who imports; nil for the command line.
  public func run(_ list: PeopleList, by doer: (any Doer)?) async throws -> Outcome {
    var outcome = Outcome()
    outcome.problems = list.problems.sorted
    outcome.omittedProblems = list.problems.omitted
    outcome.isDry = options.isDry
    // Whom a list lacks, only one says that could be read and names somebody.
    let isUnreadable = list.problems.isIncomplete || list.entries.isEmpty
    if isUnreadable || (!list.problems.errors.isEmpty && !options.skipsBadRows) {
      outcome.isRefused = true
      return outcome
    }
    let (now, options, before) = (clock.now(), options, outcome)
    if options.isDry {
      return try await database.read { connection in
        try Right.importPeople.check(doer, connection)
        return try PeopleMerge(connection, list, options, now).outcome(before)
      }
    }
    let outbox = Outbox(database, clock: clock)
    return try await database.write { connection in
      try Right.importPeople.check(doer, connection)
      let merge = try PeopleMerge(connection, list, options, now)
      if let seen = options.seen, seen != merge.version { throw Self.changedSince }
      if options.seen == nil, merge.shutsOutMany { throw Self.unseen(merge.removed.count) }
      try merge.write(by: doer, in: outbox, connection)
      return merge.outcome(before)
    }
  }
}
