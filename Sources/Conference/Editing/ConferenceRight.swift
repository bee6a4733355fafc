import Database

extension Sequence<EntryStep> {
  /// Throws where these change the conference's own days, zone and texts, and somebody does it who is no organizer: whether by a
  /// form, a token, an import or by taking a change back. The command line may.
  func checkRights(of doer: (any Doer)?, _ connection: Connection) throws {
    guard contains(where: { $0.name.kind == .conference && $0.isVisible }) else { return }
    try Right.changeConference.check(doer, connection)
  }
}
