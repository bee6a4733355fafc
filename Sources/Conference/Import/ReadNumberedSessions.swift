/// Sessions of portals that papers call by their numbers.
extension FolderReading {
  private func isOfPapers(_ session: Session) -> Bool {
    [.poster, .oral, .qa].contains(session.kind)
      || session.kind == .other
        && !Folding.words(of: session.title).filter { ["session", "papers"].contains($0) }.isEmpty
  }

  /// "Paper session 5" and "Posters V" are what papers call 5, rather than the fifth row of a schedule, which may be a lunch.
  /// Where several kinds of sessions have the number, nobody can tell which of them is meant.
  func numbered(_ number: Int, _ id: String) -> [Int] {
    let found = sessionsNumbered(number)
    if found.isEmpty {
      return draft.sessions.indices.filter { draft.sessions[$0].id == id && isOfPapers(draft.sessions[$0]) }
    }
    return Set(found.map { shownKind(draft.sessions[$0]) }).count == 1 ? found : []
  }

  /// The kind of a session, which its title may tell where no column does.
  private func shownKind(_ session: Session) -> Session.Kind {
    session.kind == .other ? Session.Kind(words: session.title) ?? .other : session.kind
  }

  /// The sessions of papers whose titles end with the number.
  func sessionsNumbered(_ number: Int) -> [Int] {
    let romans = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
    let names = [String(number)] + ((1...romans.count).contains(number) ? [romans[number - 1]] : [])
    return draft.sessions.indices.filter { index in
      isOfPapers(draft.sessions[index])
        && Folding.words(of: draft.sessions[index].title).last.map { names.contains($0) } == true
    }
  }
}
