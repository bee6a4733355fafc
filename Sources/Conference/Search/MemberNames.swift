extension Program {
  /// Organizers by name: every word begins one of theirs.
  public func members(named text: String) -> [Member] {
    let words = Folding.words(of: text)
    guard !words.isEmpty else { return [] }
    return members.filter { member in
      let names = Folding.words(of: member.person.name)
      return words.allSatisfy { word in names.contains { $0.hasPrefix(word) } }
    }
  }
}
