import Database

/// What lists said last of somebody; nil where none has said anything.
struct ListedPerson: Hashable, Sendable {
  let account: String
  var email: String?
  var name: String?
  var affiliation: String?
  var country: String?
  var registration: String?
  var role: Role?

  init(account: String) { self.account = account }

  private init(_ row: Row) throws {
    account = try row.value("account")
    (email, name) = (try row.value("email"), try row.value("name"))
    (affiliation, country) = (try row.value("affiliation"), try row.value("country"))
    (registration, role) = (try row.value("registration"), try row.value("role"))
  }

  /// With what a row says; what it does not say is as it was said last.
  func taking(_ entry: PeopleList.Entry) -> ListedPerson {
    var person = self
    (person.email, person.name) = (entry.email.text, entry.name)
    person.affiliation = entry.affiliation ?? affiliation
    person.country = entry.country ?? country
    person.registration = entry.registration ?? registration
    person.role = entry.role ?? role
    return person
  }

  /// Writes into the account what a row says anew. What it has said before stays as people or organizers have changed it since,
  /// and what it does not say stays, too.
  func apply(_ entry: PeopleList.Entry, to account: inout Account) {
    if entry.email.text != email { account.email = entry.email }
    if entry.name != name { account.name = entry.name }
    if let said = entry.affiliation, said != affiliation { account.affiliation = said }
    if let said = entry.country, said != country { account.country = said }
    if let said = entry.registration, said != registration { account.registration = said }
    if let said = entry.role, said != role, !keepsRole(of: account, from: entry) { account.role = said }
  }

  /// Whether a row says anew a lesser role than somebody has, and no list gave that one: what was bought or presented takes nothing
  /// away that was given by hand.
  func keepsRole(of account: Account, from entry: PeopleList.Entry) -> Bool {
    guard let said = entry.role, said != role else { return false }
    return said.rank < account.role.rank && account.role != role
  }

  /// By account.
  static func all(_ connection: Connection) throws -> [String: ListedPerson] {
    let rows = try connection.query(
      "SELECT account, email, name, affiliation, country, registration, role FROM listed_people")
    return Dictionary(try rows.map { try ListedPerson($0) }.map { ($0.account, $0) }) { first, _ in first }
  }

  /// Remembers them, many in one statement, as there are as many as people.
  static func store(_ people: [ListedPerson], _ connection: Connection) throws {
    for start in stride(from: 0, to: people.count, by: 400) {
      let rows = people[start..<min(start + 400, people.count)].map(\.row)
      try connection.execute(
        """
        INSERT INTO listed_people (account, email, name, affiliation, country, registration, role)
        VALUES \(rows: rows)
        ON CONFLICT (account) DO UPDATE SET email = excluded.email, name = excluded.name,
          affiliation = excluded.affiliation, country = excluded.country, registration = excluded.registration,
          role = excluded.role
        """)
    }
  }

  private var row: SQL {
    "(\(account), \(email), \(name), \(affiliation), \(country), \(registration), \(role))"
  }
}
