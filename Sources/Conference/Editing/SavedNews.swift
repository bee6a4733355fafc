/// What a change of the program means to those who saved something of it.
struct SavedNews: Sendable {
  let audience: SavedAudience
  /// "Cancelled"
  let word: String
  /// "This session was cancelled"
  let sentence: String
  let title: String
  let lines: [String]
  let path: String
  /// Whether somebody might come to the wrong place or time without knowing it.
  let isUrgent: Bool
}

extension ProgramEdit {
  /// What the edit cancels, moves, takes away or changes otherwise, of what people save: sessions and papers.
  ///
  /// - Parameter isUndo: whether it takes a change back, so that what it adds was there before.
  func savedNews(in zone: Zone, isUndo: Bool) throws -> [SavedNews] {
    let places = Places(zone: zone, isUndo: isUndo)
    let sessions = try steps.filter { $0.name.kind == .session && $0.isVisible }.map { step in
      SessionStep(
        old: try before[step.name]?.row.decoded(as: Session.self),
        new: try after[step.name]?.row.decoded(as: Session.self))
    }
    let papers = Set(sessions.flatMap { $0.left + $0.retimed + (isUndo ? $0.returned : []) }).union(
      steps.filter { $0.name.kind == .paper && ($0.after == nil || isUndo && $0.before == nil) }.map(\.name.id))
    // A paper may have kept another place in the program.
    let held = try papers.isEmpty ? [] : entries(Session.self).filter { !$0.isCancelled }
    return sessions.compactMap { places.news($0) }
      + (try papers.sorted().compactMap { id -> SavedNews? in
        let name = EntryName(kind: .paper, id: id)
        guard let paper = try (before[name] ?? after[name])?.row.decoded(as: Paper.self) else { return nil }
        return places.news(
          of: paper, wasThere: before[name] != nil, isGone: after[name] == nil, in: held.filter { $0.has(id) })
      })
  }
}

/// A session before and after an edit.
private struct SessionStep {
  let old: Session?
  let new: Session?

  /// Papers that it has no longer. One that is gone or cancelled is told of by itself.
  var left: [String] {
    guard let old, let new, !new.isCancelled else { return [] }
    return old.slots.map(\.paper).filter { !new.has($0) }
  }

  /// Papers that it gets in addition. One that is there again or takes place after all is told of by itself.
  var returned: [String] {
    guard let old, let new, !old.isCancelled, !new.isCancelled else { return [] }
    return new.slots.map(\.paper).filter { !old.has($0) }
  }

  /// Papers that have another part of it, where its own time is as it was.
  var retimed: [String] {
    guard let old, let new, !new.isCancelled, (old.start, old.end) == (new.start, new.end) else { return [] }
    return old.slots.filter { slot in
      new.slots.contains { $0.paper == slot.paper && ($0.start, $0.end) != (slot.start, slot.end) }
    }.map(\.paper)
  }
}

extension Session {
  fileprivate func has(_ paper: String) -> Bool { slots.contains { $0.paper == paper } }

  fileprivate func beginning(of paper: String) -> Instant { slots.first { $0.paper == paper }?.start ?? start }
}

/// The same in words, with times in the conference's zone.
private struct Places {
  let zone: Zone
  let isUndo: Bool

  func news(_ step: SessionStep) -> SavedNews? {
    guard let known = step.old ?? step.new, let shown = step.new ?? step.old,
      let (word, sentence, isUrgent) = words(step.old, step.new)
    else { return nil }
    return SavedNews(
      audience: SavedAudience(known), word: word, sentence: sentence, title: shown.title, lines: [line(shown)],
      path: step.new == nil ? "/schedule" : "/sessions/\(shown.id)", isUrgent: isUrgent)
  }

  private func words(_ old: Session?, _ new: Session?) -> (String, String, Bool)? {
    guard let old else {
      let isBack = isUndo && new?.isCancelled == false
      return isBack ? ("Takes place", "This session is in the program again", true) : nil
    }
    guard let new else {
      return old.isCancelled ? nil : ("Taken out", "This session is no longer in the program", true)
    }
    if new.isCancelled { return old.isCancelled ? nil : ("Cancelled", "This session was cancelled", true) }
    if old.isCancelled { return ("Takes place", "This session takes place after all", true) }
    if (new.start, new.end) != (old.start, old.end) { return ("Moved", "This session has another time", true) }
    // Of a paper's place those are told who saved the paper.
    var same = new
    same.slots = old.slots
    return same == old ? nil : ("Changed", "Something about this session has changed", false)
  }

  /// - Parameter sessions: those in which it has a place now.
  func news(of paper: Paper, wasThere: Bool, isGone: Bool, in sessions: [Session]) -> SavedNews {
    let places = sessions.map { (start: $0.beginning(of: paper.id), line: line(of: paper.id, in: $0)) }
    let (word, sentence) =
      isGone
      ? ("Taken out", "This paper is no longer in the program")
      : !wasThere
        ? ("Back", "This paper is in the program again")
        : places.isEmpty
          ? ("Taken out", "This paper is no longer in any session where you could meet its authors")
          : ("Moved", "This paper is met at other times than before")
    return SavedNews(
      audience: SavedAudience(paper), word: word, sentence: sentence, title: paper.title,
      lines: places.sorted { ($0.start, $0.line) < ($1.start, $1.line) }.map { $0.line },
      path: isGone ? "/papers" : "/papers/\(paper.id)", isUrgent: true)
  }

  private func line(of paper: String, in session: Session) -> String {
    let end = session.slots.first { $0.paper == paper }?.end ?? session.end
    return "\(session.title): \(line(session.beginning(of: paper), end))"
  }

  private func line(_ session: Session) -> String { line(session.start, session.end) }

  private func line(_ start: Instant, _ end: Instant) -> String {
    let offset = zone.offsetText(at: start)
    let name = zone.city == offset ? offset : "\(zone.city), \(offset)"
    return
      "\(TimeText.dayText(zone.day(at: start))), \(TimeText.clock(start, zone: zone)) to \(TimeText.clock(end, zone: zone)) (\(name))"
  }
}
