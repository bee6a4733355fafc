import Conference
import Markup

/// Names of people, in full or in short.
enum PeopleLine {
  /// "Junxian He and 3 more"
  static func short(_ people: [Person]) -> String {
    switch people.count {
    case 0: ""
    case 1: people[0].name
    case 2: "\(people[0].name) and \(people[1].name)"
    default: "\(people[0].name) and \(people.count - 1) more"
    }
  }

  /// Every name; from the thirteenth on behind "and 48 more". Each is a link to the author's papers if `linked`.
  static func full(_ people: [Person], linked: Bool = false) -> HTML {
    let names = people.map { name($0, linked: linked) }
    let direction = direction(of: people)
    guard names.count > 12 else { return "<div class=\"authors\"\(direction)>\(names.joined(separator: ", "))</div>" }
    return """
      <div class="authors"\(direction)>\(Array(names[..<12]).joined(separator: ", ")) <details><summary>and \(names.count - 12) more</summary> \(
        Array(names[12...]).joined(separator: ", "))</details></div>
      """
  }

  /// "Chairs: Ada Lovelace, Alan Turing": those who lead a session; nothing where nobody is named.
  static func chairs(_ people: [Person]) -> HTML {
    guard !people.isEmpty else { return .empty }
    let names = people.map { name($0, linked: false) }.joined(separator: ", ")
    return "<p class=\"muted\">\(people.count == 1 ? "Chair" : "Chairs"): \(names)</p>"
  }

  /// Of a line of names, each of which has its own direction, so that browsers find none for the whole.
  static func direction(of people: [Person]) -> HTML {
    HTML.when(people.first.map { TextDirection.isRightToLeft($0.name) } ?? false, " dir=\"rtl\"")
  }

  private static func name(_ person: Person, linked: Bool) -> HTML {
    linked
      ? "<a class=\"plain\" dir=\"auto\" href=\"\(url: "/papers?author=" + Query.encoded(person.name))\">\(person.name)</a>"
      : "<span dir=\"auto\">\(person.name)</span>"
  }
}
