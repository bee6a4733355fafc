/// Writes one paper in the words of its topic.
struct StoryAuthorship {
  private var voice: StoryVoice
  private var dice: StoryDice
  /// Whether the paper joins its topic to another one.
  private let joins: Bool
  private let topic: StoryTopic
  private let other: StoryTopic

  init(topic: StoryTopic, other: StoryTopic, joins: Bool, dice: StoryDice) {
    (self.topic, self.other, self.joins, self.dice) = (topic, other, joins, dice)
    var dice = dice
    voice = StoryVoice(topic: topic, other: other, dice: StoryDice(seed: dice.next()))
  }

  mutating func title(_ register: inout StoryRegister, isLong: Bool) -> String {
    let frames =
      isLong
      ? [Self.longTitle]
      : joins ? StoryFrames.crossedTitles : dice.chance(4) ? StoryFrames.formulaTitles : StoryFrames.titles
    for attempt in 0..<400 {
      var draft = voice
      var text = draft.phrase(frames)
      if attempt > 30 { text = "\(StoryCoinage.name(&dice)): \(text)" }
      let title = StoryText.titled(text)
      if title.count <= (isLong ? 260 : 130), !StoryText.hasDoubledWord(title), register.isNew(title: title) {
        voice.dice = draft.dice
        return title
      }
      voice.dice = draft.dice
    }
    return StoryText.titled("\(voice.name): \(voice.main) for \(voice.target)")
  }

  private static let longTitle =
    "<main> for every <model> that we could find: a large, preregistered and mostly negative comparison "
    + "of <method>, <method> and <method> on <dataset>, <dataset> and <dataset>"

  /// Between 110 and 220 words.
  mutating func abstract() -> String {
    voice.isNamed = false
    var sentences = [
      voice.sentence(StoryFrames.openings), voice.sentence(StoryFrames.gaps), voice.sentence(StoryFrames.proposals),
      voice.sentence(StoryFrames.mechanisms),
    ]
    if dice.chance(17) { sentences.append(voice.sentence(StoryFrames.formulas)) }
    if joins { sentences.append(voice.sentence(StoryFrames.crossings)) }
    sentences.append(voice.sentence(StoryFrames.experiments))
    sentences.append(voice.sentence(StoryFrames.findings))
    let closing = voice.sentence(StoryFrames.closings)
    let goal = dice.within(112...178)
    var words = StoryText.wordCount((sentences + [closing]).joined(separator: " "))
    while words < goal {
      let isAblation = sentences.count.isMultiple(of: 2)
      let sentence = voice.sentence(isAblation ? StoryFrames.ablations : StoryFrames.findings)
      sentences.append(sentence)
      words += StoryText.wordCount(sentence)
    }
    return (sentences + [closing]).joined(separator: " ")
  }

  /// For four papers out of five.
  mutating func summary() -> String? {
    dice.chance(80) ? voice.sentence(StoryFrames.summaries) : nil
  }

  mutating func keywords() -> [String] {
    let own = Array(dice.shuffled(topic.keywords).prefix(dice.within(3...4)))
    let more = joins ? Array(other.keywords.prefix(2)) : dice.chance(50) ? [voice.target] : []
    return own + more.filter { !own.contains($0) }
  }

  mutating func link(_ paper: inout Paper, story: Story, register: inout StoryRegister) {
    paper.pdf = "https://example.org/papers/\(paper.id).pdf"
    paper.forum = "https://example.org/forum/\(paper.id)"
    if dice.chance(50) { paper.code = ["https://example.org/code/\(paper.id.lowercased())"] }
    if story.papers <= Story.mostFigures { paper.thumbnail = "media/figures/\(paper.id).svg" }
    paper.bibtex = StoryCitation.bibtex(of: paper, story: story, register: &register)
  }
}

/// How a paper of the story is cited.
enum StoryCitation {
  static func bibtex(of paper: Paper, story: Story, register: inout StoryRegister) -> String {
    let family =
      paper.authors.first.map { Slug.made(of: String($0.name.split(separator: " ").last ?? "")) } ?? "anonymous"
    let word = paper.title.split(separator: " ").first { $0.count > 3 && !$0.contains("$") } ?? "paper"
    let key = register.key("\(family)\(story.year)\(Slug.made(of: String(word)))")
    return """
      @inproceedings{\(key),
        title = {\(paper.title)},
        author = {\(paper.authors.map(\.name).joined(separator: " and "))},
        booktitle = {\(story.proceedings)},
        year = {\(story.year)},
        url = {https://example.org/forum/\(paper.id)}
      }
      """
  }
}
