import Conference
import Markup

/// What of the program a policy is about, in numbers, and what a choice changes for those whom it is for.
enum PolicyConsequence {
  /// Under a kind, what it holds and how much of that visitors see now.
  static func hint(_ name: String, _ visit: Visit) -> HTML {
    let edition = visit.site.edition
    let all = Sight(program: edition.program, hasQuestions: true).content(name)
    guard let words = Self.words(name, all) else { return .empty }
    let questions = edition.choices.policies.questions.isOpen(to: .visitor, at: visit.now)
    let seen = Sight(program: edition.program(for: .visitor), hasQuestions: questions).content(name)
    let capital = words.prefix(1).uppercased() + words.dropFirst()
    if seen == all { return "<p class=\"muted\">\(capital). Visitors see this now.</p>" }
    guard let part = Self.words(name, seen) else {
      return "<p class=\"muted\">\(capital). Visitors do not see this now.</p>"
    }
    return "<p class=\"muted\">\(capital). Of this, visitors now see \(part).</p>"
  }

  /// What changes from now on for visitors, and for participants where talks come out at another time; a sentence where nothing
  /// does.
  static func html(from old: Policies, to new: Policies, _ visit: Visit) -> HTML {
    // To participants everything is open but talks that are held back.
    let audiences: [(Audience, String)] =
      [(.visitor, "visitors")] + (old.release == new.release ? [] : [(.participant, "participants")])
    return "\(audiences.map { changes(for: $0.0, called: $0.1, from: old, to: new, visit) })"
  }

  private static func changes(
    for audience: Audience, called who: String, from old: Policies, to new: Policies, _ visit: Visit
  ) -> HTML {
    let (before, after) = (Sight(audience, old, visit), Sight(audience, new, visit))
    let (closed, opened) = (before.beyond(after), after.beyond(before))
    let capital = who.prefix(1).uppercased() + who.dropFirst()
    return """
      \(HTML.when(closed.isEmpty && opened.isEmpty, "<p>For \(who) nothing changes now.</p>"))
      \(list("\(capital) will no longer see", closed))
      \(list("\(capital) will see", opened))
      """
  }

  private static func list(_ intro: String, _ items: [String]) -> HTML {
    HTML.when(!items.isEmpty, "<p>\(intro):</p><ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>")
  }

  /// What is seen of a kind, in words: "the ways into 12 sessions"; nil of nothing.
  fileprivate static func words(_ name: String, _ entries: Set<EntryName>) -> String? {
    counted(entries).map { count in
      switch name {
      case "talks": "the videos and slides of \(count)"
      case "rooms": "the ways into \(count)"
      case "questions": "questions about \(count), with the names of who asked"
      default: count
      }
    }
  }

  /// "5 papers and 2 events"; nil of nothing.
  private static func counted(_ entries: Set<EntryName>) -> String? {
    let parts = EntryKind.allCases.compactMap { kind -> String? in
      let count = entries.count { $0.kind == kind }
      return count == 0 ? nil : kind.counted(count)
    }
    guard let last = parts.last else { return nil }
    return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// What somebody sees, in which kinds hide each other: who sees no papers sees no videos of them.
private struct Sight {
  let program: Program
  let hasQuestions: Bool

  init(program: Program, hasQuestions: Bool) { (self.program, self.hasQuestions) = (program, hasQuestions) }

  init(_ audience: Audience, _ policies: Policies, _ visit: Visit) {
    self.init(
      program: visit.site.edition.program.visible(to: audience, policies, at: visit.now),
      hasQuestions: policies.questions.isOpen(to: audience, at: visit.now))
  }

  /// What is in it and not in another one, in words, in the order of the form.
  func beyond(_ other: Sight) -> [String] {
    AccessChoices.kinds.compactMap { kind in
      PolicyConsequence.words(kind.name, content(kind.name).subtracting(other.content(kind.name)))
    }
  }

  /// What of the program a policy, by its name in the form, is about.
  func content(_ name: String) -> Set<EntryName> {
    switch name {
    case "schedule": names(program.sessions).union(names(program.events))
    case "papers": names(program.papers)
    case "talks":
      names(program.papers.filter { $0.video != nil || $0.slides != nil })
        .union(names(program.events.filter { $0.hasTalk }))
        .union(names(program.sponsors.filter { $0.video != nil }))
    case "rooms":
      names(program.sessions.filter { isJoined($0) })
        .union(names(program.events.filter { isJoined($0) }))
        .union(names(program.sponsors.filter { $0.join != nil }))
    case "sponsors": names(program.sponsors)
    case "questions" where hasQuestions:
      // What is asked in a session of an event is asked about the event.
      names(program.papers)
        .union(names(program.sessions.filter { $0.event == nil }))
        .union(names(program.events))
    default: []
    }
  }

  private func names<E: Entry>(_ entries: [E]) -> Set<EntryName> {
    Set(entries.map { EntryName(kind: E.entryKind, id: $0.id) })
  }

  private func isJoined(_ session: Session) -> Bool {
    session.join != nil || session.slots.contains { $0.join != nil }
      || session.event.flatMap { program.event($0) }?.join != nil
  }

  /// Whether one joins the event by itself, and not by a session.
  private func isJoined(_ event: Event) -> Bool { event.join != nil && program.sessions(of: event).isEmpty }
}
