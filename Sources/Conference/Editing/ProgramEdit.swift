/// The program while somebody changes it, within the transaction: what was put here is checked and stored as one change.
public struct ProgramEdit {
  /// What somebody who puts an entry has seen of it before.
  public enum Seen: Sendable {
    /// That there is none yet.
    case nothing
    case revision(Revision)
    /// Whatever is there, for who says exactly which field to change.
    case anything
  }

  let before: [EntryName: StoredEntry]
  private(set) var after: [EntryName: StoredEntry]
  /// What was done, by kind and id, once the edit is finished.
  private(set) var steps: [EntryStep] = []
  private var nextNumber: Int

  init(_ stored: [StoredEntry], nextNumber: Int) {
    before = Dictionary(uniqueKeysWithValues: stored.map { ($0.name, $0) })
    (after, self.nextNumber) = (before, nextNumber)
  }

  /// The entry as it stands; nil where there is none.
  public func entry<E: Entry>(_ type: E.Type, _ id: String) throws -> E? {
    try after[EntryName(kind: E.entryKind, id: id)]?.row.decoded(as: type)
  }

  func entries<E: Entry>(_ type: E.Type) throws -> [E] {
    try after.values.filter { $0.row.kind == E.entryKind }.sorted {
      ($0.row.position, $0.number) < ($1.row.position, $1.number)
    }
    .map { try $0.row.decoded(as: type) }
  }

  /// Adds an entry, or makes it what is given; throws a conflict where somebody else has changed it since it was seen.
  public mutating func put<E: Entry>(_ entry: E, seen: Seen) throws {
    let name = EntryName(of: entry)
    let old = after[name]
    switch seen {
    case .nothing where old != nil: throw ConferenceError.conflict("there is a \(name) already")
    case .revision where old == nil: throw ConferenceError.conflict("the \(name) was removed while you edited it")
    case .revision(let revision) where old.map { Revision(body: $0.row.body) } != revision:
      throw ConferenceError.conflict(
        "the \(name) was changed while you edited it, by somebody else or by you in another tab")
    default: break
    }
    try set(entry, old: old)
  }

  private mutating func set<E: Entry>(_ entry: E, old: StoredEntry?) throws {
    let name = EntryName(of: entry)
    let last = after.values.filter { $0.row.kind == name.kind }.map(\.row.position).max() ?? -1
    after[name] = StoredEntry(
      row: try EntryRow(entry, at: old?.row.position ?? last + 1), number: old?.number ?? nextNumber)
    if old == nil { nextNumber += 1 }
  }

  /// Removes an entry, and what refers to it elsewhere.
  public mutating func remove(_ name: EntryName, seen: Seen = .anything) throws {
    guard let old = after[name] else { throw ConferenceError.notFound(name.description) }
    if case .revision(let revision) = seen, Revision(body: old.row.body) != revision {
      throw ConferenceError.conflict(
        "the \(name) was changed before you removed it, by somebody else or by you in another tab")
    }
    guard name.kind != .conference else {
      throw ConferenceError.invalid(
        field: "conference", problem: "it cannot be removed", advice: "change it, or import another one")
    }
    after[name] = nil
    try forget(name)
  }

  private mutating func forget(_ name: EntryName) throws {
    switch name.kind {
    case .paper: try forget(paper: name.id)
    case .event: try replace(Session.self) { if $0.event?.id == name.id { $0.event = nil } }
    case .sponsor:
      try replace(Session.self) { if $0.sponsor == name.id { $0.sponsor = nil } }
      try replace(Sponsor.self) { if $0.sharedBooth == name.id { $0.sharedBooth = nil } }
    default: break
    }
  }

  private mutating func forget(paper: String) throws {
    try replace(Session.self) { $0.slots.removeAll { $0.paper == paper } }
    try replace(Paper.self) { $0.similar.removeAll { $0 == paper } }
    try replace(Theme.self) { $0.papers.removeAll { $0 == paper } }
  }

  private mutating func replace<E: Entry>(_ type: E.Type, _ change: (inout E) -> Void) throws {
    for old in try entries(type) {
      var new = old
      change(&new)
      if new != old { try set(new, old: after[EntryName(of: old)]) }
    }
  }

  /// Takes a paper out of a session, or into another one, or both; its own times do not come along, unless they are given.
  public mutating func move(paper: String, from: String?, to slot: (session: String, start: Instant?, end: Instant?)?)
    throws
  {
    if let from {
      var session = try existing(Session.self, from)
      guard session.slots.contains(where: { $0.paper == paper }) else {
        throw ConferenceError.conflict("the paper \(paper) is no longer in the session \(from)")
      }
      session.slots.removeAll { $0.paper == paper }
      try put(session, seen: .anything)
    }
    guard let slot else { return }
    var session = try existing(Session.self, slot.session)
    session.slots.removeAll { $0.paper == paper }
    session.slots.append(Slot(paper: paper, start: slot.start, end: slot.end))
    try put(session, seen: .anything)
  }

  private func existing<E: Entry>(_ type: E.Type, _ id: String) throws -> E {
    guard let entry = try entry(type, id) else { throw ConferenceError.notFound("\(E.entryKind.rawValue) \(id)") }
    return entry
  }

  /// Exchanges the places of two entries of a kind in their order.
  public mutating func exchange(_ one: EntryName, _ other: EntryName) throws {
    guard one.kind == other.kind, let first = after[one], let second = after[other] else {
      throw ConferenceError.notFound("\(one) or \(other)")
    }
    after[one]?.row.position = second.row.position
    after[other]?.row.position = first.row.position
  }

  /// Puts an entry before the one before it in its kind's order, or behind the next; nothing happens at the ends.
  public mutating func shift(_ name: EntryName, up isUp: Bool) throws {
    let order = after.values.filter { $0.row.kind == name.kind }
      .sorted { ($0.row.position, $0.number) < ($1.row.position, $1.number) }.map(\.name)
    guard let place = order.firstIndex(of: name) else { throw ConferenceError.notFound(name.description) }
    let other = isUp ? place - 1 : place + 1
    guard order.indices.contains(other) else { return }
    // Positions that are the same, as an import may leave them, cannot be exchanged.
    for (position, entry) in order.enumerated() where after[entry]?.row.position != position {
      after[entry]?.row.position = position
    }
    try exchange(name, order[other])
  }

  /// Puts back one side of a step that was taken before.
  mutating func restore(_ name: EntryName, _ entry: StoredEntry?) { after[name] = entry }

  /// Notes what was done, after everything else: all entries are compared for it.
  mutating func finish() {
    steps = Set(before.keys).union(after.keys).compactMap { EntryStep(from: before[$0], to: after[$0]) }
      .sorted { ($0.name.kind.rawValue, $0.name.id) < ($1.name.kind.rawValue, $1.name.id) }
  }
}

/// The program before and after an edit. To read them is most of what an edit costs, so it is done once.
struct EditDrafts: Sendable {
  let before: Draft
  let after: Draft

  /// Nil where there is no conference.
  init?(_ edit: ProgramEdit) throws {
    guard let before = try Draft(rows: edit.before.values.map(\.row)),
      let after = try Draft(rows: edit.after.values.map(\.row))
    else { return nil }
    (self.before, self.after) = (before, after)
  }
}
