/// Everyone who writes papers: groups of five at one institution, who work on one topic.
struct StoryPeople {
  struct Author {
    var person: Person
    /// Minutes ahead of UTC.
    var offset: Int
  }

  static let groupSize = 5
  let authors: [Author]
  private let groups: Int
  private let topics: Int

  init(seed: UInt64, papers: Int, topics: Int) {
    var dice = StoryDice(seed: seed, part: "people")
    var names: Set<String> = [Story.heroine.name]
    groups = max(papers * 2 / Self.groupSize, topics * 2)
    self.topics = topics
    var authors: [Author] = []
    authors.reserveCapacity(groups * Self.groupSize)
    let weights = StoryCountry.all.map(\.weight)
    for group in 0..<groups {
      // The first groups make sure that every country of the story is there.
      let index = group % 3 == 0 ? (group / 3) % weights.count : dice.index(weights: weights)
      let country = StoryCountry.all[index]
      let institution = Self.institution(in: country, &dice)
      for _ in 0..<Self.groupSize {
        let origin = dice.chance(75) ? country : StoryCountry.all[dice.index(weights: weights)]
        let name = Self.name(origin, taken: &names, &dice)
        let person = Person(name: name, affiliation: institution, country: country.name, zone: country.zone)
        authors.append(Author(person: person, offset: country.offset))
      }
    }
    self.authors = authors
  }

  /// So many different people, most of them of one group of the topic.
  func team(of count: Int, topic: Int, _ dice: inout StoryDice) -> [Author] {
    let group = self.group(of: topic, &dice)
    var chosen: [Int] = []
    var tries = 0
    while chosen.count < count && tries < count * 20 {
      tries += 1
      let member = dice.below(Self.groupSize)
      let index: Int
      switch chosen.isEmpty ? 0 : dice.below(100) + (count > 12 ? 60 : 0) {
      case ..<62: index = group * Self.groupSize + member
      case ..<85: index = self.group(of: topic, &dice) * Self.groupSize + member
      default: index = dice.below(authors.count)
      }
      if !chosen.contains(index) { chosen.append(index) }
    }
    return chosen.map { authors[$0] }
  }

  /// A group of the topic; those that come first publish more.
  private func group(of topic: Int, _ dice: inout StoryDice) -> Int {
    let count = (groups - topic - 1) / topics + 1
    return topic + topics * min(dice.below(count), dice.below(count))
  }

  private static func institution(in country: StoryCountry, _ dice: inout StoryDice) -> String {
    let town = dice.pick(country.towns)
    return switch dice.below(9) {
    case 0, 1, 2: "University of \(town)"
    case 3, 4: "\(town) University"
    case 5: "\(town) Institute of Technology"
    case 6: "\(town) Polytechnic"
    case 7: "\(town) Research Institute"
    default: "\(town) Labs"
    }
  }

  private static func name(_ country: StoryCountry, taken: inout Set<String>, _ dice: inout StoryDice) -> String {
    if let script = country.script, dice.chance(12) {
      let name = script.name(&dice, extra: 0)
      if taken.insert(name).inserted { return name }
    }
    for attempt in 0..<40 {
      let name = country.names.name(&dice, extra: max(0, attempt - 4))
      if !StoryText.hasDoubledWord(name), taken.insert(name).inserted { return name }
    }
    return country.names.name(&dice, extra: 1)
  }
}
