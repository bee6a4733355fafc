import Conference
import Markup

/// What of the program a policy is about, in numbers, and what a choice changes for visitors.
enum PolicyConsequence {
  /// "120 papers"; nil of what is not counted.
  static func count(_ name: String, _ program: Program) -> String? {
    switch name {
    case "schedule":
      "\(EntryKind.session.counted(program.sessions.count)) and \(EntryKind.event.counted(program.events.count))"
    case "papers": EntryKind.paper.counted(program.papers.count)
    case "talks": "the videos and slides of \(talks(program))"
    case "rooms": "the ways into \(EntryKind.session.counted(rooms(program)))"
    case "sponsors": EntryKind.sponsor.counted(program.sponsors.count)
    default: nil
    }
  }

  /// Under a kind, what it holds and whether visitors see it now.
  static func hint(_ name: String, _ openness: Policies.Openness, _ visit: Visit) -> HTML {
    guard let count = Self.count(name, visit.site.edition.program) else { return .empty }
    let isOpen = openness.isOpen(to: .visitor, at: visit.now)
    let capital = count.prefix(1).uppercased() + count.dropFirst()
    return "<p class=\"muted\">\(capital). Visitors \(isOpen ? "see" : "do not see") this now.</p>"
  }

  /// What changes for visitors from now on; a sentence where nothing does.
  static func html(from old: Policies, to new: Policies, _ visit: Visit) -> HTML {
    let changed = AccessChoices.kinds.filter { kind in
      isOpen(old[keyPath: kind.path], visit) != isOpen(new[keyPath: kind.path], visit)
    }
    let (opened, closed) = (
      changed.filter { isOpen(new[keyPath: $0.path], visit) }, changed.filter { !isOpen(new[keyPath: $0.path], visit) }
    )
    return """
      \(HTML.when(changed.isEmpty, "<p>For visitors nothing changes now.</p>"))
      \(list("Visitors will no longer see", closed.map { words($0.name, $0.label, visit) }))
      \(list("Visitors will see", opened.map { words($0.name, $0.label, visit) }))
      """
  }

  private static func isOpen(_ openness: Policies.Openness, _ visit: Visit) -> Bool {
    openness.isOpen(to: .visitor, at: visit.now)
  }

  private static func words(_ name: String, _ label: String, _ visit: Visit) -> String {
    count(name, visit.site.edition.program) ?? label.prefix(1).lowercased() + label.dropFirst()
  }

  private static func list(_ intro: String, _ items: [String]) -> HTML {
    HTML.when(!items.isEmpty, "<p>\(intro):</p><ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>")
  }

  private static func talks(_ program: Program) -> String {
    let papers = program.papers.count { $0.video != nil || $0.slides != nil }
    let events = program.events.count { $0.hasTalk }
    return "\(EntryKind.paper.counted(papers)) and \(EntryKind.event.counted(events))"
  }

  private static func rooms(_ program: Program) -> Int {
    program.sessions.count { session in
      session.join != nil || session.slots.contains { $0.join != nil }
        || session.event.flatMap { program.event($0) }?.join != nil
    }
  }
}
