import Testing

@testable import Conference

@Suite(.bothDatabases) struct SavedTests {
  private func item(_ text: String) throws -> SavedItem { try #require(SavedItem(text)) }

  @Test("what is saved stays in its order, and is told apart from what was only visited")
  func order() async throws {
    try await ScratchPeople.run { scratch in
      let (saved, ada) = (Saved(scratch.database, clock: scratch.clock), try await scratch.add("ada@example.org"))
      try await saved.change(
        save: [item("papers:b"), item("papers:a"), item("sessions:s")], visit: [item("papers:c")], of: ada.id)
      scratch.time.pass(seconds: 60)
      try await saved.change(save: [item("papers:b"), item("papers:d")], visit: [item("papers:a")], of: ada.id)
      var list = try await saved.list(of: ada.id)
      #expect(list.papers == ["b", "a", "d"])
      #expect(list.sessions == ["s"])
      #expect(Set(list.visited) == ["a", "c"])
      try await saved.change(unsave: [item("papers:a"), item("sessions:s")], of: ada.id)
      list = try await saved.list(of: ada.id)
      #expect(list.papers == ["b", "d"])
      #expect(list.sessions == [])
      #expect(Set(list.visited) == ["a", "c"])
    }
  }

  @Test("nobody's plan touches another's")
  func apart() async throws {
    try await ScratchPeople.run { scratch in
      let saved = Saved(scratch.database, clock: scratch.clock)
      let (ada, ben) = (try await scratch.add("ada@example.org"), try await scratch.add("ben@example.org"))
      try await saved.change(save: [item("papers:a")], of: ada.id)
      try await saved.note("mine", on: item("papers:a"), of: ada.id)
      try await saved.change(unsave: [item("papers:a")], of: ben.id)
      try await saved.note("", on: item("papers:a"), of: ben.id)
      let (hers, his) = (try await saved.list(of: ada.id), try await saved.list(of: ben.id))
      #expect(hers.papers == ["a"])
      #expect(hers.notes == [try item("papers:a"): "mine"])
      #expect(his == SavedList())
    }
  }

  @Test("a note outlives the star, and an empty one goes")
  func notes() async throws {
    try await ScratchPeople.run { scratch in
      let (saved, ada) = (Saved(scratch.database, clock: scratch.clock), try await scratch.add("ada@example.org"))
      try await saved.change(save: [item("papers:a")], of: ada.id)
      try await saved.note("  ask about\r\ntones ", on: item("papers:a"), of: ada.id)
      try await saved.change(unsave: [item("papers:a")], of: ada.id)
      var list = try await saved.list(of: ada.id)
      #expect(list.papers == [])
      #expect(list.notes == [try item("papers:a"): "ask about\ntones"])
      try await saved.note(" ", on: item("papers:a"), of: ada.id)
      list = try await saved.list(of: ada.id)
      #expect(list == SavedList())
      let rows = try await scratch.database.query("SELECT 1 FROM saved")
      #expect(rows.isEmpty)
    }
  }

  @Test("a note has its length, and a plan its size")
  func limits() async throws {
    try await ScratchPeople.run { scratch in
      let (saved, ada) = (Saved(scratch.database, clock: scratch.clock), try await scratch.add("ada@example.org"))
      try await saved.note(String(repeating: "ä", count: Saved.longestNote), on: item("papers:a"), of: ada.id)
      await #expect(throws: ConferenceError.self) {
        try await saved.note(String(repeating: "ä", count: Saved.longestNote + 1), on: item("papers:a"), of: ada.id)
      }
      let many = (0...Saved.most).compactMap { SavedItem(.paper, "p\($0)") }
      await #expect(throws: ConferenceError.self) { try await saved.change(save: many, of: ada.id) }
      let list = try await saved.list(of: ada.id)
      #expect(list.papers == [])
    }
  }

  @Test(
    "only what can be in a program can be saved",
    arguments: ["papers", "papers:", "events:a", "papers:a/b", "papers:a b", "papers:..", "paper:a", ":a", "papers:ä"])
  func items(text: String) { #expect(SavedItem(text) == nil) }

  @Test("a calendar's address works until it is renewed, ended, or its owner is shut out")
  func calendars() async throws {
    try await ScratchPeople.run { scratch in
      let calendars = PrivateCalendars(scratch.database, clock: scratch.clock)
      let ada = try await scratch.add("ada@example.org")
      let first = try await calendars.renew(for: ada.id)
      let owner = try await calendars.owner(first).account
      #expect(owner == ada)
      let second = try await calendars.renew(for: ada.id)
      await #expect(throws: ConferenceError.notFound("calendar")) { try await calendars.owner(first) }
      try await scratch.people.setStanding(.banned, of: ada.id, by: nil)
      await #expect(throws: ConferenceError.notFound("calendar")) { try await calendars.owner(second) }
      try await scratch.people.setStanding(.active, of: ada.id, by: nil)
      await #expect(throws: ConferenceError.notFound("calendar")) { try await calendars.owner(second) }
      let third = try await calendars.renew(for: ada.id)
      try await calendars.end(for: ada.id)
      await #expect(throws: ConferenceError.notFound("calendar")) { try await calendars.owner(third) }
    }
  }

  @Test("no cell of the saved papers' table is a formula")
  func formulas() {
    let paper = Paper(id: "a", title: "=HYPERLINK(\"http://evil.example\")", authors: [Person(name: "@SUM(1)")])
    let text = String(
      decoding: SavedPapersCSV.file([paper], notes: ["a": "+1, \"two\""], address: "https://c.example"), as: UTF8.self)
    #expect(text.contains("\"'=HYPERLINK(\"\"http://evil.example\"\")\",'@SUM(1),"))
    #expect(text.hasSuffix("https://c.example/papers/a,,\"'+1, \"\"two\"\"\"\n"))
  }

  @Test("none starts one where a spreadsheet splits cells at semicolons, tabs and ends of lines, either")
  func hiddenFormulas() {
    let formulas = [
      "=1+1", "+1", "-1", "@SUM(1)", "'=1", "nice;=cmd|' /C calc'!A0;end", "nice; +1", "nice;\"=1\"", "nice;'@A1",
      "a\t=1", "a\n-1",
    ]
    var (tried, letIn): (Int, [String]) = (0, [])
    for formula in formulas {
      for (paper, note) in [
        (Paper(id: "a", title: formula), ""), (Paper(id: "a", title: "A"), formula),
        (Paper(id: "a", title: "A", authors: [Person(name: formula)]), ""),
      ] {
        tried += 1
        let file = SavedPapersCSV.file([paper], notes: ["a": note], address: "https://c.example")
        let cells = String(decoding: file, as: UTF8.self).split { [",", ";", "\t", "\n"].contains($0) }
        let starts = cells.compactMap { cell in cell.first { ![" ", "\""].contains($0) } }
        if starts.contains(where: { ["=", "+", "-", "@"].contains($0) }) { letIn.append(formula) }
      }
    }
    print("tried \(tried), let in \(letIn.count)")
    #expect(letIn == [])
  }
}
