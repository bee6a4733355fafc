import Database

extension SignIns {
  /// Sends a newcomer the link and the code by which they get an account; throws unless they may register, with the code that they
  /// typed. Wrong codes are counted, and after too many of them by a client the right one is refused in the same way.
  ///
  /// - Parameters: as those of `ask`.
  public func register(
    _ newcomer: Newcomer, _ email: EmailAddress, code: String?, browser: Secret, client: String,
    letter: @escaping @Sendable (Ticket, Account?) -> Letter
  ) async throws {
    var newcomer = newcomer
    newcomer.mode = try await admitted(code: code, client: client)
    let stranger = Account(email: email, name: newcomer.name, added: clock.now())
    try await database.read { try NamesOfRoles.check(stranger, before: "", $0) }
    try await ask(email, browser: browser, client: client, newcomer: newcomer, letter: letter)
  }

  /// How one may register now.
  private func admitted(code: String?, client: String) async throws -> Registration.Mode {
    let (now, limits) = (clock.now(), limits)
    let all = Allowance("registration codes", limits.registrationCodes, per: 3_600)
    // What is counted has to be kept, so nothing is thrown before it is written.
    let (mode, refusal) = try await database.write { connection -> (Registration.Mode, ConferenceError?) in
      let registration = try Registration.current(connection)
      guard registration.mode == .code else { return (registration.mode, Self.refusal(registration, code)) }
      let limit =
        try all.isLeft(at: now, connection)
        ? limits.registrationCodesPerClient : limits.registrationCodesPerClientThen
      let own = Allowance("registration codes client \(client)", limit, per: 600)
      guard try own.isLeft(at: now, connection) else { return (.code, Self.tooManyCodes) }
      let refusal = Self.refusal(registration, code)
      if refusal != nil { for count in [own, all] { _ = try count.take(at: now, connection) } }
      return (.code, refusal)
    }
    if let refusal { throw refusal }
    return mode
  }

  private static func refusal(_ registration: Registration, _ code: String?) -> ConferenceError? {
    do {
      try registration.admit(code: code)
      return nil
    } catch {
      return error as? ConferenceError ?? .forbidden("\(error)")
    }
  }

  static let tooManyCodes = ConferenceError.limited(
    "Too many wrong registration codes were typed. Look up the right one and wait; ask the organizers if it lasts")
}
