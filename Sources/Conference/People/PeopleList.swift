/// A list of registrations as somebody's spreadsheet has it, read with everything that is wrong in it.
public struct PeopleList: Sendable {
  /// One row of it.
  public struct Entry: Hashable, Sendable {
    public var email: EmailAddress
    public var name: String
    public var affiliation: String?
    public var country: String?
    public var registration: String?
    /// Nil where the list does not say.
    public var role: Role?
    /// Where the role stands, or else the row.
    public var place: Place
  }

  public private(set) var entries: [Entry] = []
  public private(set) var problems = Problems()
  private(set) var leftOut = LeftOutRows()

  /// Reads a CSV, TSV, JSON or YAML file; problems name their lines and columns as `file`.
  public init(file: String, bytes: [UInt8]) {
    if let table = ConferenceFolder(files: [file: bytes]).table(file: file, problems: &problems) { read(table) }
    if !problems.errors.isEmpty, let text = try? FolderText.decoded(bytes, file: file) {
      leftOut.noteAddresses(in: text)
    }
    guard entries.isEmpty, problems.errors.isEmpty else { return }
    problems.error(
      at: Place(file: file), "the list names nobody",
      advice: "its first line names the columns, among them email and name, and each person has a row below it")
  }

  private mutating func read(_ table: Table) {
    var seen = Seen()
    var unknown: [String: Place] = [:]
    let records = table.records(under: ["people", "participants", "registrations"])
    if lacksAddresses(records, in: table.name) { return }
    let numbers = NumberColumns(of: records, &problems).names
    for record in records {
      if let entry = read(record, numbers), seen.isNew(entry, at: record.place, &problems) {
        entries.append(entry)
      } else if let number = record.text(any: numbers) {
        leftOut.note(number: number)
      }
      for field in record.unknown where unknown[field.name] == nil { unknown[field.name] = field.place }
    }
    for (name, place) in unknown {
      problems.note(
        at: place, "the field \(name.quoted) was not understood",
        advice: "the rest was; rename it if it is one of email, name, affiliation, country, registration, role")
    }
  }

  private static let emailNames = ["email", "e-mail", "email address", "mail"]

  /// Whether no row can have an address, which is said once with the columns that there are: often the first line names none.
  private mutating func lacksAddresses(_ records: [Record], in file: String) -> Bool {
    guard let first = records.first, let entries = first.value.entries,
      !records.contains(where: { record in Self.emailNames.contains { record.hasField($0) } })
    else { return false }
    let columns = entries.prefix(12).map { $0.key.quoted }.joined(separator: ", ")
    problems.error(
      at: Place(file: file, line: 1, column: 1), "no column is called “email”, but \(columns)",
      advice: "write the names of the columns into the first line, among them email and name, above all rows")
    return true
  }

  private static let roleNames = ["role", "conference role"]

  private mutating func read(_ record: Record, _ numbers: [String]) -> Entry? {
    let name = name(record)
    let email = email(record)
    let role = role(record)
    let affiliation = line(
      record, "Affiliation", 200, any: ["affiliation", "institution", "organization", "company", "university"])
    let country = line(record, "Country", 80, any: ["country", "country/region"])
    let registration = line(record, "Registration", 80, any: numbers)
    guard let name, let email else { return nil }
    return Entry(
      email: email, name: name, affiliation: affiliation, country: country, registration: registration, role: role,
      place: record.place(any: Self.roleNames))
  }

  private mutating func name(_ record: Record) -> String? {
    let whole = record.text("name", "full name", "participant")
    let parts = [
      record.text("first name", "given name", "firstname", "given names", "first names", "forename"),
      record.text("last name", "family name", "lastname", "surname", "family names", "surnames"),
    ].compactMap(\.self)
    guard let text = whole ?? (parts.isEmpty ? nil : parts.joined(separator: " ")) else {
      problems.error(
        at: record.place, "this row has no name", advice: "fill in the column name, or first name and last name")
      return nil
    }
    return checked(text, "Name", 120, at: record.place("name", "full name", "first name", "given name"))
  }

  private mutating func email(_ record: Record) -> EmailAddress? {
    guard let text = record.text(any: Self.emailNames) else {
      problems.error(
        at: record.place, "this row has no e-mail address",
        advice: "fill in the column email; nobody can sign in without one")
      return nil
    }
    if let email = EmailAddress(text) { return email }
    problems.error(
      at: record.place(any: Self.emailNames), "\(text.quoted) is no e-mail address",
      advice: "write it as name@example.org")
    return nil
  }

  private mutating func role(_ record: Record) -> Role? {
    guard let text = record.text(any: Self.roleNames) else { return nil }
    if let role = Role(written: text) { return role }
    problems.warning(
      at: record.place(any: Self.roleNames),
      "\(text.quoted) is no role; who is new is a participant, others keep theirs",
      advice: "write one of \(Role.allCases.map { $0.name.lowercased() }.joined(separator: ", ")), or leave it empty")
    return nil
  }

  private mutating func line(_ record: Record, _ field: String, _ limit: Int, any names: [String]) -> String? {
    record.text(any: names).flatMap { checked($0, field, limit, at: record.place(any: names)) }
  }

  private mutating func checked(_ text: String, _ field: String, _ limit: Int, at place: Place) -> String? {
    do {
      return try Newcomer.line(text, field, atMost: limit)
    } catch let ConferenceError.invalid(_, problem, _) {
      problems.error(at: place, "\(field): \(problem)", advice: "mend it in the list")
    } catch {
      problems.error(at: place, "\(field): \(error)", advice: "mend it in the list")
    }
    return nil
  }

  /// What stood in rows above.
  private struct Seen {
    var emails: [EmailAddress: Place] = [:]
    var registrations: [String: Place] = [:]

    mutating func isNew(_ entry: Entry, at place: Place, _ problems: inout Problems) -> Bool {
      if let first = emails.updateValue(place, forKey: entry.email) {
        problems.error(
          at: place, "\(entry.email) stands in line \(first.line) already", advice: "keep one of the two rows")
        return false
      }
      if let number = entry.registration, let first = registrations.updateValue(place, forKey: number) {
        problems.error(
          at: place, "the registration \(number.quoted) stands in line \(first.line) already",
          advice: "give each person a number of their own, or leave it empty")
        return false
      }
      return true
    }
  }
}
