/// Keeps the ids of entries whose ids were made of their texts, when these texts are edited.
///
/// Where a folder gives no id, one is made of a question, a title or a name. An address must not move because a typo in
/// a question was mended, so a new entry takes over the id of a stored one that the folder lacks where it is evident that
/// they are the same: all else is equal, or it stands at the same place under a name that shares most of its words.
struct KeptNames {
  let stored: Draft
  /// The entries whose ids no file gives; all others keep the id that they are given.
  let derived: Set<EntryName>

  func applied(to incoming: Draft) -> Draft {
    var draft = incoming
    if derived.contains(EntryName(kind: .conference, id: draft.conference.id)) {
      draft.conference.id = stored.conference.id
    }
    keepSponsors(&draft)
    keepEvents(&draft)
    rename(&draft.sessions, kept(draft.sessions, stored.sessions)) { $0.id = $1 }
    rename(&draft.answers, kept(draft.answers, stored.answers)) { $0.id = $1 }
    rename(&draft.members, kept(draft.members, stored.members)) { $0.id = $1 }
    rename(&draft.themes, kept(draft.themes, stored.themes)) { $0.id = $1 }
    return draft
  }

  private func keepSponsors(_ draft: inout Draft) {
    let names = kept(draft.sponsors, stored.sponsors)
    rename(&draft.sponsors, names) { $0.id = $1 }
    for index in draft.sponsors.indices {
      if let other = draft.sponsors[index].sharedBooth { draft.sponsors[index].sharedBooth = names[other] ?? other }
    }
    for index in draft.sessions.indices {
      if let other = draft.sessions[index].sponsor { draft.sessions[index].sponsor = names[other] ?? other }
    }
  }

  private func keepEvents(_ draft: inout Draft) {
    let names = kept(draft.events, stored.events)
    rename(&draft.events, names) { event, id in event.name = EventReference(id)?.name ?? event.name }
    for index in draft.sessions.indices {
      guard let event = draft.sessions[index].event, let name = names[event.id] else { continue }
      draft.sessions[index].event = EventReference(name)
    }
  }

  private func rename<E: Entry>(_ entries: inout [E], _ names: [String: String], _ set: (inout E, String) -> Void) {
    guard !names.isEmpty else { return }
    for index in entries.indices {
      if let name = names[entries[index].id] { set(&entries[index], name) }
    }
  }

  /// The stored ids that entries of a folder keep, by the ids that were made for them.
  private func kept<E: TextNamed>(_ incoming: [E], _ stored: [E]) -> [String: String] {
    let (present, known) = (Set(incoming.map(\.id)), Set(stored.map(\.id)))
    var fresh = incoming.enumerated().filter {
      derived.contains(EntryName(kind: E.entryKind, id: $1.id)) && !known.contains($1.id)
    }
    var gone = stored.enumerated().filter { !present.contains($1.id) }
    // Beyond this it is another conference rather than an edited one.
    guard !fresh.isEmpty, !gone.isEmpty, fresh.count * gone.count <= 250_000 else { return [:] }
    var names: [String: String] = [:]
    for isSame in [Self.isEqual, Self.isEqualBesidesText, Self.isInPlace] as [(Placed<E>, Placed<E>) -> Bool] {
      for entry in fresh {
        let candidates = gone.filter { isSame(entry, $0) }
        guard candidates.count == 1, fresh.count(where: { isSame($0, candidates[0]) }) == 1 else { continue }
        names[entry.element.id] = candidates[0].element.id
      }
      let taken = Set(names.values)
      fresh.removeAll { names[$0.element.id] != nil }
      gone.removeAll { taken.contains($0.element.id) }
    }
    return names
  }

  private typealias Placed<E> = EnumeratedSequence<[E]>.Element

  private static func isEqual<E: TextNamed>(_ one: Placed<E>, _ other: Placed<E>) -> Bool {
    one.element.nameless == other.element.nameless
  }

  private static func isEqualBesidesText<E: TextNamed>(_ one: Placed<E>, _ other: Placed<E>) -> Bool {
    one.element.isTellingWithoutText && one.element.nameless.textless == other.element.nameless.textless
  }

  private static func isInPlace<E: TextNamed>(_ one: Placed<E>, _ other: Placed<E>) -> Bool {
    guard one.offset == other.offset else { return false }
    let (first, second) = (Words(one.element.id), Words(other.element.id))
    let shared = first.words.intersection(second.words).count
    return first.group == second.group && shared * 2 > max(first.words.count, second.words.count)
  }

  /// "workshop/ai-for-good" are the words ai, for, good in the group workshop.
  private struct Words {
    let group: Substring
    let words: Set<Substring>

    init(_ id: String) {
      let slash = id.firstIndex(of: "/")
      group = slash.map { id[..<$0] } ?? ""
      words = Set(id[(slash.map { id.index(after: $0) } ?? id.startIndex)...].split(separator: "-"))
    }
  }
}

/// An entry whose id may have been made of one of its texts.
protocol TextNamed: Entry {
  /// The entry without its id.
  var nameless: Self { get }
  /// The entry without the text that its id is made of.
  var textless: Self { get }
  /// Whether the rest says enough to tell it from others.
  var isTellingWithoutText: Bool { get }
}

extension TextNamed {
  fileprivate func with(_ change: (inout Self) -> Void) -> Self {
    var copy = self
    change(&copy)
    return copy
  }
}

extension Answer: TextNamed {
  var nameless: Answer { with { $0.id = "" } }
  var textless: Answer { with { $0.question = "" } }
  var isTellingWithoutText: Bool { true }
}

extension Event: TextNamed {
  var nameless: Event { with { $0.name = "" } }
  var textless: Event { with { $0.title = "" } }
  var isTellingWithoutText: Bool { !people.isEmpty || description != nil || summary != nil || website != nil }
}

extension Member: TextNamed {
  var nameless: Member { with { $0.id = "" } }
  var textless: Member { with { $0.person.name = "" } }
  var isTellingWithoutText: Bool {
    person.email != nil || person.website != nil || person.image != nil || person.biography != nil
  }
}

extension Session: TextNamed {
  var nameless: Session { with { $0.id = "" } }
  var textless: Session { with { $0.title = "" } }
  var isTellingWithoutText: Bool { true }
}

extension Sponsor: TextNamed {
  var nameless: Sponsor { with { $0.id = "" } }
  var textless: Sponsor { with { $0.name = "" } }
  var isTellingWithoutText: Bool { description != nil || website != nil || logo != nil || join != nil }
}

extension Theme: TextNamed {
  var nameless: Theme { with { $0.id = "" } }
  var textless: Theme { with { $0.title = "" } }
  var isTellingWithoutText: Bool { !papers.isEmpty }
}
