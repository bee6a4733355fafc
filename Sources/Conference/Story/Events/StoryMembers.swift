extension Story {
  private static let roles: [(role: String, count: Int)] = [
    ("General chair", 1), ("Program chair", 3), ("Workshop chair", 2), ("Social chair", 2), ("Mentoring chair", 1),
    ("Code of conduct committee", 2), ("Accessibility chair", 1), ("Sponsorship chair", 1), ("Local meetups chair", 1),
    ("Communications chair", 1), ("Volunteer", 14),
  ]

  func members(people: StoryPeople) -> [Member] {
    var dice = StoryDice(seed: seed, part: "members")
    let roles = Self.roles.flatMap { Array(repeating: $0.role, count: $0.count) }
    let persons = people.team(of: roles.count, topic: 0, &dice).map(\.person)
    return zip(roles, persons).enumerated().map { index, pair in
      Member(id: "member-\(index + 1)", person: pair.1, role: pair.0)
    }
  }
}
