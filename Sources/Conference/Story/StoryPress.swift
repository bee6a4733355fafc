/// Writes the papers.
struct StoryPress {
  struct Work {
    var paper: Paper
    var topic: Int
    /// Where the first author is, in minutes ahead of UTC.
    var offset: Int
  }

  let people: StoryPeople
  /// In the order of their ids, so that unusual papers stand anywhere.
  let papers: [Work]

  init(story: Story) {
    let topics = StoryTopic.all
    people = StoryPeople(seed: story.seed, papers: story.papers, topics: topics.count)
    var works = [StoryHeroine.work(story)]
    var register = StoryRegister(reserved: works[0].paper)
    for number in 1..<max(story.papers, 1) {
      works.append(Self.work(number, story: story, people: people, register: &register))
    }
    let kinds = Self.kinds(works, seed: story.seed)
    for index in works.indices { works[index].paper.kind = kinds[index] }
    papers = works.sorted { $0.paper.id < $1.paper.id }
  }

  private static func work(
    _ number: Int, story: Story, people: StoryPeople, register: inout StoryRegister
  ) -> Work {
    var dice = StoryDice(seed: story.seed, part: "paper", number: number)
    let index = (number * 11 + dice.below(3)) % StoryTopic.all.count
    let (topic, other) = (
      StoryTopic.all[index], StoryTopic.all[(index + 1 + dice.below(StoryTopic.all.count - 1)) % StoryTopic.all.count]
    )
    let id = register.id(&dice)
    let unusual = StoryUnusual(number)
    let team = people.team(of: unusual == .crowd ? 60 : 1 + dice.index(weights: teamSizes), topic: index, &dice)
    var author = StoryAuthorship(topic: topic, other: other, joins: dice.chance(15), dice: dice)
    var paper = Paper(id: id, title: author.title(&register, isLong: unusual == .longTitle))
    paper.authors = team.map(\.person)
    paper.abstract = unusual == .noAbstract ? "" : author.abstract()
    paper.tldr = author.summary()
    paper.keywords = author.keywords()
    paper.track = topic.track
    author.link(&paper, story: story, register: &register)
    return Work(paper: paper, topic: index, offset: team[0].offset)
  }

  /// One to nine authors, in shares that follow a lognormal distribution.
  private static let teamSizes: [Int] = [4, 13, 22, 22, 15, 10, 7, 4, 3]

  /// One in twenty is an oral and three a spotlight, drawn without replacement; the heroine's is the first oral.
  private static func kinds(_ works: [Work], seed: UInt64) -> [String] {
    var dice = StoryDice(seed: seed, part: "kinds")
    var kinds = Array(repeating: "Poster", count: works.count)
    let order = [0] + dice.shuffled(Array(1..<max(works.count, 1)))
    let (orals, highlighted) = ((works.count + 19) / 20, (works.count + 4) / 5)
    for (place, index) in order.prefix(highlighted).enumerated() {
      kinds[index] = place < orals ? "Oral" : "Spotlight"
    }
    return kinds
  }
}

/// Papers that put pages to the test.
enum StoryUnusual {
  case ordinary, crowd, longTitle, noAbstract

  init(_ number: Int) {
    switch number {
    case 1: self = .crowd
    case 2: self = .longTitle
    case 3: self = .noAbstract
    default: self = .ordinary
    }
  }
}

/// Keeps ids, titles and citation keys apart.
struct StoryRegister {
  private var ids: Set<String>
  private var titles: Set<String>
  private var keys: [String: Int] = [:]

  init(reserved paper: Paper) {
    ids = [paper.id.lowercased()]
    titles = [paper.title.lowercased()]
  }

  /// Different even where letter case is lost, since figures are named after it.
  mutating func id(_ dice: inout StoryDice) -> String {
    while true {
      let id = StoryCoinage.id(&dice)
      if ids.insert(id.lowercased()).inserted { return id }
    }
  }

  mutating func isNew(title: String) -> Bool {
    titles.insert(title.lowercased()).inserted
  }

  mutating func key(_ stem: String) -> String {
    let count = keys[stem, default: 0]
    keys[stem] = count + 1
    return count == 0 ? stem : "\(stem)\(count + 1)"
  }
}
