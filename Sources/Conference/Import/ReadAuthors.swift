import Foundation

/// Who wrote a paper: in its own row, or in authors with a row for each.
extension FolderReading {
  private static let authorsNames = [
    "authors", "author", "author_names", "author_list", "authors_list", "author_name", "all_authors", "author(s)",
  ]

  /// How the authors of a table of ours are written; portals' are taken as these show them.
  func styleOfAuthors(in records: [Record]) -> AuthorStyle {
    guard !isPortal else { return AuthorStyle(cells: []) }
    return AuthorStyle(
      cells: records.compactMap { record in
        Self.authorsNames.lazy.compactMap { record.glance(at: $0)?.nonEmpty }.first
      })
  }

  func authors(_ record: Record) -> [Person] {
    let names = Self.authorsNames
    if let people = peopleOfTheirOwn(record, names) { return people }
    let affiliated = affiliatedAuthors(record)
    if !affiliated.isEmpty {
      record.ignore(any: names)
      return affiliated
    }
    guard let node = record.node(any: names) else { return [] }
    let affiliations = record.list("affiliations", "affiliation", "institutions")
    let emails = record.list("emails", "authorids", "email")
    let isShown = isPortal || authorStyle.isExported && node.text != nil
    let written = authorNames(node).enumerated().map { index, name in
      let affiliation = affiliations.indices.contains(index) ? affiliations[index] : nil
      return author(name, affiliation: affiliation, isShown: isShown, at: node.place)
    }
    let people = node.text.map { turned(written, from: $0, at: node.place) } ?? written
    guard emails.count == people.count else { return people }
    return zip(people, emails).map { person, email in
      var person = person
      if email.contains("@") { person.email = email }
      return person
    }
  }

  /// "Ada Lovelace <ada@example.org>" has an address, which is never shown; one in place of a name is an error, since
  /// names are.
  ///
  /// - Parameters:
  ///   - table: where people of the kind have columns of their own.
  ///   - isShown: whether signs and a place of work may stand behind the name, as they may in portals.
  func author(
    _ text: String, affiliation: String? = nil, in table: String = "authors.csv", isShown: Bool? = nil, at place: Place
  ) -> Person {
    // A literal expression is read anew at every use, which thousands of names would notice.
    guard text.utf8.contains(UInt8(ascii: "@")) else {
      return isShown ?? isPortal
        ? Self.shownPerson(text, affiliation: affiliation) : Person(name: text, affiliation: affiliation)
    }
    let match = text.wholeMatch(of: /(.*\S)\s*[<(\[]([^\s@<>()]+@[^\s@<>()]+)[>)\]]/)
    let name = match.map { String($0.1) } ?? text
    if name.contains(/\S@\S+\.\S/) {
      error(
        place, "“\(name.prefix(60))” is an e-mail address where a name should be",
        "write the name; addresses go into a column “email” of \(table), and are never shown")
    }
    return Person(name: name, affiliation: affiliation, email: match.map { String($0.2) })
  }

  /// "Ada Lovelace (University of London); Alan Turing (King's College)*", as the ISMIR conferences wrote them.
  private func affiliatedAuthors(_ record: Record) -> [Person] {
    record.list("authors_and_affil", "authors_and_affiliations", "authors_with_affiliations").map { text in
      guard let match = text.wholeMatch(of: /([^()]+?)\s*\((.+)\)\s*\*?/) else {
        return Person(name: text.trimmingCharacters(in: ["*", " "]))
      }
      return Person(name: String(match.1), affiliation: String(match.2))
    }
  }

  private func authorNames(_ node: Node) -> [String] {
    guard case .list(let items) = node.value else {
      guard case .text(let text) = node.value else { return peopleNames(in: node) }
      let names = Names.split(text, areOnlyNames: true)
      if isPortal { return Self.surnamesLast(names) }
      if Names.isDoubtful(text, as: names) {
        let count = names.count == 1 ? "one author" : "\(names.count) authors"
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        doubtfulAuthors.add("“\(line.prefix(60))” is taken for \(count)", at: node.place)
      }
      return names
    }
    return items.flatMap { item -> [String] in
      guard let text = item.text?.trimmingCharacters(in: .whitespaces).nonEmpty else { return peopleNames(in: item) }
      // "Ada Lovelace and Alan Turing" are two, unless the folder is ours, where "Center for Science and Society" is one;
      // what has a comma may be a surname that stands first.
      let areTwo = text.contains(" and ") && !text.contains(",") && !isOurs
      return areTwo ? Names.split(text, areOnlyNames: true) : [text]
    }
  }

  /// Names with the surname first as they are read in a table where others have it first for sure; `|` keeps them as they are.
  private func turned(_ people: [Person], from text: String, at place: Place) -> [Person] {
    guard authorStyle.hasSurnamesFirst, !text.contains("|"),
      let names = Names.turned(people.map(\.name), isKnown: true)
    else { return people }
    turnedAuthors.add("“\(people[0].name.prefix(40))” is taken for \(names[0].prefix(40))", at: place)
    return zip(people, names).map { person, name in
      var person = person
      person.name = name
      return person
    }
  }

  /// Says once for each file what commas and surnames in it were taken for.
  func reportAuthors() {
    for entry in doubtfulAuthors.firstOfFiles {
      say(
        .warning, of: entry, "commas do not tell for sure who the authors are: \(entry.name)",
        "write | between the authors, such as Ada Lovelace|Alan Turing, and where they work into authors.csv")
    }
    for entry in turnedAuthors.firstOfFiles {
      say(
        .note, of: entry, "surnames stand first here: \(entry.name)",
        "write | between the authors to keep them as they are")
    }
  }

  /// authors: one row for each author of a paper, in order, with affiliation, country and zone.
  func readAuthors() {
    var byPaper: [String: [Person]] = [:]
    forEachRecord(of: "authors") { record in
      let person = person(record)
      guard let paper = record.text("paper", "paper_id", "UID") else {
        return lack(
          record, ["paper", "paper_id", "UID"], "this author has no paper", "add a column “paper” with the paper's id")
      }
      guard paperIndex[paper] != nil else {
        return dangling("paper", paper, at: record.place("paper", "paper_id", "UID"))
      }
      if let person { byPaper[paper, default: []].append(person) }
    }
    guard !byPaper.isEmpty else { return }
    for index in draft.papers.indices {
      if let authors = byPaper[draft.papers[index].id] { draft.papers[index].authors = authors }
    }
  }

  /// A person who has a row of their own.
  func person(_ record: Record) -> Person? {
    let name = record.text(any: Self.nameFields) ?? nameInParts(record)
    if name == nil { lack(record, Self.nameFields + Self.namePartFields, "this person has no name", "add one") }
    let person = Person(
      name: name ?? "", affiliation: record.text("affiliation", "aff", "institution"), country: record.text("country"),
      zone: zone(ofPerson: record),
      email: record.text("email", "e-mail"), website: address(record, "website", "url", "homepage", "link"),
      image: picture(record, "image", "picture", "photo", "im"), biography: record.text("biography", "bio"))
    return name == nil ? nil : person
  }
}
