import Testing

@testable import Conference

@Suite struct ImportProblemTests {
  private func read(_ files: [String: String]) -> Reading {
    Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  private static let papers = "id,title\np1,One\np2,Two\n"

  @Test(
    "what is wrong is named with file, line, column and what to do",
    arguments: [
      ("papers.csv", "id,title\np1,One\np1,Two\n", "papers.csv:3:1", "used twice"),
      ("papers.csv", "id,title\np1,\n", "papers.csv:2:1", "no title"),
      ("papers.csv", "id,title\na/b,One\n", "papers.csv:2:1", "web address"),
      ("papers.csv", "id,title,pdf\np1,One,javascript:x\n", "papers.csv:2:8", "neither a web address"),
      (
        "sessions.csv", "id,title,kind,start,end\ns,S,poster,2026-04-28 14:00,2026-04-28 12:00\n", "sessions.csv:2:29",
        "before it starts"
      ),
      (
        "sessions.csv", "id,title,kind,start,end,zone\ns,S,poster,2026-04-28 14:00,2026-04-28 15:00,Mars/Base\n",
        "sessions.csv:2:46", "unknown"
      ),
      ("sessions.csv", "id,title,kind,start\ns,S,poster,2026-04-28 14:00\n", "sessions.csv:2:1", "no end"),
      (
        "sessions.csv", "id,title,kind,start,end\ns,S,poster,tomorrow,2026-04-28 15:00\n", "sessions.csv:2:12",
        "date and time"
      ),
      (
        "sessions.csv", "id,title,kind,start,end,event\ns,S,social,2026-04-28 14:00,2026-04-28 15:00,social/none\n",
        "sessions.csv:2:46", "no social"
      ),
      ("slots.csv", "session,paper\nnone,p1\n", "slots.csv:2:1", "no session"),
      ("slots.csv", "session,paper\ns,nobody\n", "slots.csv:2:3", "no paper"),
      ("authors.csv", "paper,name\nnobody,A\n", "authors.csv:2:1", "no paper"),
      ("people.csv", "event,name\nkeynote/9,A\n", "people.csv:2:1", "no event"),
      ("conference.yml", "name: X\naccent: red\n", "conference.yml:2:9", "colour"),
      ("conference.yml", "name: X\nstart: 2026-05-01\nend: 2026-04-01\n", "conference.yml:3:6", "before it starts"),
      ("conference.yml", "name: X\nzone: Nowhere\n", "conference.yml:2:7", "unknown"),
      ("faq.csv", "question,answer\nWhy,\n", "faq.csv:2:1", "answer"),
      ("faq.yml", "FAQ:\n\t- x\n", "faq.yml:2:1", "tab"),
    ])
  func places(file: String, text: String, place: String, words: String) {
    var files = file == "papers.json" ? [:] : ["papers.csv": Self.papers]
    files[file] = text
    let errors = read(files).errors
    #expect(
      errors.contains { $0.place.description == place && $0.message.contains(words) && !$0.advice.isEmpty }, "\(errors)"
    )
  }

  @Test("all problems are reported at once")
  func all() {
    let reading = read([
      "papers.csv": "id,title\n,No id\np1,\np2,Good\np2,Twice\n", "slots.csv": "session,paper\nx,p2\n",
      "faq.yml": "FAQ: [",
    ])
    #expect(
      Set(reading.errors.map { "\($0.place.file):\($0.place.line)" }).isSuperset(of: [
        "papers.csv:2", "papers.csv:3", "papers.csv:5", "slots.csv:2",
      ]))
    #expect(reading.unreadable == ["faq"])
    #expect(!reading.isAcceptable(skippingBadRows: false))
    #expect(!reading.isAcceptable(skippingBadRows: true), "a file that cannot be read is more than a bad row")
  }

  @Test("with bad rows left out, exactly these are missing")
  func skipping() {
    let reading = read([
      "papers.csv": "id,title\np1,One\n,No id\np2,\np3,Three\n",
      "sessions.csv": "id,title,kind,start,end\ns,S,poster,2026-04-28 14:00,2026-04-28 15:00\n",
      "slots.csv": "session,paper\ns,p1\ns,p2\ns,p3\n",
    ])
    #expect(reading.isAcceptable(skippingBadRows: true))
    #expect(reading.draft.papers.map(\.id) == ["p1", "p3"])
    #expect(reading.draft.sessions[0].slots.map(\.paper) == ["p1", "p3"])
    #expect(reading.errors.map(\.place.line).sorted() == [3, 4])
  }

  @Test("fields and files that are not understood are named, once for each")
  func leftovers() {
    let reading = read(["papers.csv": "id,title,mood\np1,One,good\np2,Two,bad\n", "weather.csv": "day,rain\nmon,yes\n"])
    #expect(reading.errors == [])
    #expect(
      reading.problems.filter { $0.severity == .note }.map(\.place.description) == ["papers.csv:1:10", "weather.csv"]
        || reading.problems.contains { $0.message.contains("“mood”") && $0.message.contains("2×") })
    #expect(reading.problems.contains { $0.place.file == "weather.csv" })
  }

  @Test("HTML in a title is kept as text and warned of, formulas are kept as they are")
  func titles() {
    let reading = read(["papers.csv": "id,title\np1,A <b>bold</b> claim\np2,=1+1\n"])
    #expect(reading.draft.papers.map(\.title) == ["A <b>bold</b> claim", "=1+1"])
    #expect(reading.problems.contains { $0.severity == .warning && $0.place.line == 2 })
  }

  @Test(
    "HTML in a conference's name and tagline is kept and warned of; of the template's it is taken out and warned of")
  func names() {
    let own = read(["conference.yml": "name: A <b>bold</b> one\ntagline: This<br>that\n"])
    #expect([own.draft.conference.name, own.draft.conference.tagline] == ["A <b>bold</b> one", "This<br>that"])
    #expect(own.problems.filter { $0.message.contains("holds HTML") }.map(\.place.line) == [1, 2])
    let template = read(["config.yml": "name: A <b>bold</b> one\ntagline: This<br>that &amp; more\n"])
    #expect([template.draft.conference.name, template.draft.conference.tagline] == ["A bold one", "This that & more"])
    #expect(template.problems.filter { $0.message.contains("holds HTML") }.map(\.place.line) == [1, 2])
  }

  @Test("an empty folder says what could be in it")
  func empty() {
    let errors = read([:]).errors
    #expect(errors.count == 1)
    #expect(errors.first?.advice.contains("papers.csv") == true)
  }
}
