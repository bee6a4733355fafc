import Database

/// What the list of registrations says of one person, when somebody writes it by hand.
public struct PersonDetails: Hashable, Sendable {
  public var name: String
  public var email: EmailAddress
  public var affiliation: String?
  public var country: String?
  public var registration: String?

  /// Throws what is wrong with one of them.
  public init(name: String, email: String, affiliation: String?, country: String?, registration: String?) throws {
    let words = try Newcomer(name: name, affiliation: affiliation, country: country)
    (self.name, self.affiliation, self.country) = (words.name, words.affiliation, words.country)
    guard let email = EmailAddress(email) else {
      throw ConferenceError.invalid(
        field: "email", problem: "it is no e-mail address", advice: "Write it as name@example.org.")
    }
    self.email = email
    self.registration = try Newcomer.line(registration ?? "", "Registration", atMost: 80)
  }

  fileprivate func apply(to account: inout Account) {
    (account.name, account.email) = (name, email)
    (account.affiliation, account.country, account.registration) = (affiliation, country, registration)
  }
}

extension People {
  /// Puts somebody on the list, as a participant who may come in.
  public func register(_ details: PersonDetails, by doer: (any Doer)?) async throws -> Account {
    let now = clock.now()
    return try await database.write { connection in
      try Right.keepPeople.check(doer, connection)
      var account = Account(email: details.email, name: details.name, added: now)
      details.apply(to: &account)
      try Self.checkNumber(of: account, connection)
      try Self.add(account, at: now, connection)
      try Deed(by: doer, "added", account.id).write(at: now, connection)
      return account
    }
  }

  /// Corrects what the list says of somebody; another address ends every way in by the one before. Who moves that of somebody who
  /// has come in could come in as them, and therefore needs the right to make ways in; with a role, that to give roles.
  public func correct(_ id: String, to details: PersonDetails, by doer: (any Doer)?) async throws -> Account {
    let (now, outbox) = (clock.now(), Outbox(database, clock: clock))
    return try await database.write { connection in
      try Right.keepPeople.check(doer, connection)
      guard var account = try Self.account(id, connection), account.standing != .erased else {
        throw ConferenceError.notFound("person")
      }
      let before = account
      details.apply(to: &account)
      guard account != before else { return account }
      let isMoved = account.email != before.email
      if isMoved { try Self.rightToMove(before, connection)?.check(doer, connection) }
      if isMoved, let email = account.email, try Self.account(email, connection) != nil {
        throw ConferenceError.conflict("\(email) has an account already")
      }
      try Self.checkNumber(of: account, connection)
      try Self.update(account, at: now, connection)
      try Self.afterMove(of: account, from: before.email, by: doer, at: now, in: outbox, connection)
      try Deed(by: doer, "details corrected", id, Deed.differences(before.details, account.details)).write(
        at: now, connection)
      return account
    }
  }

  /// What it takes to move somebody's address, besides the right to correct what is known of them; nil where they never came in.
  private static func rightToMove(_ account: Account, _ connection: Connection) throws -> Right? {
    guard account.role == .participant else { return Right.giveRoles }
    return try hasComeIn(account, connection) ? Right.makeSignInCodes : nil
  }

  /// A number of a registration is one person's, as imports know people by it.
  private static func checkNumber(of account: Account, _ connection: Connection) throws {
    guard let number = account.registration else { return }
    let other = try connection.first(
      "SELECT 1 FROM accounts WHERE registration = \(number) AND id <> \(account.id) AND standing <> 'erased' LIMIT 1")
    guard other == nil else { throw ConferenceError.conflict("the registration is somebody else's already") }
  }
}

extension Account {
  /// What the list says of somebody, for the record, which forgets it with the person.
  var details: [String: String] {
    let known: [String: String?] = [
      "name": name, "address": email?.text, "affiliation": affiliation, "country": country,
      "registration": registration,
    ]
    return known.compactMapValues { $0 }
  }
}
