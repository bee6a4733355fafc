import Foundation

/// Who wrote a paper: in its own row, or in authors with a row for each.
extension FolderReading {
  func authors(_ record: Record) -> [Person] {
    let names = [
      "authors", "author", "author_names", "author_list", "authors_list", "author_name", "all_authors", "author(s)",
    ]
    if let people = peopleOfTheirOwn(record, names) { return people }
    let affiliated = affiliatedAuthors(record)
    if !affiliated.isEmpty {
      record.ignore(any: names)
      return affiliated
    }
    guard let node = record.node(any: names) else { return [] }
    let affiliations = record.list("affiliations", "affiliation", "institutions")
    let emails = record.list("emails", "authorids", "email")
    let people = authorNames(node).enumerated().map { index, name in
      author(name, affiliation: affiliations.indices.contains(index) ? affiliations[index] : nil, at: node.place)
    }
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
  /// - Parameter table: where people of the kind have columns of their own.
  func author(
    _ text: String, affiliation: String? = nil, in table: String = "authors.csv", at place: Place
  ) -> Person {
    // A literal expression is read anew at every use, which thousands of names would notice.
    guard text.utf8.contains(UInt8(ascii: "@")) else {
      return isPortal ? Self.shownPerson(text, affiliation: affiliation) : Person(name: text, affiliation: affiliation)
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
      return isPortal ? Self.surnamesLast(names) : names
    }
    return items.flatMap { item -> [String] in
      guard let text = item.text?.trimmingCharacters(in: .whitespaces).nonEmpty else { return peopleNames(in: item) }
      // "Ada Lovelace and Alan Turing" are two, unless the folder is ours, where "Center for Science and Society" is one;
      // what has a comma may be a surname that stands first.
      let areTwo = text.contains(" and ") && !text.contains(",") && !isOurs
      return areTwo ? Names.split(text, areOnlyNames: true) : [text]
    }
  }

  /// authors: one row for each author of a paper, in order, with affiliation, country and zone.
  func readAuthors() {
    var byPaper: [String: [Person]] = [:]
    forEachRecord(of: "authors") { record in
      let person = person(record)
      guard let paper = record.text("paper", "paper_id", "UID") else {
        return error(record.place, "this author has no paper", "add a column “paper” with the paper's id")
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
    if name == nil { error(record.place, "this person has no name", "add one") }
    let person = Person(
      name: name ?? "", affiliation: record.text("affiliation", "aff", "institution"), country: record.text("country"),
      zone: zone(ofPerson: record),
      email: record.text("email", "e-mail"), website: address(record, "website", "url", "homepage", "link"),
      image: picture(record, "image", "picture", "photo", "im"), biography: record.text("biography", "bio"))
    return name == nil ? nil : person
  }
}
