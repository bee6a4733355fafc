import Foundation
import Testing

@testable import Conference

@Suite struct ImportPropertyTests {
  private static let pieces = [
    "a", "Émilie", "\"", "\"\u{301}", "'", "|", "|\u{301}", ";", ",", "\n", "\r\n", "\r", "\t", " ", "\u{A0}",
    "\u{200B}", "=", "+", "-", "@", "---", ": ", "#", "&", "*", "!", "%", "{", "}", "[", "]", "<b>", "\\", "\\n", "\0",
    "\u{1}", "\u{7F}", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{FFFE}", "👩‍🔬", "🏳️‍🌈", "שלום", "\u{202E}", "e\u{301}",
    "\u{200D}", " and ", "null", "12:30", "media/x.png", "$x_1$",
  ]

  private static func text(_ dice: inout SplitMix64) -> String {
    let count = Int.random(in: 0...6, using: &dice)
    let middle = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &dice)] }.joined()
    return Bool.random(using: &dice) ? "x" + middle : middle + "y"
  }

  private static func person(_ dice: inout SplitMix64) -> Person {
    var person = Person(name: text(&dice))
    if Bool.random(using: &dice) { (person.affiliation, person.biography) = (text(&dice), text(&dice)) }
    if Bool.random(using: &dice) { (person.country, person.zone) = (text(&dice), "Africa/Lagos") }
    return person
  }

  /// The draft with other texts wherever a text may stand.
  private static func disturbed(_ story: Draft, _ dice: inout SplitMix64) -> Draft {
    var draft = story
    (draft.conference.name, draft.conference.tagline) = (text(&dice), text(&dice))
    draft.conference.description = text(&dice) + "\n" + text(&dice)
    draft.conference.codeOfConduct = text(&dice)
    for index in draft.papers.indices {
      (draft.papers[index].title, draft.papers[index].abstract) = (text(&dice), text(&dice))
      (draft.papers[index].tldr, draft.papers[index].bibtex) = (text(&dice), text(&dice))
      (draft.papers[index].track, draft.papers[index].kind) = (text(&dice), text(&dice))
      draft.papers[index].keywords = (0..<Int.random(in: 0...3, using: &dice)).map { _ in text(&dice) }
      draft.papers[index].authors = (0..<Int.random(in: 0...3, using: &dice)).map { _ in person(&dice) }
    }
    for index in draft.sessions.indices {
      (draft.sessions[index].title, draft.sessions[index].description) = (text(&dice), text(&dice))
      draft.sessions[index].chairs = [person(&dice)]
    }
    for index in draft.events.indices {
      draft.events[index].title = text(&dice)
      (draft.events[index].description, draft.events[index].notice) = (text(&dice), text(&dice))
      draft.events[index].people = [person(&dice), person(&dice)]
      draft.events[index].agenda.append(AgendaItem(title: text(&dice), people: text(&dice), kind: text(&dice)))
      draft.events[index].talks.append(Talk(title: text(&dice), people: text(&dice)))
      draft.events[index].links = [Link(label: text(&dice), url: "https://example.org/a|b")]
    }
    for index in draft.sponsors.indices {
      (draft.sponsors[index].name, draft.sponsors[index].tier) = (text(&dice), text(&dice))
      draft.sponsors[index].contacts.append(person(&dice))
    }
    for index in draft.answers.indices {
      (draft.answers[index].question, draft.answers[index].text) = (text(&dice), text(&dice))
    }
    for index in draft.members.indices {
      (draft.members[index].person, draft.members[index].role) = (person(&dice), text(&dice))
    }
    for index in draft.themes.indices { draft.themes[index].title = text(&dice) }
    return draft
  }

  private static func words(_ keywords: [String]) -> [String] {
    keywords.map { ExportedText.canonical($0) }.filter { !$0.isEmpty }
  }

  @Test("a conference with hostile texts in every field survives export and import", arguments: 1...12)
  func survives(seed: Int) throws {
    var dice = SplitMix64(seed: UInt64(seed))
    let today = try #require(Day(iso: "2026-04-28"))
    let draft = Self.disturbed(Story(seed: UInt64(seed), papers: 12, today: today).draft(), &dice)
    let reading = RoundTrip.imported(draft)
    #expect(reading.errors == [])
    #expect(reading.draft.papers.map(\.title) == draft.papers.map { ExportedText.canonical($0.title) })
    #expect(reading.draft.papers.map(\.abstract) == draft.papers.map { ExportedText.canonical($0.abstract) })
    #expect(reading.draft.papers.map(\.keywords.count) == draft.papers.map { Self.words($0.keywords).count })
    #expect(reading.draft.events.map(\.description) == draft.events.map { $0.description.map(ExportedText.canonical) })
    #expect(reading.draft.events.map(\.agenda.count) == draft.events.map(\.agenda.count))
    #expect(reading.draft.answers.map(\.text) == draft.answers.map { ExportedText.canonical($0.text) })
    try RoundTrip.check(reading.draft)
  }

  @Test("an export leaves nothing to guess: no problem, and every entry has the id that it had")
  func clear() throws {
    let story = Story(seed: 7, papers: 30, today: try #require(Day(iso: "2026-04-28"))).draft()
    let reading = RoundTrip.imported(story)
    #expect(reading.problems == [])
    #expect(reading.derived == [])
    #expect(Counts(reading.draft) == Counts(story))
  }
}
