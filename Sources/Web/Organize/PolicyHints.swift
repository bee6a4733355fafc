import Conference
import Markup

/// What of the program a policy is about, in numbers, and what a choice changes for those whom it is for.
enum PolicyHints {
  /// Under a kind, what it holds and how much of that visitors see now.
  static func hint(_ name: String, _ visit: Visit) -> HTML {
    let edition = visit.site.edition
    let all = Sight(program: edition.program, hasQuestions: true).content(name)
    guard let words = Sight.words(name, all) else { return .empty }
    let questions = edition.choices.policies.questions.isOpen(to: .visitor, at: visit.now)
    let seen = Sight(program: edition.program(for: .visitor), hasQuestions: questions).content(name)
    let capital = words.prefix(1).uppercased() + words.dropFirst()
    if seen == all { return "<p class=\"muted\">\(capital). Visitors see this now.</p>" }
    guard let part = Sight.words(name, seen) else {
      return "<p class=\"muted\">\(capital). Visitors do not see this now.</p>"
    }
    return "<p class=\"muted\">\(capital). Of this, visitors now see \(part).</p>"
  }

  /// What changes from now on; a sentence where nothing does.
  static func html(from old: Policies, to new: Policies, _ visit: Visit) -> HTML {
    let all = PolicyConsequence.all(from: old, to: new, visit.site.edition.program, at: visit.now)
    return "\(all.map { changes($0) })"
  }

  private static func changes(_ consequence: PolicyConsequence) -> HTML {
    let sentences = consequence.sentences
    guard !sentences.isEmpty else { return "<p>For \(consequence.who) nothing changes now.</p>" }
    return "\(sentences.map { list($0.beginning, $0.items) })"
  }

  private static func list(_ intro: String, _ items: [String]) -> HTML {
    "<p>\(intro):</p><ul>\(items.map { "<li>\($0)</li>" as HTML })</ul>"
  }
}
