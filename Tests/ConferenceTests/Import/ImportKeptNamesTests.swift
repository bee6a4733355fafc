import Testing

@testable import Conference

@Suite(.bothDatabases) struct ImportKeptNamesTests {
  private static let files = [
    "papers.csv": "id,title\np1,One\n",
    "faq.csv": """
    section,question,answer
    Start,How do I beginn?,Sign in.
    Start,Where is the chat?,On every page.
    Start,Who answers me?,A volunteer.
    """,
    "workshops.csv": """
    title,organizers,abstract
    Learning from Little Data,Ada Lovelace,About little data.
    Fairness in Practise,Alan Turing,About fairness.
    """,
    "sessions.csv": """
    title,kind,start,end
    Openning,plenary,2026-04-28 09:00,2026-04-28 10:00
    Closing,plenary,2026-04-29 09:00,2026-04-29 10:00
    """,
    "expos.yml": """
    - name: Big Data Inc
      title: What we do
      speaker: Grace Hopper
    """,
    "committee.yml": """
    committee:
      - {name: Anna Maria Schmidt, role: General chair, image: ""}
      - {name: Wei Zhang, role: Program chair}
    """,
  ]

  /// Imports, changes one file, imports again; the ids before and after, and what the second import changed.
  private func edited(_ file: String, _ old: String, _ new: String, pruning: Bool = false) async throws
    -> (before: Draft, after: Draft, changes: Changes)
  {
    let scratch = try ScratchImport(Self.files)
    let first = try await scratch.run()
    #expect(!first.isRefused, "\(first.errors)")
    let before = try await scratch.draft()
    let text = try #require(Self.files[file])
    try #require(text.contains(old))
    try scratch.write(text.replacing(old, with: new), to: file)
    let changes = try #require(try await scratch.run { $0.pruning = pruning }.changes)
    let after = try await scratch.draft()
    // The edited folder once more changes nothing.
    #expect(try await scratch.run { $0.pruning = pruning }.changes?.isEmpty == true)
    return (before, after, changes)
  }

  @Test("a question keeps its address when a typo in it is mended")
  func question() async throws {
    let (before, after, changes) = try await edited("faq.csv", "beginn", "begin")
    #expect(after.answers.map(\.id) == before.answers.map(\.id))
    #expect(after.answers[0].question == "How do I begin?")
    #expect(changes.byKind[.answer]?.changed == ["how-do-i-beginn"])
    #expect(changes.byKind[.answer]?.added == [])
    #expect(changes.byKind[.answer]?.kept == [])
  }

  @Test("a question that is edited together with its answer keeps its address at its place")
  func questionAndAnswer() async throws {
    let (before, after, _) = try await edited(
      "faq.csv", "Where is the chat?,On every page.", "Where is the live chat?,At the right of every page.")
    #expect(after.answers.map(\.id) == before.answers.map(\.id))
  }

  @Test("another question at the same place is another question")
  func otherQuestion() async throws {
    let (_, after, changes) = try await edited(
      "faq.csv", "Where is the chat?,On every page.", "May I record talks?,No.")
    #expect(changes.byKind[.answer]?.added == ["may-i-record-talks"])
    #expect(changes.byKind[.answer]?.kept == ["where-is-the-chat"])
    #expect(after.answers.contains { $0.id == "may-i-record-talks" })
  }

  @Test("a workshop without an id keeps its address when its title is edited")
  func workshop() async throws {
    let (before, after, changes) = try await edited("workshops.csv", "Practise", "Practice")
    #expect(after.events.map(\.id) == before.events.map(\.id))
    #expect(after.events.contains { $0.title == "Fairness in Practice" })
    #expect(changes.byKind[.event]?.changed == ["workshop/fairness-in-practise"])
  }

  @Test("a session without an id keeps its id, and so its place in calendars, when its title is edited")
  func session() async throws {
    let (before, after, _) = try await edited("sessions.csv", "Openning", "Opening")
    #expect(after.sessions.map(\.id) == before.sessions.map(\.id))
    #expect(after.sessions[0].title == "Opening")
  }

  @Test("an exhibitor keeps its address when the company's name is written differently")
  func expo() async throws {
    let (before, after, _) = try await edited("expos.yml", "Big Data Inc", "Big Data Incorporated")
    #expect(after.events.filter { $0.kind == .expo }.map(\.id) == before.events.filter { $0.kind == .expo }.map(\.id))
  }

  @Test("a committee member keeps the id under a longer name, and somebody else does not take it")
  func member() async throws {
    let (before, after, _) = try await edited("committee.yml", "Anna Maria Schmidt", "Anna Maria Louise Schmidt")
    #expect(after.members.map(\.id) == before.members.map(\.id))
    let (_, replaced, _) = try await edited("committee.yml", "Wei Zhang", "Wei Li", pruning: true)
    #expect(replaced.members.map(\.id) == ["anna-maria-schmidt", "wei-li"])
  }

  @Test("a conference that no file names keeps its id, wherever its folder lies")
  func conference() async throws {
    let scratch = try ScratchImport(Self.files)
    _ = try await scratch.run()
    let id = try await scratch.draft().conference.id
    try scratch.write("name: The Great Conference\n", to: "conference.yml")
    _ = try await scratch.run()
    let conference = try await scratch.draft().conference
    #expect(conference.id == id)
    #expect(conference.name == "The Great Conference")
    try scratch.write("id: great2026\nname: The Great Conference\n", to: "conference.yml")
    _ = try await scratch.run()
    #expect(try await scratch.draft().conference.id == "great2026")
  }

  @Test("ids that a file gives are never exchanged for others")
  func given() async throws {
    let scratch = try ScratchImport(["faq.csv": "id,question,answer\nq1,How?,So.\n"])
    _ = try await scratch.run()
    try scratch.write("id,question,answer\nq2,How?,So.\n", to: "faq.csv")
    let changes = try #require(try await scratch.run().changes)
    #expect(changes.byKind[.answer]?.added == ["q2"])
    #expect(changes.byKind[.answer]?.kept == ["q1"])
  }

  @Test("of two that could be meant, none is taken")
  func ambiguous() async throws {
    let scratch = try ScratchImport(["faq.csv": "question,answer\nIs it free?,Yes.\nIs it public?,Yes.\n"])
    _ = try await scratch.run()
    try scratch.write("question,answer\nMay I come?,Yes.\n", to: "faq.csv")
    let changes = try #require(try await scratch.run().changes)
    #expect(changes.byKind[.answer]?.added == ["may-i-come"])
  }
}
