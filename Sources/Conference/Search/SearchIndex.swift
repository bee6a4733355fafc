import Database

/// The full-text index: filled whenever the program changes, asked by `ProgramSearch`.
enum SearchIndex {
  /// Fills the index anew from the program, within the transaction that changes it.
  static func rebuild(_ draft: Draft, numbers: [EntryName: Int], _ connection: Connection) throws {
    _ = try connection.execute("INSERT INTO paper_search (paper_search) VALUES ('delete-all')")
    _ = try connection.execute("INSERT INTO page_search (page_search) VALUES ('delete-all')")
    for paper in draft.papers {
      guard let number = numbers[EntryName(kind: .paper, id: paper.id)] else { continue }
      _ = try connection.execute(
        """
        INSERT INTO paper_search (rowid, title, keywords, people, body)
        VALUES (\(number), \(indexed(paper.title)), \(indexed(paper.keywords.joined(separator: ", "))),
          \(indexed(paper.authors.map(\.name).joined(separator: ", "))),
          \(indexed([paper.tldr, paper.abstract, paper.track].compactMap { $0 }.joined(separator: " "))))
        """)
    }
    for page in pages(of: draft) {
      guard let number = numbers[page.name] else { continue }
      _ = try connection.execute(
        "INSERT INTO page_search (rowid, title, people, body) VALUES (\(number), \(indexed(page.title)), \(indexed(page.people)), \(indexed(page.body)))"
      )
    }
  }

  /// The text with other spellings of its words behind it, so that "pretraining" finds "pre-training" and "Sorensen" "Sørensen".
  private static func indexed(_ text: String) -> String {
    let variants = Folding.variants(of: text)
    return variants.isEmpty ? text : text + " \n " + variants.joined(separator: " ")
  }

  private struct Page {
    var name: EntryName
    var title: String
    var people = ""
    var body: String
  }

  /// Everything else that has a page or a place on one.
  private static func pages(of draft: Draft) -> [Page] {
    let events = draft.events.map { event in
      Page(
        name: EntryName(kind: .event, id: event.id), title: event.title,
        people: event.people.map(\.name).joined(separator: ", "),
        body: ([event.summary, event.description] + event.agenda.flatMap { [$0.title, $0.people] }
          + event.talks.flatMap { [$0.title, $0.people] })
          .compactMap { $0 }.joined(separator: " "))
    }
    let sessions = draft.sessions.filter { $0.event == nil }.map {
      Page(name: EntryName(kind: .session, id: $0.id), title: $0.title, body: $0.description ?? "")
    }
    let sponsors = draft.sponsors.filter { $0.sharedBooth == nil }.map {
      Page(
        name: EntryName(kind: .sponsor, id: $0.id), title: $0.name,
        body: [$0.tier, $0.description].compactMap { $0 }.joined(separator: " "))
    }
    let answers = draft.answers.map {
      Page(name: EntryName(kind: .answer, id: $0.id), title: $0.question, body: $0.text)
    }
    return events + sessions + sponsors + answers
  }
}
