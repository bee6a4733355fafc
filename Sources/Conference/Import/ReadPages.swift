import Foundation

/// Questions and answers, committee, volunteers, themes.
extension FolderReading {
  /// "FAQ: [{Section, QA: [{Question, Answer}]}]", or one row for each question.
  func readAnswers() {
    guard let table = table("faq") else { return }
    for record in table.records(under: ["FAQ", "faq", "answers"]) {
      let group = record.groupName()
      let section = record.text("section") ?? group
      let nested = record.records("QA", "questions")
      if nested.isEmpty { readAnswer(record, section: section) }
      for item in nested { readAnswer(item, section: section) }
      tally(record)
    }
  }

  private func readAnswer(_ record: Record, section: String?) {
    guard let question = record.text("question", "q"), let text = record.text("answer", "a", "text") else {
      return error(record.place, "this entry lacks its question or its answer", "fill in both")
    }
    let given = record.text("id", "UID")
    let made = Slug.made(of: question)
    let id = given ?? (places["answer \(made)"] == nil ? made : "\(made)-\(Slug.fingerprint((section ?? "") + text))")
    if given == nil { derived.insert(EntryName(kind: .answer, id: id)) }
    guard claim("answer", id, at: record.place) else { return }
    draft.answers.append(Answer(id: id, section: section, question: question, text: text))
  }

  func readMembers() {
    for name in ["about", "committee"] {
      forEachRecord(of: name, under: ["committee"]) { record in
        let group = record.groupName()
        let members = record.hasField("members") ? record.records("members") : []
        if members.isEmpty { readMember(record, role: record.text("role") ?? group) }
        for member in members { readMember(member, role: member.text("role") ?? record.text("title", "name") ?? group) }
      }
    }
    forEachRecord(of: "volunteers", under: ["volunteers"]) { record in
      if let name = record.plainText {
        add(Person(name: name), id: nil, role: "Volunteer", at: record.place)
      } else {
        readMember(record, role: "Volunteer")
      }
    }
  }

  private func readMember(_ record: Record, role: String?) {
    guard let person = person(record) else { return }
    add(person, id: record.text("id"), role: role, at: record.place)
  }

  private func add(_ written: Person, id given: String?, role: String?, at place: Place) {
    var person = written
    person.name = Names.cleaned([written.name]).first ?? ""
    if person.name.isEmpty { return error(place, "this person has no name", "add one") }
    let base = Slug.made(of: person.name)
    let id = given ?? (places["member \(base)"] == nil ? base : "\(base)-\(Slug.made(of: role ?? "member"))")
    if given == nil { derived.insert(EntryName(kind: .member, id: id)) }
    if claim("member", id, at: place) { draft.members.append(Member(id: id, person: person, role: role)) }
  }

  /// oral_schedule: "{day: Monday, section: [{theme, ids}]}"; themes: one row for each highlighted paper.
  func readThemes() {
    if let table = table("oral_schedule") { forEach(keyedRecords(of: table)) { readHighlightedDay($0) } }
    readOwnThemes()
  }

  /// A day with its themes, or the row of one theme or one paper.
  private func readHighlightedDay(_ record: Record) {
    let dayPlace = record.place(ofName: ["day", "date"])
    let dayText = record.text("day", "date") ?? record.key
    let day = dayText?.nonEmpty.flatMap { text -> Day? in
      let found = self.day(of: text)
      if found == nil { leaveOut(day: text, at: dayPlace) }
      return found
    }
    let isList = record.value.items != nil
    let sections = isList ? Record.records(in: record.value) : record.records("section", "sections", "themes")
    for section in sections {
      readSection(section, day: day, hasDay: dayText != nil)
      if isList { tally(section) }
    }
    if !isList, sections.isEmpty { readSection(record, day: day, hasDay: dayText != nil, isRow: true) }
  }

  /// The papers of a theme: a list of texts, one cell, or the one of a row.
  private func papers(ofTheme record: Record) -> [(id: String, place: Place)] {
    let names = ["ids", "papers", "paper", "paper_id", "id", "UID"]
    guard let nodes = record.node(any: names)?.items else {
      return record.items(any: names, separators: [","]).map { (id: $0.text, place: $0.place) }
    }
    return nodes.filter { !$0.isEmpty }.compactMap { node -> (id: String, place: Place)? in
      if let id = node.text?.trimmingCharacters(in: .whitespacesAndNewlines) { return (id, node.place) }
      error(node.place, "a paper's id is expected here", "write the id as text")
      return nil
    }
  }

  /// - Parameter isRow: whether further rows may have more papers of the theme.
  private func readSection(_ record: Record, day: Day?, hasDay: Bool, isRow: Bool = false) {
    let title = record.text(any: ["theme", "title", "name"] + (isRow ? ["section"] : []))
    let ids = papers(ofTheme: record)
    // Forms that were never filled in: the portal of ICLR 2020 has one.
    if title == nil && ids.isEmpty { return }
    let papers = ids.compactMap { existingPaper($0.id, at: $0.place) }
    guard let title else { return warn(record.place, "these highlights have no theme; they are left out", "add one") }
    guard let day else {
      if !hasDay { warn(record.place, "these highlights have no day; they are left out", "add “day” beside “section”") }
      return
    }
    let id = Slug.made(of: "\(day.iso) \(title)")
    derived.insert(EntryName(kind: .theme, id: id))
    if isRow, let index = draft.themes.firstIndex(where: { $0.id == id }) {
      draft.themes[index].papers += papers.filter { !draft.themes[index].papers.contains($0) }
    } else if claim("theme", id, at: record.place("theme", "title", "name")) {
      draft.themes.append(Theme(id: id, day: day, title: title, papers: papers))
    }
  }

  private func existingPaper(_ id: String, at place: Place) -> String? {
    if paperIndex[id] == nil { dangling("paper", id, at: place) }
    return paperIndex[id] == nil ? nil : id
  }

  private func readOwnThemes() {
    forEachRecord(of: "themes") { record in
      let (title, paper) = (record.text("title", "theme"), record.text("paper"))
      if title == nil || paper == nil {
        error(record.place, "this highlight lacks its theme or its paper", "fill in both columns")
      }
      if let paper, paperIndex[paper] == nil { dangling("paper", paper, at: record.place("paper")) }
      let day = record.text("day").flatMap { self.day(of: $0) }
      if let text = record.text("day"), day == nil { unknownDay(text, at: record.place("day")) }
      let given = record.text("id")
      guard isRowGood, let title, let paper, paperIndex[paper] != nil else { return }
      let id = given ?? Slug.made(of: "\(day?.iso ?? "") \(title)")
      if given == nil { derived.insert(EntryName(kind: .theme, id: id)) }
      if let index = draft.themes.firstIndex(where: { $0.id == id }) {
        draft.themes[index].papers.append(paper)
      } else if claim("theme", id, at: record.place(ofName: ["id"])) {
        draft.themes.append(Theme(id: id, day: day, title: title, papers: [paper]))
      }
    }
  }
}
