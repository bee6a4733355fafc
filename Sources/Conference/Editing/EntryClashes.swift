extension Program {
  /// The clashes in which an entry has a part, as it is or is to be: those of a session; of an event's sessions; of the people and
  /// rooms that a paper brings into its sessions.
  public func clashes(with entry: some Entry) -> [Clash] {
    switch entry {
    case let session as Session: clashes(of: session)
    case let event as Event: clashes(withEvent: event)
    case let paper as Paper: clashes(withPaper: paper)
    default: []
    }
  }

  private func clashes(withEvent event: Event) -> [Clash] {
    let program = replacing(event)
    let ids = Set(program.sessions(of: event).map(\.id))
    guard !ids.isEmpty else { return [] }
    return program.clashes.filter { ids.contains($0.first.id) || ids.contains($0.second.id) }
  }

  private func clashes(withPaper paper: Paper) -> [Clash] {
    let program = replacing(paper)
    let places = program.appearances(of: paper)
    guard !places.isEmpty else { return [] }
    let keys = PersonKeys(program)
    let (ids, rooms) = (Set(places.map(\.session.id)), places.compactMap(\.slot.join).map(RoomKey.key))
    let needed = Set(paper.authors.map { keys.key($0) } + rooms)
    return program.clashes.filter {
      needed.contains($0.key) && (ids.contains($0.first.id) || ids.contains($0.second.id))
    }
  }

  /// The same with an event in place of the one of its name, or besides.
  private func replacing(_ event: Event) -> Program {
    guard self.event(event.reference) != event, var draft else { return self }
    draft.events = draft.events.filter { $0.reference != event.reference } + [event]
    return Program(draft: draft, version: version, changed: changed)
  }

  /// The same with a paper in place of the one with its id, or besides.
  private func replacing(_ paper: Paper) -> Program {
    guard self.paper(paper.id) != paper, var draft else { return self }
    draft.papers = draft.papers.filter { $0.id != paper.id } + [paper]
    return Program(draft: draft, version: version, changed: changed)
  }
}

extension ProgramEdit {
  /// What is needed in two sessions at once after the edit, and was not before.
  func newClashes() throws -> [Clash] {
    let kinds: Set<EntryKind> = [.session, .event, .paper]
    guard steps.contains(where: { kinds.contains($0.name.kind) && $0.isVisible }) else { return [] }
    let known = Set(try Self.clashes(before).map(ClashName.init))
    return try Self.clashes(after).filter { !known.contains(ClashName($0)) }
  }

  private static func clashes(_ entries: [EntryName: StoredEntry]) throws -> [Clash] {
    guard let draft = try Draft(rows: entries.values.map(\.row)) else { return [] }
    return Program(draft: draft, version: 0, changed: .earliest).clashes
  }
}

/// A clash, whichever of its sessions begins first and whatever else is said of them.
private struct ClashName: Hashable {
  let key: String
  let sessions: Set<String>

  init(_ clash: Clash) { (key, sessions) = (clash.key, [clash.first.id, clash.second.id]) }
}
