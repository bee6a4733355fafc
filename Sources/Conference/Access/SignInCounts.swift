import Database

/// What is counted when a client asks for a mail to an address, or types a code for it.
struct SignInCounts {
  private let client, mailsHere, mailsOfAll: Allowance
  private let wrong, wrongHere, wrongOfAll, wrongByHand: Allowance

  init(_ client: String, _ email: EmailAddress, _ limits: SignInLimits) {
    // By client and address: whose address it is downloads what is counted there, without the client (`PersonalTable`).
    let here = "\(Secret(client).hash) address \(email)"
    self.client = Allowance("mails client \(client)", limits.perClient, per: 600)
    mailsHere = Allowance("mails from \(here)", limits.mailsPerAddress, per: 600)
    mailsOfAll = Allowance("mails address \(email)", limits.mailsPerAddressByAll, per: 600)
    wrong = Allowance("codes client \(client)", limits.perClient, per: 600)
    wrongHere = Allowance("codes from \(here)", limits.codesPerAddress, per: 600)
    wrongOfAll = Allowance("codes address \(email)", limits.codesPerAddressByAll, per: 3_600)
    wrongByHand = Allowance("codes by hand address \(email)", limits.codesByHandByAll, per: 3_600)
  }

  /// Counts a mail that is asked for; what keeps it from being sent, if anything does.
  func takeMail(at now: Instant, _ connection: Connection) throws -> ConferenceError? {
    for allowance in [client, mailsHere, mailsOfAll] {
      guard try !allowance.take(at: now, connection) else { continue }
      let place = allowance.name == client.name ? "from your network" : "for this address"
      let left = try allowance.left(at: now, connection)
      return .limited(
        "Mails to sign in with were asked for too often, \(place). You can ask again \(Allowance.words(left)); the newest one that came works for ten minutes, and the organizers can give you a code",
        seconds: left)
    }
    return nil
  }

  /// What keeps the client from trying codes of a kind, if anything does.
  func refusal(byHand isByHand: Bool, at now: Instant, _ connection: Connection) throws -> ConferenceError? {
    for allowance in [wrong] + own(byHand: isByHand) {
      guard try !allowance.isLeft(at: now, connection) else { continue }
      let place = allowance.name == wrong.name ? "from your network" : "for this address"
      let left = try allowance.left(at: now, connection)
      return .limited(
        "Too many wrong codes were typed \(place). Codes can be typed again \(Allowance.words(left)); until then the link of a mail works, in the browser that asked for it, and so does what the organizers give you by hand",
        seconds: left)
    }
    return nil
  }

  /// Counts a wrong code for the kinds that it was compared with: what a client tries in vain is not counted for all.
  func countWrong(byMail isByMail: Bool, byHand isByHand: Bool, at now: Instant, _ connection: Connection) throws {
    let counts = [wrong] + (isByMail ? own(byHand: false) : []) + (isByHand ? own(byHand: true) : [])
    for allowance in counts { _ = try allowance.take(at: now, connection) }
  }

  private func own(byHand isByHand: Bool) -> [Allowance] { isByHand ? [wrongByHand] : [wrongHere, wrongOfAll] }
}
