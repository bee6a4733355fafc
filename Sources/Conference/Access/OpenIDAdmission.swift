import Database

/// Decides whose account somebody gets into whom a provider vouches for.
struct OpenIDAdmission: Sendable {
  let provider: OpenIDProvider
  let claims: OpenIDClaims
  let now: Instant

  func admit(_ origin: OpenIDRequest.Origin, named name: String, _ connection: Connection) throws
    -> OpenIDSignIns.Outcome
  {
    let known = try OpenIDIdentity.account(claims.issuer, claims.subject, at: now, connection)
    if let account = origin.account { return try tie(to: account, known, connection) }
    if known == nil, claims.person.verifiedEmail == nil { return .noAddress }
    guard let account = try known ?? byAddress(connection) ?? newcomer(connection), account.mayComeIn else {
      return .stranger
    }
    if known == nil { try OpenIDIdentity.tie(provider, claims.subject, to: account.id, at: now, connection) }
    return .signedIn(try Devices.add(for: account.id, browser: name, at: now, connection), back: origin.back)
  }

  /// By the wish of who is signed in.
  private func tie(to account: String, _ known: Account?, _ connection: Connection) throws -> OpenIDSignIns.Outcome {
    guard known == nil || known?.id == account else { return .ofAnother }
    if known == nil { try OpenIDIdentity.tie(provider, claims.subject, to: account, at: now, connection) }
    return .tied
  }

  /// An address that nobody vouches for says nothing.
  private func byAddress(_ connection: Connection) throws -> Account? {
    try claims.person.verifiedEmail.flatMap { try People.account($0, connection) }
  }

  /// A new account, where the conference takes in whoever comes. Whom a provider calls as somebody with a role waits for an
  /// organizer's word, as there they could call themselves anything.
  private func newcomer(_ connection: Connection) throws -> Account? {
    let mode = try Registration.current(connection).mode
    guard mode == .open || mode == .approval, let email = claims.person.verifiedEmail,
      let newcomer = claims.person.newcomer
    else { return nil }
    var account = Account(email: email, name: newcomer.name, added: now)
    account.standing = try mode == .approval || NamesOfRoles.isTaken(by: account, connection) ? .waiting : .active
    try People.add(account, at: now, connection)
    try Deed(by: account.id, "registered", account.id, ["by": provider.name]).write(at: now, connection)
    return account
  }
}
