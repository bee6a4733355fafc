/// Questions and answers, committee, volunteers, themes.
extension FolderReading {
  /// "FAQ: [{Section, QA: [{Question, Answer}]}]", or one row for each question.
  func readAnswers() {
    guard let table = table("faq") else { return }
    for record in table.records(under: ["FAQ", "faq", "answers"]) {
      let section = record.text("section")
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
        record.ignore("tw", "twitter")
        readMember(record, role: record.text("role"))
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
    guard var person = person(record) else { return }
    while person.name.last == "," { person.name.removeLast() }
    add(person, id: record.text("id"), role: role, at: record.place)
  }

  private func add(_ person: Person, id given: String?, role: String?, at place: Place) {
    let base = Slug.made(of: person.name)
    let id = given ?? (places["member \(base)"] == nil ? base : "\(base)-\(Slug.made(of: role ?? "member"))")
    if given == nil { derived.insert(EntryName(kind: .member, id: id)) }
    if claim("member", id, at: place) { draft.members.append(Member(id: id, person: person, role: role)) }
  }

  /// oral_schedule: "{day: Monday, section: [{theme, ids}]}"; themes: one row for each highlighted paper.
  func readThemes() {
    forEachRecord(of: "oral_schedule") { record in
      let dayText = record.text("day")
      let day = dayText.flatMap { text in
        Day(iso: text) ?? Weekday(text: text).flatMap { weekday in days.first { $0.weekday == weekday } }
      }
      for section in record.records("section", "sections", "themes") {
        readSection(section, day: day)
      }
    }
    readOwnThemes()
  }

  private func readSection(_ record: Record, day: Day?) {
    guard let title = record.text("theme", "title", "name"), let day else {
      warn(record.place, "these highlights have no day or no theme; they are left out", "give both")
      return record.ignore("ids", "theme")
    }
    let papers = (record.node("ids", "papers")?.items ?? []).compactMap { node -> String? in
      guard let id = node.text else { return nil }
      guard paperIndex[id] != nil else {
        dangling("paper", id, at: node.place)
        return nil
      }
      return id
    }
    let id = Slug.made(of: "\(day.iso) \(title)")
    derived.insert(EntryName(kind: .theme, id: id))
    if claim("theme", id, at: record.place) {
      draft.themes.append(Theme(id: id, day: day, title: title, papers: papers))
    }
  }

  private func readOwnThemes() {
    forEachRecord(of: "themes") { record in
      guard let title = record.text("title", "theme"), let paper = record.text("paper") else {
        return error(record.place, "this highlight lacks its theme or its paper", "fill in both columns")
      }
      guard paperIndex[paper] != nil else { return dangling("paper", paper, at: record.place("paper")) }
      var day: Day?
      if let text = record.text("day") {
        day = Day(iso: text)
        if day == nil {
          return error(record.place("day"), "“\(text.prefix(40))” is not a day", "write it as 2020-04-27")
        }
      }
      let id = record.text("id") ?? Slug.made(of: "\(day?.iso ?? "") \(title)")
      if record.text("id") == nil { derived.insert(EntryName(kind: .theme, id: id)) }
      if let index = draft.themes.firstIndex(where: { $0.id == id }) {
        draft.themes[index].papers.append(paper)
      } else if claim("theme", id, at: record.place) {
        draft.themes.append(Theme(id: id, day: day, title: title, papers: [paper]))
      }
    }
  }
}
