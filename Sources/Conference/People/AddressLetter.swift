import Database
import Letters

/// The mail to an address by which somebody signed in, when it becomes another one: its owner learns of it, whoever did it.
enum AddressLetter {
  /// How what its mails are known by begins.
  static let name = "address left "

  /// The new address is not told: the one before may be read by others by now.
  static func post(
    to before: EmailAddress, of account: Account, in outbox: Outbox, _ connection: Connection
  ) throws {
    let conference = try ConferenceInfo.current(connection)
    let name = conference?.name ?? "the conference"
    let letter = Letter(
      on: conference?.stationery ?? Stationery(name: name), purpose: .notice,
      subject: "You sign in to \(name) by another address",
      [
        .greeting(account.name),
        .words(
          "the organizers of \(name) changed the address by which you sign in. You were signed out everywhere, and nobody can sign in by this address any more."
        ),
        .words(
          "If you do not know why, write to the organizers at once: whoever reads mail at the new address can sign in as you."
        ),
      ])
    try letter.post(
      to: before, isWanted: true, expires: nil, onlyOnce: Self.name + Account.newId(), in: outbox, connection)
  }
}
