import Conference
import Database
import Logging
import Synchronization

/// What all pages are made from: the program as it stands, the search over it, and the clock.
public final class Site: Sendable {
  /// The program together with the search index that belongs to it.
  struct Edition: Sendable {
    let program: Program
    let search: ProgramSearch
  }

  public struct Settings: Sendable {
    /// Where the site is reached from outside, without a slash at the end: for calendars and search engines.
    public var address: String
    /// Where Debian's libjs-katex lies.
    public var katexPath: String

    public init(address: String, katexPath: String = "/usr/share/javascript/katex") {
      self.address = address
      self.katexPath = katexPath
    }
  }

  let data: DataFolder
  let settings: Settings
  let clock: Clock
  let logger: Logger
  let assets: Assets
  let cache = PageCache(limit: 48 << 20)
  private let database: Database
  private let searchPlace: SearchPlace
  private let current: Mutex<Edition>

  /// Reads the program; throws where the database or the site's own files cannot be read.
  public init(data: DataFolder, settings: Settings, clock: Clock, logger: Logger) async throws {
    self.data = data
    self.settings = settings
    self.clock = clock
    self.logger = logger
    assets = try Assets()
    database = try data.open()
    searchPlace = try SearchPlace(database, in: data)
    current = Mutex(try await Self.edition(of: database, searchPlace))
  }

  var edition: Edition { current.withLock { $0 } }

  private static func edition(of database: Database, _ searchPlace: SearchPlace) async throws -> Edition {
    let program = try await ProgramStore(database).load()
    return Edition(program: program, search: try await searchPlace.search(program))
  }

  /// Yields at once and whenever anything may have changed, here or on another node.
  func changes() -> AsyncStream<Void> { database.changes() }

  /// Takes up a changed program; cheap when nothing changed.
  func refresh() async throws {
    guard try await ProgramStore(database).version() != edition.program.version else { return }
    let fresh = try await Self.edition(of: database, searchPlace)
    current.withLock { $0 = fresh }
    logger.info("The program has changed", metadata: ["version": "\(fresh.program.version)"])
  }

  /// Whether the database answers.
  func isReady() async -> Bool {
    do {
      _ = try await ProgramStore(database).version()
      return true
    } catch {
      logger.error("The database does not answer", metadata: ["error": "\(error)"])
      return false
    }
  }

  /// Closes the database, once nothing is served any more.
  public func close() throws {
    try searchPlace.close()
    try database.close()
  }
}
