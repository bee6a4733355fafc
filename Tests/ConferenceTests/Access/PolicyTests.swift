import Foundation
import Testing

@testable import Conference

@Suite struct PolicyTests {
  private static let now = Instant(milliseconds: 1_588_000_000_000)

  private static func program() throws -> Program {
    let story = Story(seed: 3, papers: 8, today: try #require(Day(iso: "2020-04-28")))
    return Program(draft: story.draft(), version: 1, changed: now)
  }

  @Test("until organizers choose, everybody sees everything")
  func standard() throws {
    let program = try Self.program()
    #expect(program.visible(to: .visitor, .standard, at: Self.now).draft == program.draft)
  }

  @Test(
    "a closed conference shows visitors its name, its questions and answers and its code of conduct, and nothing else")
  func closed() throws {
    let program = try Self.program()
    let seen = program.visible(to: .visitor, .closed, at: Self.now)
    #expect(seen.papers.isEmpty && seen.sessions.isEmpty && seen.events.isEmpty && seen.sponsors.isEmpty)
    #expect(seen.themes.isEmpty && seen.stamps.isEmpty)
    #expect(seen.conference == program.conference && seen.answers == program.answers)
    #expect(program.visible(to: .participant, .closed, at: Self.now).draft == program.draft)
  }

  @Test("what was chosen before questions had a policy leaves them to participants")
  func older() throws {
    let policies = try JSONDecoder().decode(Policies.self, from: Data(#"{"papers": "participants"}"#.utf8))
    #expect(policies.papers == .participants && policies.schedule == .everyone && policies.questions == .participants)
    #expect(try JSONDecoder().decode(Policies.self, from: JSONEncoder().encode(policies)) == policies)
  }

  @Test("where papers are closed, sessions do not name them; where rooms are, nothing says how to join")
  func parts() throws {
    let program = try Self.program()
    var policies = Policies()
    (policies.papers, policies.rooms) = (.participants, .participants)
    let seen = program.visible(to: .visitor, policies, at: Self.now)
    #expect(seen.papers.isEmpty && !seen.sessions.isEmpty && seen.sessions.allSatisfy { $0.slots.isEmpty })
    #expect(seen.sessions.allSatisfy { $0.join == nil } && seen.events.allSatisfy { $0.join == nil })
  }

  @Test("what opens at an instant is closed just before it, and open from then on")
  func instants() throws {
    let program = try Self.program()
    var policies = Policies()
    policies.papers = .everyoneFrom(Self.now)
    let before = Instant(milliseconds: Self.now.milliseconds - 1)
    #expect(program.visible(to: .visitor, policies, at: before).papers.isEmpty)
    #expect(!program.visible(to: .visitor, policies, at: Self.now).papers.isEmpty)
    #expect(program.nextOpening(policies, after: before) == Self.now)
  }

  @Test("a talk is released at two in the morning of its day in UTC+12, and organizers see it before")
  func release() throws {
    var draft = try #require(try Self.program().draft)
    let index = try #require(draft.events.firstIndex { $0.kind == .keynote })
    draft.events[index].video = "media/talk.mp4"
    let (program, keynote) = (Program(draft: draft, version: 1, changed: Self.now), draft.events[index])
    let release = try #require(program.release(of: keynote))
    let start = try #require(program.sessions(of: keynote).first).start
    #expect(release < start && start - release < 34 * 3_600_000)
    #expect((release.milliseconds + 12 * 3_600_000) % 86_400_000 == 2 * 3_600_000)
    var policies = Policies()
    policies.release = .onTheirDay
    let before = Instant(milliseconds: release.milliseconds - 1)
    #expect(program.visible(to: .participant, policies, at: before).event(keynote.reference)?.video == nil)
    #expect(program.visible(to: .organizer, policies, at: before).event(keynote.reference)?.video != nil)
    #expect(program.visible(to: .participant, policies, at: release).event(keynote.reference)?.video != nil)
  }

  @Test("policies are read as they were written")
  func json() throws {
    var policies = Policies.closed
    policies.papers = .everyoneFrom(Self.now)
    policies.release = .onTheirDay
    #expect(try JSONDecoder().decode(Policies.self, from: JSONEncoder().encode(policies)) == policies)
  }
}
