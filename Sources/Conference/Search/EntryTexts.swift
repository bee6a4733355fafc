/// What the entries say whose numbers the index knows: it keeps no texts itself.
struct EntryTexts: Sendable {
  let title: @Sendable (Int) -> String?
  let all: @Sendable (Int) -> [String]

  /// Whether an entry has names like "C++" as they were typed.
  func hold(_ signed: [String], in number: Int) -> Bool {
    let texts = all(number)
    return signed.allSatisfy { name in texts.contains { SignedLetters.occurs(name, in: $0) } }
  }
}

extension Paper {
  /// Where words are looked for, names of authors aside.
  var texts: [String] { [title, tldr ?? "", abstract] + keywords }
}

extension Event {
  fileprivate var texts: [String?] { [summary, description] + agenda.map(\.title) + talks.map(\.title) }
}

extension Program {
  /// What an entry that is not a paper is called on its page.
  @Sendable func title(of name: EntryName) -> String? {
    switch name.kind {
    case .event: EventReference(name.id).flatMap { event($0) }?.title
    case .session: session(name.id)?.title
    case .sponsor: sponsor(name.id)?.name
    default: nil
    }
  }

  /// Title, and what an entry that is not a paper says.
  func texts(of name: EntryName) -> [String] {
    let texts: [String?] =
      switch name.kind {
      case .event: EventReference(name.id).flatMap { event($0) }?.texts ?? []
      case .session: [session(name.id)?.description]
      case .sponsor: [sponsor(name.id)?.description]
      case .answer: answers.first { $0.id == name.id }.map { [$0.question, $0.text] } ?? []
      default: []
      }
    return ([title(of: name)] + texts).compactMap { $0 }
  }
}
