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

  @Test("a paper's video and slides are released on the day on which it is first met; nothing else of it is held back")
  func papers() throws {
    var draft = try #require(try Self.program().draft)
    let later = Self.now.adding(minutes: 3 * 24 * 60)
    for index in draft.papers.indices {
      (draft.papers[index].video, draft.papers[index].slides) = ("media/talks/p\(index).mp4", "https://example.org/s")
      draft.papers[index].poster = "media/posters/p\(index).png"
    }
    let (met, alone) = (draft.papers[0].id, draft.papers[1].id)
    for index in draft.sessions.indices { draft.sessions[index].slots.removeAll { [met, alone].contains($0.paper) } }
    for (id, start) in [("second", later.adding(minutes: 48 * 60)), ("first", later)] {
      var session = Session(id: id, kind: .poster, title: id, start: start, end: start.adding(minutes: 60))
      session.slots = [Slot(paper: met)]
      draft.sessions.append(session)
    }
    (draft.conference.zone, draft.conference.start) = ("UTC", Zone.utc.day(at: later).adding(days: 1))
    let program = Program(draft: draft, version: 1, changed: Self.now)
    var policies = Policies()
    policies.release = .onTheirDay
    for (id, day) in [(met, Zone.utc.day(at: later)), (alone, Zone.utc.day(at: later).adding(days: 1))] {
      let paper = try #require(program.paper(id))
      let release = Instant(seconds: Int64(day.number) * 86_400 - 10 * 3_600)
      #expect(program.release(of: paper) == release)
      let before = Instant(milliseconds: release.milliseconds - 1)
      #expect(program.releaseToCome(of: paper, policies, at: before) == release)
      #expect(program.releaseToCome(of: paper, policies, at: release) == nil)
      #expect(program.releaseToCome(of: paper, .standard, at: before) == nil)
      #expect(try #require(program.nextOpening(policies, after: before)) <= release)
      for audience in [Audience.visitor, .participant] {
        let (held, open) = (
          program.visible(to: audience, policies, at: before), program.visible(to: audience, policies, at: release)
        )
        var without = paper
        (without.video, without.slides) = (nil, nil)
        #expect(held.paper(id) == without && open.paper(id) == paper)
        let video = try #require(paper.video).dropFirst("media/".count)
        #expect(!held.media.has(String(video)) && open.media.has(String(video)))
      }
      #expect(program.visible(to: .organizer, policies, at: before).paper(id) == paper)
    }
  }

  @Test("a session that was cancelled releases nothing, unless there is no other")
  func cancelled() throws {
    var draft = try #require(try Self.program().draft)
    let later = Self.now.adding(minutes: 3 * 24 * 60)
    let paper = draft.papers[0].id
    for index in draft.sessions.indices { draft.sessions[index].slots.removeAll { $0.paper == paper } }
    draft.conference.zone = "UTC"
    var (cancelled, held) = (
      Session(id: "off", kind: .poster, title: "Off", start: Self.now, end: later),
      Session(id: "on", kind: .poster, title: "On", start: later, end: later.adding(minutes: 60))
    )
    (cancelled.slots, held.slots, cancelled.isCancelled) = ([Slot(paper: paper)], [Slot(paper: paper)], true)
    let first = Program(draft: draft.adding([cancelled]), version: 1, changed: Self.now)
    let both = Program(draft: draft.adding([cancelled, held]), version: 1, changed: Self.now)
    for (program, day) in [(first, Self.now), (both, later)] {
      let release = try #require(program.paper(paper).flatMap { program.release(of: $0) })
      #expect(release == Instant(seconds: Int64(Zone.utc.day(at: day).number) * 86_400 - 10 * 3_600))
    }
  }

  @Test("files that are linked to as code, forum or page of something are served like it")
  func linked() throws {
    var draft = try #require(try Self.program().draft)
    (draft.papers[0].code, draft.papers[0].forum) = (["media/code.zip"], "media/forum.html")
    draft.papers[0].authors = [Person(name: "A", website: "media/a.html")]
    draft.conference.website = "media/site.pdf"
    draft.events[0].website = "media/event.pdf"
    draft.sponsors[0].website = "media/sponsor.pdf"
    let media = Program(draft: draft, version: 1, changed: Self.now).media
    for name in ["code.zip", "forum.html", "a.html", "site.pdf", "event.pdf", "sponsor.pdf"] {
      #expect(media.has(name), "\(name)")
    }
  }

  @Test("a picture does not open the recording of the same name, and a recording opens its captions")
  func files() throws {
    var draft = try #require(try Self.program().draft)
    (draft.papers[0].thumbnail, draft.papers[0].video) = ("media/p1.png", nil)
    draft.papers[0].links = [Link(label: "Page 3", url: "media/text.pdf#page=3")]
    let picture = Program(draft: draft, version: 1, changed: Self.now).media
    #expect(picture.has("p1.png") && picture.has("text.pdf"))
    #expect(!picture.has("p1.mp4") && !picture.has("p1.vtt") && !picture.has("text.mp4"))
    draft.papers[0].video = "media/p1.mp4"
    let recording = Program(draft: draft, version: 1, changed: Self.now).media
    #expect(recording.has("p1.mp4") && recording.has("p1.vtt") && !recording.has("p1.webm"))
  }

  @Test("policies are read as they were written")
  func json() throws {
    var policies = Policies.closed
    policies.papers = .everyoneFrom(Self.now)
    policies.release = .onTheirDay
    #expect(try JSONDecoder().decode(Policies.self, from: JSONEncoder().encode(policies)) == policies)
  }
}

extension Draft {
  fileprivate func adding(_ sessions: [Session]) -> Draft {
    var draft = self
    draft.sessions += sessions
    return draft
  }
}
