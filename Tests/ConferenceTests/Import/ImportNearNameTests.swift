import Testing

@testable import Conference

/// Columns under names that an import was never told, or nearly told.
@Suite struct ImportNearNameTests {
  private func read(_ files: [String: String], portal: Bool = true) -> Reading {
    var files = files
    if portal { files["config.yml"] = "name: X\n" }
    return Importer.read(ConferenceFolder(files: files.mapValues { Array($0.utf8) }))
  }

  @Test(
    "a paper's id is found under the names that systems give it",
    arguments: ["pid", "number", "Paper #", "Submission Number", "key", "anthology_id", "EasyChair ID", "forum_id"])
  func ids(column: String) {
    let own = read(["papers.csv": "\(column),title\n17,One\n"], portal: false)
    #expect(own.problems == [])
    #expect(own.draft.papers.map(\.id) == ["17"])
    #expect(read(["papers.csv": "\(column),title\n17,One\n"]).draft.papers.map(\.id) == ["17"])
  }

  @Test("ids that are made of titles beside a column that nobody understands are warned of")
  func madeIDs() {
    let reading = read(["papers.csv": "manuscript,title\n17,One\n18,Two\n"])
    #expect(reading.draft.papers.map(\.id) == ["one", "two"])
    let warning = reading.problems.first { $0.severity == .warning && $0.place.file == "papers.csv" }
    #expect(warning?.message.contains("titles (2×)") == true)
    #expect(warning?.advice.contains("“manuscript”") == true)
    let plain = read(["papers.csv": "title\nOne\n"])
    #expect(!plain.problems.contains { $0.place.file == "papers.csv" })
  }

  @Test("an empty id is to be filled in, not to be given a column")
  func emptyID() {
    let reading = read(["papers.csv": "id,title\n,One\n"], portal: false)
    #expect(reading.errors.map(\.advice) == ["fill in its id"])
  }

  @Test(
    "authors, abstracts, keywords and talks are found under their other names",
    arguments: [
      "author_list,paper_abstract,topics,slideslive_id", "Author(s),abstract_text,Keyword(s),youtube",
      "authors_list,abstract,author_keywords,youtube_id",
    ])
  func otherNames(columns: String) {
    let talk = columns.hasSuffix("slideslive_id") ? "38900001" : "abcdefghij_"
    let reading = read(["papers.csv": "id,title,\(columns)\np1,One,Ada Lovelace|Alan Turing,Text,a|b,\(talk)\n"])
    #expect(!reading.problems.contains { $0.place.file == "papers.csv" })
    let paper = reading.draft.papers.first
    #expect(paper?.authors.map(\.name) == ["Ada Lovelace", "Alan Turing"])
    #expect(paper?.abstract == "Text" && paper?.keywords == ["a", "b"])
    #expect(
      paper?.video
        == (talk.hasPrefix("3") ? "https://slideslive.com/38900001" : "https://www.youtube.com/watch?v=\(talk)"))
  }

  @Test("a talk's title and text beside a speaker's name, and one time for day and hour, are the keynote's")
  func talks() {
    let reading = read([
      "speakers.csv":
        "UID,name,talk_title,talk_abstract,datetime,minutes\n1,Ada Lovelace,Engines,Text,2026-04-28 09:00,30\n"
    ])
    let event = reading.draft.events.first
    #expect(event?.title == "Engines" && event?.description == "Text")
    #expect(event?.people.map(\.name) == ["Ada Lovelace"])
    #expect(reading.draft.sessions.map(\.end.iso8601) == ["2026-04-28T09:30:00Z"])
  }

  @Test("a column of a portal that nearly has a name is taken for it, and that is told; in a folder of ours only told")
  func nearNames() {
    let files = ["papers.csv": "id,title,autors,abstrakt\np1,One,Ada Lovelace,Text\n"]
    let reading = read(files)
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Ada Lovelace"])
    #expect(reading.draft.papers.first?.abstract == "Text")
    let warnings = reading.problems.filter { $0.severity == .warning && $0.place.file == "papers.csv" }
    #expect(warnings.map(\.message).allSatisfy { $0.contains("is taken for") } && warnings.count == 2)
    #expect(read(files, portal: false).draft.papers.first?.authors == [])
  }

  @Test("what has a name itself counts before what nearly has it")
  func exactNames() {
    let reading = read(["papers.csv": "id,title,autors,author_names\np1,One,Nobody,Ada Lovelace\n"])
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Ada Lovelace"])
    #expect(reading.problems.contains { $0.severity == .warning && $0.message.contains("“autors” is not understood") })
  }

  @Test("a name that is nearly another is not taken where that would be an error; in other files it is")
  func harmless() {
    let reading = read([
      "papers.csv": "id,title,autors\np1,One,Ada Lovelace\n",
      "sessions.csv": "id,title,start,minutess\ns,S,2026-04-28 9:00,red\n",
    ])
    #expect(reading.errors == [])
    #expect(reading.draft.sessions.map(\.id) == ["s"])
    #expect(reading.draft.papers.first?.authors.map(\.name) == ["Ada Lovelace"])
  }

  @Test("words of their own are taken for no other: what was not meant to be shown is not")
  func ordinaryWords() {
    let reading = read([
      "socials.yml":
        "- {id: s, title: S, day: 2026-04-28, time: '9:00-10:00', contact: '+1 555 0100', comment: weak, room: A}\n"
    ])
    #expect(reading.errors == [])
    #expect(!"\(reading.draft.events)".contains("555") && !"\(reading.draft.events)".contains("weak"))
  }

  @Test("the key of a paper in a map is its id, whatever numbers it has")
  func keysOfMaps() {
    let reading = read(["papers.json": #"{"p1": {"title": "A", "number": 5}, "p2": {"title": "B", "number": 6}}"#])
    #expect(reading.draft.papers.map(\.id) == ["p1", "p2"])
  }
}
