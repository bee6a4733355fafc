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
  func newClashes(_ drafts: EditDrafts?) -> [Clash] {
    guard let drafts, steps.contains(where: \.mayClash) else { return [] }
    let known = Set(Self.clashes(drafts.before).flatMap { ClashName.all(of: $0) })
    return Self.clashes(drafts.after).filter { known.isDisjoint(with: ClashName.all(of: $0)) }
  }

  private static func clashes(_ draft: Draft) -> [Clash] {
    Program(draft: draft, version: 0, changed: .earliest).clashes
  }
}

extension EntryStep {
  /// Whether it changes who or which room is needed, or when.
  var mayClash: Bool {
    guard [.session, .event, .paper].contains(name.kind), isVisible else { return false }
    return EntryDifference.fields(before: before?.body, after: after?.body).contains {
      Self.clashing.contains($0.name)
    }
  }

  private static let clashing: Set<String> = [
    "start", "end", "slots", "chairs", "people", "authors", "event", "join", "isCancelled",
  ]
}

/// A clash, whichever of its sessions begins first and whatever else is said of them.
private struct ClashName: Hashable {
  let subject: String
  let sessions: Set<String>

  /// One by what the subject is known by, and of a person one by the name: an edit may give somebody an address or another
  /// affiliation, or tell apart who was one.
  static func all(of clash: Clash) -> [ClashName] {
    let sessions: Set<String> = [clash.first.id, clash.second.id]
    let known = ClashName(subject: clash.key, sessions: sessions)
    guard case .person(let name) = clash.subject else { return [known] }
    return [known, ClashName(subject: "name " + Catalog.authorKey(name), sessions: sessions)]
  }
}
