import ArgumentParser
import Conference
import Database

struct AccessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "access", abstract: "Says what is open to whom and who may register; without options, what holds.",
    discussion: """
      Each part is open to everyone, to participants, or to everyone from an instant on, such as 2026-05-14T00:00:00Z, and to \
      participants before. It holds at once, also in a server that runs.
      """)

  @OptionGroup var data: DataOption
  @Option(help: "Sessions and events with their calendars.") var schedule: String?
  @Option(help: "Papers.") var papers: String?
  @Option(help: "Sponsors.") var sponsors: String?
  @Option(help: "Videos and slides.") var talks: String?
  @Option(help: "Where one joins what is live.") var rooms: String?
  @Option(help: "Questions to speakers, with the names of who asked.") var questions: String?
  @Option(help: "When talks can be watched: at-once or on-their-day (two in the morning, UTC+12).") var release: String?
  @Option(help: "Who may get an account: closed (only the list), code, approval or open.") var registration: String?
  @Option(help: "What newcomers have to type with --registration code.") var code: String?
  @Flag(help: "Say what that would close and open to whom at once, and change nothing.") var dryRun = false

  func run() async throws {
    let database = try await data.folder().openExisting()
    if dryRun {
      try await preview(database)
    } else {
      try await change(database)
    }
    let (policies, registration) = (try await Policies.current(database), try await Registration.current(database))
    try database.close()
    for (name, openness) in [
      ("schedule", policies.schedule), ("papers", policies.papers), ("sponsors", policies.sponsors),
      ("talks", policies.talks), ("rooms", policies.rooms), ("questions", policies.questions),
    ] {
      print("\(name): \(Self.words(openness))")
    }
    print("release: \(policies.release == .atOnce ? "at-once" : "on-their-day")")
    print("registration: \(registration.mode.rawValue)")
  }

  private func change(_ database: Database) async throws {
    let old = (try await Policies.current(database), try await Registration.current(database))
    let (policies, registration) = (try policies(old.0), try registration(old.1))
    if policies != old.0 { try await policies.choose(by: nil, database, at: Clock.system.now()) }
    if registration != old.1 { try await registration.choose(by: nil, database, at: Clock.system.now()) }
  }

  private func preview(_ database: Database) async throws {
    let (old, program) = (try await Policies.current(database), try await ProgramStore(database).load())
    _ = try registration(try await Registration.current(database))
    for one in PolicyConsequence.all(from: old, to: try policies(old), program, at: Clock.system.now()) {
      if one.sentences.isEmpty { print("For \(one.who) nothing changes now.") }
      for sentence in one.sentences { print("\(sentence.beginning): \(sentence.items.joined(separator: "; "))") }
    }
    print("Nothing is changed; what holds:")
  }

  private func policies(_ old: Policies) throws -> Policies {
    var policies = old
    try Self.set(schedule, &policies.schedule)
    try Self.set(papers, &policies.papers)
    try Self.set(sponsors, &policies.sponsors)
    try Self.set(talks, &policies.talks)
    try Self.set(rooms, &policies.rooms)
    try Self.set(questions, &policies.questions)
    switch release {
    case nil: break
    case "at-once": policies.release = .atOnce
    case "on-their-day": policies.release = .onTheirDay
    case let text?: throw ValidationError("“\(text)” is neither at-once nor on-their-day")
    }
    return policies
  }

  private func registration(_ old: Registration) throws -> Registration {
    guard registration != nil || code != nil else { return old }
    let mode = try registration.map { text in
      guard let mode = Registration.Mode(rawValue: text) else {
        throw ValidationError("“\(text)” is not one of closed, code, approval and open")
      }
      return mode
    }
    let new = Registration(mode: mode ?? old.mode, code: code ?? old.code)
    if new.mode == .code, new.code ?? "" == "" { throw ValidationError("say the code, too: --code WORD") }
    return new
  }

  private static func set(_ text: String?, _ openness: inout Policies.Openness) throws {
    switch text {
    case nil: return
    case "everyone": openness = .everyone
    case "participants": openness = .participants
    case let text?:
      guard let instant = Instant(iso8601: text) else {
        throw ValidationError("“\(text)” is not everyone, participants or an instant such as 2026-05-14T00:00:00Z")
      }
      openness = .everyoneFrom(instant)
    }
  }

  private static func words(_ openness: Policies.Openness) -> String {
    switch openness {
    case .everyone: "everyone"
    case .participants: "participants"
    case .everyoneFrom(let instant): "everyone from \(instant.iso8601), participants before"
    }
  }
}
