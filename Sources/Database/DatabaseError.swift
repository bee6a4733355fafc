/// What went wrong with the database, in words for who has to mend it; it never holds a bound value.
public struct DatabaseError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What a caller may want to tell apart.
  public enum Kind: String, Sendable {
    /// The file is not an SQLite database or is damaged, or the database is another program's.
    case notADatabase
    /// A newer program has changed the database.
    case newer
    /// Another program or connection holds the database for longer than one waits, or a statement took too long.
    case busy
    /// The database's server is away; whether a write that it interrupted was done, `isOutcomeUnknown` says.
    case unavailable
    /// The disk is full.
    case full
    /// A UNIQUE, NOT NULL, CHECK or foreign key rule was broken.
    case constraint
    /// A migration failed, is missing, or was changed.
    case migration
    /// The program used the database wrongly: wrong SQL, a wrong type, a write where one may only read.
    case misuse
    /// Anything else, such as a folder that is missing or may not be written.
    case other
  }

  public let kind: Kind
  /// Where: a file, a statement or a migration.
  public let place: String
  /// What happened there.
  public let problem: String
  /// What to do about it, if that is known.
  public let advice: String?
  /// Whether it was a write that may have been done all the same: its connection was lost before the answer came.
  public let isOutcomeUnknown: Bool

  init(_ kind: Kind, _ place: String, _ problem: String, _ advice: String?, isOutcomeUnknown: Bool = false) {
    (self.kind, self.place, self.problem, self.advice) = (kind, place, problem, advice)
    self.isOutcomeUnknown = isOutcomeUnknown
  }

  public var description: String {
    "\(place) \(problem)" + (advice.map { ": \($0)" } ?? "")
  }
}
