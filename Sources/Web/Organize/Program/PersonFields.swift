import Conference

/// What is known of a person besides what a line of people holds.
enum PersonFields {
  static func fields(_ person: Person?, prefix: String, group: String? = nil) -> [FormField] {
    var fields = [
      FormField(
        "\(prefix)biography", "Biography", person?.biography, .lines(5), hint: "In Markdown."),
      FormField("\(prefix)website", "Website", person?.website),
      FormField("\(prefix)image", "Picture", person?.image, hint: EntryFields.mediaHint),
      FormField(
        "\(prefix)zone", "Time zone", person?.zone, hint: "Where they are during the conference, such as Asia/Tokyo."),
    ]
    for index in fields.indices { fields[index].group = group }
    return fields
  }

  static func read(_ form: Query, prefix: String, into person: inout Person) {
    person.biography = form.text("\(prefix)biography")
    (person.website, person.image) = (form["\(prefix)website"], form["\(prefix)image"])
    person.zone = form["\(prefix)zone"]
  }

  /// For each of several people, whom a list of lines names.
  static func fields(_ people: [Person]) -> [FormField] {
    people.enumerated().flatMap { fields($1, prefix: "person-\($0)-", group: "More about \($1.name)") }
  }

  /// Puts what was typed about people who stood there before into those who still do.
  static func read(_ form: Query, old: [Person], into people: inout [Person]) {
    for (index, known) in old.enumerated() {
      let prefix = "person-\(index)-"
      guard let place = place(of: known, at: index, in: people) ?? replaced(index, old, people) else { continue }
      read(form, prefix: prefix, into: &people[place])
    }
  }

  private static func place(of known: Person, at index: Int, in people: [Person]) -> Int? {
    if people.indices.contains(index), people[index].isSame(as: known) { return index }
    return people.firstIndex { $0.isSame(as: known) }
  }

  /// Where a name was only corrected: the same place in as many lines.
  private static func replaced(_ index: Int, _ old: [Person], _ people: [Person]) -> Int? {
    guard people.count == old.count, !old.contains(where: { people[index].isSame(as: $0) }) else { return nil }
    return index
  }
}

extension Person {
  /// Whether two lines stand for the same person.
  fileprivate func isSame(as other: Person) -> Bool {
    name == other.name || (email != nil && email?.lowercased() == other.email?.lowercased())
  }
}
