import Database

/// Signing in without a password: a mail with a link and a code, each of which works once.
public struct SignIns: Sendable {
  let database: Database
  let clock: Clock
  let limits: SignInLimits

  public init(_ database: Database, clock: Clock, limits: SignInLimits = SignInLimits()) {
    (self.database, self.clock, self.limits) = (database, clock, limits)
  }

  /// Sends a link and a code to the address if it belongs to somebody who may come in, or word that they may not any more to who was
  /// removed. Does the same work, and says the same, if not.
  ///
  /// - Parameters:
  ///   - browser: of the browser that asks, in which alone the link will work.
  ///   - client: where it asks from, to be counted.
  ///   - letter: what to send, which for who was removed holds no way in; called for strangers too.
  public func ask(
    _ email: EmailAddress, browser: Secret, client: String, newcomer: Newcomer? = nil,
    letter: @escaping @Sendable (Ticket, Account?) -> Letter
  ) async throws {
    let (now, limits, outbox) = (clock.now(), limits, Outbox(database, clock: clock))
    // What is counted has to be kept, so nothing is thrown before it is written.
    let refusal = try await database.write { connection -> ConferenceError? in
      if let refusal = try SignInCounts(client, email, limits).takeMail(at: now, connection) { return refusal }
      let account = try People.account(email, connection)
      let newcomer = account == nil ? newcomer : nil
      let ticket = try Ticket.make(
        for: email, account: account?.id, newcomer: newcomer, browser: browser, at: now, connection)
      // Who is on the list no more is told so, as they would wait for a mail otherwise.
      let isWelcome = newcomer != nil || account.map { $0.mayComeIn || $0.standing == .removed } == true
      try letter(ticket, account).post(
        to: email, isWanted: isWelcome, expires: ticket.expires, in: outbox, connection)
      return nil
    }
    if let refusal { throw refusal }
  }

  /// A way in that no mail brings: for the first organizer, or by an organizer's hand when mail fails. It works in any browser.
  public func issue(for account: Account, by doer: (any Doer)?, lasting seconds: Int = 3_600) async throws -> Ticket {
    guard let email = account.email, account.mayComeIn else {
      throw ConferenceError.conflict("\(account.name) may not sign in")
    }
    let now = clock.now()
    return try await database.write { connection in
      try Right.makeSignInCodes.check(doer, connection)
      try Deed(by: doer, "sign-in code issued", account.id).write(at: now, connection)
      return try Ticket.make(
        for: email, account: account.id, browser: nil, lasting: seconds, at: now, connection)
    }
  }

  /// What became of a link or a code.
  public enum Outcome: Sendable {
    case signedIn(Secret, account: String)
    /// Not known, used before, too old, or another one was sent since.
    case spent
    /// The link was asked for by another browser.
    case otherBrowser
    /// With when to go on, and what works meanwhile.
    case tooMany(ConferenceError)
  }

  /// Signs in with the link of a mail.
  public func enter(link: Secret, browser: Secret?, named name: String) async throws -> Outcome {
    let now = clock.now()
    return try await database.write { connection in
      guard let request = try SignInRequest.open(link: link, at: now, connection) else { return .spent }
      if let asked = request.browserHash, asked != browser?.hash { return .otherBrowser }
      return try Self.enter(request, named: name, at: now, connection)
    }
  }

  /// Signs in with the code of a mail to the address. Only wrong codes are counted: a hall may come in behind one client.
  public func enter(code: SignInCode, email: EmailAddress, client: String, named name: String) async throws -> Outcome {
    let (now, limits) = (clock.now(), limits)
    return try await database.write { connection in
      let counts = SignInCounts(client, email, limits)
      let byMail = try counts.refusal(byHand: false, at: now, connection)
      let byHand = try counts.refusal(byHand: true, at: now, connection)
      if let byMail, byHand != nil { return .tooMany(byMail) }
      let open = try SignInRequest.open(email: email, at: now, connection).filter {
        ($0.isByHand ? byHand : byMail) == nil
      }
      guard let request = open.first(where: { code.hash(of: $0.id) == $0.codeHash }) else {
        try counts.countWrong(byMail: byMail == nil, byHand: byHand == nil, at: now, connection)
        return byMail.map { Outcome.tooMany($0) } ?? .spent
      }
      return try Self.enter(request, named: name, at: now, connection)
    }
  }

  private static func enter(_ request: SignInRequest, named name: String, at now: Instant, _ connection: Connection)
    throws
    -> Outcome
  {
    try request.use(at: now, connection)
    guard let account = try account(of: request, at: now, connection), account.mayComeIn else { return .spent }
    return .signedIn(
      try Devices.add(for: account.id, browser: name, at: now, connection), account: account.id)
  }

  /// The account, which a newcomer gets now that the address is known to be theirs; nil where the address has become another's
  /// since it was asked for.
  private static func account(of request: SignInRequest, at now: Instant, _ connection: Connection) throws -> Account? {
    if let known = try People.account(request.email, connection) {
      return request.account == nil || request.account == known.id ? known : nil
    }
    guard request.account == nil, let newcomer = request.newcomer,
      let standing = try Registration.current(connection).standing(begunIn: newcomer.mode)
    else { return nil }
    var account = Account(email: request.email, name: newcomer.name, added: now)
    (account.affiliation, account.country) = (newcomer.affiliation, newcomer.country)
    // Somebody may have got a role, and with it the name, since it was written down.
    account.standing = try NamesOfRoles.isTaken(by: account, connection) ? .waiting : standing
    try People.add(account, at: now, connection)
    try Deed(by: account.id, "registered", account.id).write(at: now, connection)
    return account
  }
}

extension Account {
  /// Whether the account may be signed in to: also while it waits, to see that it does.
  public var mayComeIn: Bool { standing == .active || standing == .waiting }
}
