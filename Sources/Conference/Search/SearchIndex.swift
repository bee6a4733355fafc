import Database

/// The full-text index: filled whenever the program changes, asked by `ProgramSearch`.
enum SearchIndex {
  /// All that is indexed of a program, by the entries' numbers.
  struct Contents {
    fileprivate let papers: [Int: Paper]
    fileprivate let pages: [Int: Page]

    init(_ draft: Draft, numbers: [EntryName: Int]) {
      let papers = draft.papers.map { (EntryName(kind: .paper, id: $0.id), $0) }
      self.papers = Self.byNumber(papers, numbers)
      pages = Self.byNumber(SearchIndex.pages(of: draft).map { ($0.name, $0) }, numbers)
    }

    private static func byNumber<Value>(_ entries: [(EntryName, Value)], _ numbers: [EntryName: Int]) -> [Int: Value] {
      let numbered = entries.compactMap { name, entry in numbers[name].map { ($0, entry) } }
      return Dictionary(numbered) { first, _ in first }
    }
  }

  /// Fills the index anew from the program, within the transaction that changes it.
  static func rebuild(_ draft: Draft, numbers: [EntryName: Int], _ connection: Connection) throws {
    _ = try connection.execute("INSERT INTO paper_search (paper_search) VALUES ('delete-all')")
    _ = try connection.execute("INSERT INTO page_search (page_search) VALUES ('delete-all')")
    let contents = Contents(draft, numbers: numbers)
    // Rows out of order would be written to the disk one by one.
    for (number, paper) in contents.papers.sorted(by: { $0.key < $1.key }) { try add(paper, number, connection) }
    for (number, page) in contents.pages.sorted(by: { $0.key < $1.key }) { try add(page, number, connection) }
  }

  /// Changes what is another in the index that this same program has filled from `old`: as it keeps no texts, it has to be told what it has of
  /// what it is to forget, to the letter.
  static func update(from old: Contents, to new: Contents, _ connection: Connection) throws {
    for number in Set(old.papers.keys).union(new.papers.keys).sorted() where old.papers[number] != new.papers[number] {
      if let paper = old.papers[number] { try forget(paper, number, connection) }
      if let paper = new.papers[number] { try add(paper, number, connection) }
    }
    for number in Set(old.pages.keys).union(new.pages.keys).sorted() where old.pages[number] != new.pages[number] {
      if let page = old.pages[number] { try forget(page, number, connection) }
      if let page = new.pages[number] { try add(page, number, connection) }
    }
  }

  private static func add(_ paper: Paper, _ number: Int, _ connection: Connection) throws {
    let text = PaperText(paper)
    _ = try connection.execute(
      """
      INSERT INTO paper_search (rowid, title, keywords, people, body)
      VALUES (\(number), \(text.title), \(text.keywords), \(text.people), \(text.body))
      """)
  }

  private static func forget(_ paper: Paper, _ number: Int, _ connection: Connection) throws {
    let text = PaperText(paper)
    _ = try connection.execute(
      """
      INSERT INTO paper_search (paper_search, rowid, title, keywords, people, body)
      VALUES ('delete', \(number), \(text.title), \(text.keywords), \(text.people), \(text.body))
      """)
  }

  private static func add(_ page: Page, _ number: Int, _ connection: Connection) throws {
    _ = try connection.execute(
      """
      INSERT INTO page_search (rowid, title, people, body)
      VALUES (\(number), \(indexed(page.title)), \(indexed(page.people)), \(indexed(page.body)))
      """)
  }

  private static func forget(_ page: Page, _ number: Int, _ connection: Connection) throws {
    _ = try connection.execute(
      """
      INSERT INTO page_search (page_search, rowid, title, people, body)
      VALUES ('delete', \(number), \(indexed(page.title)), \(indexed(page.people)), \(indexed(page.body)))
      """)
  }

  /// The text with other spellings of its words behind it, so that "pretraining" finds "pre-training" and "Sorensen" "Sørensen".
  fileprivate static func indexed(_ text: String) -> String {
    let variants = Folding.variants(of: text)
    return variants.isEmpty ? text : text + " \n " + variants.joined(separator: " ")
  }

  /// What is indexed of a paper.
  private struct PaperText {
    let title, keywords, people, body: String

    init(_ paper: Paper) {
      title = SearchIndex.indexed(paper.title)
      keywords = SearchIndex.indexed(paper.keywords.joined(separator: ", "))
      people = SearchIndex.indexed(paper.authors.map(\.name).joined(separator: ", "))
      body = SearchIndex.indexed([paper.tldr, paper.abstract, paper.track].compactMap { $0 }.joined(separator: " "))
    }
  }

  fileprivate struct Page: Equatable {
    var name: EntryName
    var title: String
    var people = ""
    var body: String
  }

  /// Everything else that has a page or a place on one.
  fileprivate static func pages(of draft: Draft) -> [Page] {
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
