import Conference
import Database

/// The program together with the search index that belongs to it, and what each audience may see of it.
struct Edition: Sendable {
  /// Everything, as organizers see it.
  let program: Program
  let search: ProgramSearch
  let choices: Choices
  /// Rises with every change of what anybody sees.
  let number: Int
  /// When something opens by itself.
  let until: Instant?
  /// The version of the code of conduct that people have to accept.
  let conduct: String?
  /// Those whom the sessions concern that something is announced for.
  let circles: [String: SessionCircle]
  private let visible: [Program]
  /// The files that each audience is shown.
  private let media: [MediaList]
  /// Whether everything is open to everybody.
  private let isOpen: Bool

  init(program: Program, search: ProgramSearch, choices: Choices, now: Instant, after old: Edition? = nil) {
    (self.program, self.search, self.choices) = (program, search, choices)
    number = (old?.number ?? 0) + 1
    conduct = Conduct.version(of: program)
    until = [program.nextOpening(choices.policies, after: now), choices.announcements.nextChange(after: now)]
      .compactMap(\.self).min()
    circles = SessionCircle.all(of: choices.announcements, in: program)
    isOpen = choices.policies == .standard
    visible = Audience.allCases.map { program.visible(to: $0, choices.policies, at: now) }
    media = isOpen ? Array(repeating: program.media, count: visible.count) : visible.map(\.media)
  }

  /// Whether an audience may see the file at a path below the media folder. What people sent is seen only while something
  /// refers to it, as they may have taken it away.
  func shows(media path: String, to audience: Audience) -> Bool {
    media[audience.rawValue].has(path) || isOpen && !MediaName.isSent(path)
  }

  /// The same with what is open at another time.
  func reopened(at now: Instant) -> Edition {
    Edition(program: program, search: search, choices: choices, now: now, after: self)
  }

  func program(for audience: Audience) -> Program { visible[audience.rawValue] }
}

/// What organizers chose for the whole site.
struct Choices: Hashable, Sendable {
  var policies: Policies
  var registration: Registration
  var backups: Backups
  /// Whether anybody has an account: else the site has no doors.
  var hasAccounts: Bool
  /// Those that are shown, or will be.
  var announcements: [Announcement]

  init(_ database: Database, at now: Instant) async throws {
    (policies, registration, backups, hasAccounts, announcements) = try await database.read { connection in
      (
        try Policies.current(connection), try Registration.current(connection), try Backups.current(connection),
        try connection.first("SELECT 1 FROM accounts LIMIT 1") != nil,
        try Announcements.open(at: now, connection)
      )
    }
  }
}
