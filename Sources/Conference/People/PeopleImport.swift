import Database

/// Takes a list of registrations as the people who may come in, all of it or nothing.
public struct PeopleImport: Sendable {
  public struct Options: Sendable {
    public var isDry = false
    public var skipsBadRows = false
    /// Shuts out participants that the list lacks; other roles stay, so that nobody locks the organizers out.
    public var prunes = false
    public init() {}
  }

  public struct Outcome: Sendable, Codable {
    public var added = 0
    public var changed = 0
    public var unchanged = 0
    public var removed = 0
    /// On the list no more, but kept.
    public var kept = 0
    public var problems: [Problem] = []
    public var omittedProblems = 0
    public var isDry = false
    /// Whether nothing was written because of errors.
    public var isRefused = false
  }

  let database: Database
  let clock: Clock
  let options: Options

  public init(_ database: Database, clock: Clock, options: Options = Options()) {
    (self.database, self.clock, self.options) = (database, clock, options)
  }

  /// Throws where that would leave nobody to run the conference.
  ///
  /// - Parameter doer: who imports; nil for the command line.
  public func run(_ list: PeopleList, by doer: (any Doer)?) async throws -> Outcome {
    var outcome = Outcome()
    outcome.problems = list.problems.sorted
    outcome.omittedProblems = list.problems.omitted
    outcome.isDry = options.isDry
    let isIncomplete = list.problems.isIncomplete || list.entries.isEmpty
    if !list.problems.errors.isEmpty, isIncomplete || !options.skipsBadRows {
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
    return try await database.write { connection in
      try Right.importPeople.check(doer, connection)
      let merge = try PeopleMerge(connection, list, options, now)
      try merge.write(by: doer, connection)
      return merge.outcome(before)
    }
  }
}
