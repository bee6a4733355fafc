/// Collects what is wrong in a folder, keeping at most `limit` problems of each severity and counting the rest.
public struct Problems: Sendable {
  public let limit: Int
  public private(set) var errors: [Problem] = []
  public private(set) var warnings: [Problem] = []
  public private(set) var notes: [Problem] = []
  /// How many problems were found beyond the limit and not kept.
  public private(set) var omitted = 0
  /// How many of these were errors.
  private var omittedErrors = 0

  /// Whether a part of a file could not be read, so that there is more than bad rows.
  public var isIncomplete = false

  public init(limit: Int = 1_000) {
    self.limit = limit
  }

  public var isEmpty: Bool { errors.isEmpty && warnings.isEmpty && notes.isEmpty }

  /// All errors that were found, also those that are not kept.
  public var errorCount: Int { errors.count + omittedErrors }

  /// All kept problems in the order of files, lines and columns.
  public var sorted: [Problem] {
    (errors + warnings + notes).sorted { ($0.place, $0.message) < ($1.place, $1.message) }
  }

  public mutating func append(_ problem: Problem) {
    switch problem.severity {
    case .error: keep(problem, in: \.errors)
    case .warning: keep(problem, in: \.warnings)
    case .note: keep(problem, in: \.notes)
    }
  }

  public mutating func append(contentsOf others: some Sequence<Problem>) {
    for problem in others { append(problem) }
  }

  /// Takes over what another collector found, with what it had not kept.
  public mutating func append(contentsOf others: Problems) {
    append(contentsOf: others.sorted)
    omitted += others.omitted
    omittedErrors += others.omittedErrors
  }

  public mutating func error(at place: Place, _ message: String, advice: String) {
    append(Problem(.error, at: place, message, advice: advice))
  }

  public mutating func warning(at place: Place, _ message: String, advice: String) {
    append(Problem(.warning, at: place, message, advice: advice))
  }

  public mutating func note(at place: Place, _ message: String, advice: String) {
    append(Problem(.note, at: place, message, advice: advice))
  }

  private mutating func keep(_ problem: Problem, in list: WritableKeyPath<Problems, [Problem]>) {
    if self[keyPath: list].count < limit {
      self[keyPath: list].append(problem)
    } else {
      omitted += 1
      if problem.severity == .error { omittedErrors += 1 }
    }
  }
}
