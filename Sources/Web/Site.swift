import Conference
import Database
import Logging
import Synchronization

/// What all pages are made from: the program as it stands, the search over it, and the clock.
public final class Site: Sendable {
  public struct Settings: Sendable {
    /// Where the site is reached from outside, without a slash at the end: for calendars and search engines.
    public var address: String
    /// Where Debian's libjs-katex lies.
    public var katexPath: String
    /// Proxies whose word counts on where a request comes from.
    public var trustedProxies = TrustedProxies.none
    public var signInLimits = SignInLimits()
    /// Where people may sign in besides here.
    public var openID: [OpenIDProvider] = []
    /// For how long the log of events is kept; a page that was away for longer loads itself again.
    public var historySeconds = 86_400
    /// So many requests may each token make.
    public var apiRequestsPerMinute = 600
    /// Where mails are written, if that is elsewhere than in the data folder.
    public var mailFolder: String?
    /// Where mails go, so that organizers are told where they reach nobody.
    public var mailWay = MailWay.server

    public init(address: String, katexPath: String = "/usr/share/javascript/katex") {
      self.address = address
      self.katexPath = katexPath
    }
  }

  /// What becomes of mails that are to leave.
  public enum MailWay: Sendable {
    case server, folder
    /// They wait: nothing is sent in a rehearsal.
    case rehearsal
    /// They wait for another server: this one was not told how they leave.
    case unset
  }

  let data: DataFolder
  let settings: Settings
  let clock: Clock
  let logger: Logger
  let assets: Assets
  let cache = PageCache(limit: 48 << 20)
  public let database: Database
  let readiness: Readiness
  let doorkeeper: Doorkeeper
  let openIDDirectory = OpenIDDirectory()
  /// The pages that are open, and what they are told.
  let live: Live
  /// Who has which channel open.
  let presence = Presence()
  /// In which channels people are writing.
  let typing = Typing()
  let presenceExchange: PresenceExchange
  let apiPace = APIPace()
  let proxyHint = ProxyHint()
  /// Whose data is being sent.
  let runningArchives = RunningArchives()
  private let searchPlace: SearchPlace
  private let current: Mutex<Edition>
  private let refreshing = Entrance(width: 1)

  /// Reads the program; throws where the database or the site's own files cannot be read.
  public init(data: DataFolder, settings: Settings, clock: Clock, logger: Logger) async throws {
    self.data = data
    self.settings = settings
    self.clock = clock
    self.logger = logger
    assets = try Assets(katexPath: settings.katexPath)
    let database = try data.open()
    self.database = database
    readiness = Readiness(logger: logger) { _ = try await ProgramStore(database).version() }
    searchPlace = try SearchPlace(database, in: data)
    presenceExchange = PresenceExchange(database, presence, typing)
    doorkeeper = Doorkeeper(database, clock: clock)
    live = try await Live(database)
    let program = try await ProgramStore(database).load()
    current = Mutex(
      Edition(
        program: program, search: try await searchPlace.search(program),
        choices: try await Choices(database, at: clock.now()),
        now: clock.now()))
  }

  /// The program as it stands, with what is open by now.
  var edition: Edition {
    let now = clock.now()
    return current.withLock { current in
      if let until = current.until, until <= now { current = current.reopened(at: now) }
      return current
    }
  }

  var people: People { People(database, clock: clock) }
  var signIns: SignIns { SignIns(database, clock: clock, limits: settings.signInLimits) }

  /// Yields at once and whenever anything may have changed, here or on another node.
  func changes() -> AsyncStream<Void> { database.changes() }

  /// Takes up a changed program and what organizers chose; cheap when nothing changed. One after another, as what was read earlier must
  /// not take the place of what was read later.
  func refresh() async throws {
    try await refreshing.pass { [self] in try await readAgain() }
  }

  private func readAgain() async throws {
    let old = edition
    let choices = try await Choices(database, at: clock.now())
    let isNew = try await ProgramStore(database).version() != old.program.version
    guard isNew || choices != old.choices else { return }
    let program = isNew ? try await ProgramStore(database).load() : old.program
    let search = isNew ? try await searchPlace.search(program) : old.search
    let fresh = Edition(program: program, search: search, choices: choices, now: clock.now(), after: old)
    current.withLock { $0 = fresh }
    logger.info("The program or what is open has changed", metadata: ["version": "\(program.version)"])
  }

  /// Takes up what was just stored, before the answer goes out. Where that fails it is stored all the same, so that the answer may not
  /// say that nothing was changed: the pages show it as soon as the watch has taken it up.
  func takeUp() async {
    do {
      try await refresh()
    } catch {
      logger.warning("What was stored could not be taken up at once", of: error)
    }
  }

  /// Closes the database, once nothing is served any more.
  public func close() async throws {
    try await searchPlace.close()
    try await database.closeWhenIdle()
  }
}
