import Conference
import Foundation

/// People, links and slots as lines of text: a line that was not changed stays exactly what it stands for.
enum FormLines {
  static func text(_ person: Person) -> String {
    joined([person.name, person.affiliation, person.country, person.email])
  }

  static func text(_ link: Link) -> String { joined([link.label, link.url]) }

  static func text(_ slot: Slot, _ zone: Zone) -> String {
    joined([
      slot.paper, slot.start.map { zone.wall(at: $0).field }, slot.end.map { zone.wall(at: $0).field }, slot.join,
    ])
  }

  /// Names with affiliation, country and address; what else is known of a person of that name or address is kept.
  static func people(_ lines: [String], old: [Person], _ field: String) -> ([Person], [FieldProblem]) {
    read(lines, old: old, text: text, most: 4, field) { parts, _ in
      let known = old.first { ($0.email != nil && $0.email == parts[3]) || $0.name == parts[0] }
      var person = known ?? Person(name: parts[0] ?? "")
      (person.name, person.affiliation, person.country, person.email) = (parts[0] ?? "", parts[1], parts[2], parts[3])
      return person
    }
  }

  static func links(_ lines: [String], old: [Link]) -> ([Link], [FieldProblem]) {
    read(lines, old: old, text: text, most: 2, "links") { parts, _ in Link(label: parts[0] ?? "", url: parts[1] ?? "") }
  }

  static func slots(_ lines: [String], old: [Slot], _ zone: Zone) -> ([Slot], [FieldProblem]) {
    read(lines, old: old, text: { text($0, zone) }, most: 4, "papers") { parts, problems in
      Slot(
        paper: parts[0] ?? "", start: instant(parts[1], "papers", zone, &problems),
        end: instant(parts[2], "papers", zone, &problems), join: parts[3])
    }
  }

  static func text(_ item: AgendaItem, _ zone: Zone) -> String {
    joined([
      item.start.map { zone.wall(at: $0).field }, item.end.map { zone.wall(at: $0).field }, item.title, item.people,
      item.kind, item.section,
    ])
  }

  static func text(_ talk: Talk) -> String { joined([talk.title, talk.people, talk.video]) }

  static func agenda(_ lines: [String], old: [AgendaItem], _ zone: Zone) -> ([AgendaItem], [FieldProblem]) {
    read(lines, old: old, text: { text($0, zone) }, most: 6, "agenda") { parts, problems in
      if parts[2] == nil {
        problems.append(
          FieldProblem("agenda", "a line has no title", "write: start; end; title; people; kind; section"))
      }
      return AgendaItem(
        title: parts[2] ?? "", people: parts[3], kind: parts[4], section: parts[5],
        start: instant(parts[0], "agenda", zone, &problems), end: instant(parts[1], "agenda", zone, &problems))
    }
  }

  static func talks(_ lines: [String], old: [Talk]) -> ([Talk], [FieldProblem]) {
    read(lines, old: old, text: text, most: 3, "talks") { parts, problems in
      if parts[0] == nil {
        problems.append(FieldProblem("talks", "a line has no title", "write: title; people; video"))
      }
      return Talk(title: parts[0] ?? "", people: parts[1], video: parts[2])
    }
  }

  private static func instant(_ text: String?, _ field: String, _ zone: Zone, _ problems: inout [FieldProblem])
    -> Instant?
  {
    guard let text else { return nil }
    if let wall = WallTime(text: text) { return zone.instant(of: wall) }
    problems.append(FieldProblem(field, "“\(text.prefix(40))” is no time", "write it as 2026-04-28T14:00"))
    return nil
  }

  private static func read<Item>(
    _ lines: [String], old: [Item], text: (Item) -> String, most: Int, _ field: String,
    _ make: ([String?], inout [FieldProblem]) -> Item
  ) -> ([Item], [FieldProblem]) {
    var problems: [FieldProblem] = []
    let known = Dictionary(old.map { (text($0), $0) }, uniquingKeysWith: { first, _ in first })
    let items = lines.map { line -> Item in
      if let item = known[line] { return item }
      let parts = line.split(separator: ";", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if parts.count > most {
        problems.append(
          FieldProblem(
            field, "“\(line.prefix(60))” has more than \(most) parts",
            "write commas within a part, semicolons only between them"))
      }
      return make((0..<most).map { $0 < parts.count && !parts[$0].isEmpty ? parts[$0] : nil }, &problems)
    }
    return (items, problems)
  }

  private static func joined(_ parts: [String?]) -> String {
    var parts = parts.map { ($0 ?? "").replacing("\n", with: " ").trimmingCharacters(in: .whitespaces) }
    while parts.count > 1, parts.last == "" { parts.removeLast() }
    return parts.joined(separator: "; ")
  }
}

extension WallTime {
  /// As a field for dates and times has it: "2026-04-28T14:00".
  var field: String { String(iso.prefix(16)) }
}
