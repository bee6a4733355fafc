import Database
import Testing

@testable import Conference

/// Something that is done or read in somebody's name, and for whom.
struct RightAction: Sendable {
  let name: String
  let roles: Set<Role>
  /// With any of which a token may, too; nil where tokens do not come to it.
  let scopes: Set<TokenScope>?
  private let act: @Sendable (any Doer) async throws -> Void

  init(
    _ name: String, by roles: Set<Role> = [.organizer], with scopes: Set<TokenScope>?,
    _ act: @escaping @Sendable (any Doer) async throws -> Void
  ) {
    (self.name, self.roles, self.scopes, self.act) = (name, roles, scopes, act)
  }

  /// Why it is not done; nil where it is, or would be if there were something to do it to.
  func refusal(of doer: any Doer) async throws -> ConferenceError? {
    do {
      try await act(doer)
      return nil
    } catch let error as ConferenceError {
      switch error {
      case .forbidden, .unauthenticated: return error
      default: return nil
      }
    }
  }
}

/// A conference with a little of everything to do something to.
struct RightScene: Sendable {
  static let chairs: Set<Role> = [.chair, .organizer]
  static let helpers: Set<Role> = [.volunteer, .moderator, .chair, .organizer]

  let scratch: ScratchPeople
  let target: Account
  let helper: Account
  let paper: Paper
  let change: Int
  let shift: String
  let problem: String

  init(_ scratch: ScratchPeople) async throws {
    self.scratch = scratch
    target = try await scratch.add("target@example.org", name: "Ada Nwosu")
    helper = try await scratch.add("helper@example.org", name: "Vera", role: .volunteer)
    let (database, clock, now) = (scratch.database, scratch.clock, scratch.time.now)
    var draft = Story(seed: 1, papers: 3, today: try #require(Day(iso: "2026-04-28"))).draft()
    let claimed = Paper(id: "claimed", title: "Claimed", authors: [Person(name: "Ada Nwosu", email: nil)])
    draft.papers.append(claimed)
    paper = claimed
    try await ProgramStore(database).apply(draft, now: now)
    let edited = try await ProgramEditor(database, clock: clock).edit(by: nil) {
      try $0.put(Paper(id: "new", title: "New"), seen: .nothing)
    }
    change = try #require(edited).id
    try await PaperClaims(database, clock: clock).claim(paper, by: target)
    let organizer = try await scratch.add("olga@example.org", role: .organizer)
    shift = try await HelpShifts(database, clock: clock).add(
      from: now, until: now.adding(minutes: 60), places: 50, by: organizer.id)
    let problems = KnownProblems(database, clock: clock)
    try await problems.add("Zoom is down", text: "", hours: 1, by: helper.id)
    problem = try #require(try await problems.shown().first).id
  }

  /// How much is on record for somebody.
  func deeds(of account: String) async throws -> Int? {
    try await scratch.database.first("SELECT COUNT(*) FROM deeds WHERE account = \(account)")?.value(0)
  }

  /// A token's holder; the token itself is revoked at once, so that there are not too many.
  func holder(_ scopes: Set<TokenScope>, of maker: String?) async throws -> TokenHolder {
    let (token, secret) = try await scratch.tokens.add("A test", scopes, lasting: 1, by: maker)
    let holder = try await scratch.tokens.present(secret).holder
    try await scratch.tokens.revoke(token.id, by: nil)
    return try #require(holder)
  }

  var actions: [RightAction] { [people, reading, settings, program, mail, talking, helping].flatMap { $0 } }
}
