import Foundation
import Testing

@testable import Conference

@Suite(.enabled(if: RealFolders.exist, "needs the folder ../shared/data beside the repository"))
struct RealImportTests {
  private func read(_ name: String) throws -> Reading {
    let reading = Importer.read(try ConferenceFolder(portal: RealFolders.root + "/" + name), title: name)
    #expect(reading.errors == [])
    return reading
  }

  private func instant(_ text: String) throws -> Instant { try #require(Instant(iso8601: text)) }

  @Test("ICLR 2020 is whole: its counts, its poster sessions, and every paper in two of them")
  func iclr() throws {
    let reading = try read("iclr2020/sitedata")
    let draft = reading.draft
    let counts = Counts(draft)
    #expect(reading.format.contains("ICLR"))
    #expect(counts.papers == 687)
    #expect(counts.eventsByKind == ["keynote": 8, "workshop": 15, "social": 20, "expo": 4])
    #expect(counts.sessionsByKind == ["poster": 20, "qa": 8, "social": 27, "expo": 4])
    #expect(counts.sponsors == 15)
    #expect(Set(draft.sponsors.map(\.tier)).count == 4)
    #expect(counts.answers == 28)
    #expect(draft.conference.name == "ICLR 2020")
    #expect(draft.conference.start?.iso == "2020-04-27")
    #expect(draft.conference.end?.iso == "2020-04-30")
    var expected: [String: (String, String)] = [:]
    for day in 1...4 {
      for (number, hours) in [("05", "07"), ("08", "10"), ("12", "14"), ("17", "19"), ("20", "22")].enumerated() {
        expected["P\(day)S\(number + 1)"] = (
          "2020-04-\(26 + day)T\(hours.0):00:00Z", "2020-04-\(26 + day)T\(hours.1):00:00Z"
        )
      }
    }
    for session in draft.sessions where session.kind == .poster {
      let times = try #require(expected[session.id])
      #expect(session.start.iso8601 == times.0)
      #expect(session.end.iso8601 == times.1)
    }
    let places = Dictionary(grouping: draft.sessions.flatMap { $0.slots.map(\.paper) }, by: \.self).mapValues(\.count)
    #expect(places.count == 687)
    #expect(places.values.allSatisfy { $0 == 2 })
  }

  @Test("times after midnight, nights between two weekdays and whole days of ICLR 2020 are placed right")
  func nights() throws {
    let draft = try read("iclr2020/sitedata").draft
    func times(_ id: String) throws -> [String] {
      let session = try #require(draft.sessions.first { $0.id == id })
      return [session.start.iso8601, session.end.iso8601]
    }
    #expect(try times("social-Risky-1") == ["2020-04-28T23:00:00Z", "2020-04-29T01:00:00Z"])
    #expect(try times("social-Korea-1") == ["2020-04-30T01:00:00Z", "2020-04-30T03:00:00Z"])
    #expect(try times("social-ICLRTown-1") == ["2020-04-28T00:00:00Z", "2020-04-29T00:00:00Z"])
    #expect(try times("social-Covid-2") == ["2020-04-30T11:00:00Z", "2020-04-30T12:00:00Z"])
    #expect(try times("keynote-7-1") == ["2020-04-30T16:00:00Z", "2020-04-30T16:30:00Z"])
  }

  @Test("what two files of ICLR 2020 say differently is said, and its papers keep talks, recommendations and figures")
  func details() throws {
    let reading = try read("iclr2020/sitedata")
    #expect(
      reading.problems.contains {
        $0.severity == .warning && $0.place.file == "schedule.yml" && $0.message.contains("Expo Amazon")
      })
    let paper = try #require(reading.draft.papers.first { $0.id == "rkgt0REKwS" })
    #expect(paper.authors.map(\.name) == ["Yueming Lyu", "Ivor W. Tsang"])
    #expect(paper.forum == "https://openreview.net/forum?id=rkgt0REKwS")
    #expect(paper.video?.hasPrefix("https://slideslive.com/389") == true)
    #expect(paper.similar.count == 4)
    #expect(reading.draft.papers.filter { $0.thumbnail != nil }.count == 150)
    #expect(reading.draft.themes.count == 25)
  }

  @Test("ACL 2020 is whole: programs, tracks, slots, workshops with their schedules, booths")
  func acl() throws {
    let reading = try read("acl2020")
    let counts = Counts(reading.draft)
    #expect(counts.papers == 907)
    #expect(counts.programs == 5)
    #expect(counts.tracks == 25)
    #expect(counts.slotsByProgram["main"] == 1556)
    #expect(counts.eventsByKind == ["workshop": 20, "tutorial": 8, "social": 27, "plenary": 12])
    #expect(counts.sponsors == 24)
    // The calendar repeats what socials.yml says.
    let mentoring = reading.draft.sessions.filter { $0.title.contains("Group Mentoring") }
    #expect(mentoring.count == 6 && mentoring.allSatisfy { $0.event?.id == "social/group_mentoring" })
    let first = try #require(reading.draft.events.first { $0.kind == .workshop && $0.name == "W1" }?.agenda.first)
    #expect(first.title == "Opening remarks")
    #expect(first.start == (try instant("2020-07-05T16:00:00Z")))
    #expect(reading.draft.events.filter { $0.kind == .workshop }.allSatisfy { !$0.agenda.isEmpty })
    // A slot's own "Z" counts over the zone in the column beside it.
    let session = try #require(reading.draft.sessions.first { $0.id == "2B" })
    #expect(session.start == (try instant("2020-07-06T09:00:00Z")))
    #expect(session.slots.allSatisfy { $0.start == nil })
  }

  @Test("the Mini-Conf template is whole: papers, calendar, speakers tied to their sessions")
  func miniConf() throws {
    let draft = try read("iclr2020-miniconf").draft
    #expect(draft.papers.count == 687)
    #expect(draft.sessions.count == 56)
    #expect(draft.sessions.first { $0.id == "P1S1" }?.slots.count == 1)
    #expect(draft.sessions.filter { $0.event?.kind == .keynote }.allSatisfy { $0.kind == .qa })
    #expect(
      draft.sessions.contains {
        $0.event == EventReference(kind: .keynote, name: "1") && $0.title.contains("Walcott-Bryant")
      })
  }

  @Test(
    "exports of real conferences import as the same conference, byte by byte",
    arguments: ["iclr2020/sitedata", "acl2020", "iclr2020-miniconf"])
  func roundTrip(name: String) throws {
    try RoundTrip.check(try read(name).draft)
  }
}
