import Foundation

/// The sessions that papers name in one cell.
extension FolderReading {
  /// "P1, P2" names two sessions, unless one is called so.
  func splitNamedSlots() {
    guard namedSlots.contains(where: { $0.session.contains(",") }) else { return }
    let ids = Set(draft.sessions.map(\.id))
    let titles = Set(draft.sessions.map { Folding.words(of: $0.title) })
    namedSlots = namedSlots.flatMap { named in
      let isWhole =
        !named.session.contains(",") || ids.contains(named.session) || titles.contains(Folding.words(of: named.session))
      let names = isWhole ? [named.session] : Names.cleaned(named.session.components(separatedBy: ","))
      return names.map { (paper: named.paper, session: $0, page: named.page, place: named.place) }
    }
  }
}
