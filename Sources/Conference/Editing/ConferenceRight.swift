import Database

extension Sequence<EntryStep> {
  /// Throws where these change the conference's own days, zone and texts, and somebody does it who is no organizer: whether by a
  /// form, a token, an import or by taking a change back. The command line may.
  func checkRights(of doer: (any Doer)?, _ connection: Connection) throws {
    guard let doer, contains(where: { $0.name.kind == .conference && $0.isVisible }) else { return }
    let account = try doer.signature.account.flatMap { try People.account($0, connection) }
    try Access(account, conduct: account?.conduct).require(
      account?.role == .organizer && account?.standing == .active,
      "Only organizers change the conference's own days, zone and texts. Leave them as they are, or ask one")
  }
}
