/// Fills the places of frames with phrases of a topic; a phrase comes again only when all others have been used.
struct StoryVoice {
  var dice: StoryDice
  let topic: StoryTopic
  let other: StoryTopic
  let name: String
  let main: String
  let target: String
  let quality: String
  /// Whether readers have been told the name already, so that it may be the subject of sentences.
  var isNamed = false
  private var used: Set<String> = []

  init(topic: StoryTopic, other: StoryTopic, dice: StoryDice) {
    var dice = dice
    self.topic = topic
    self.other = other
    name = StoryCoinage.name(&dice)
    main = dice.pick(topic.methods)
    target = dice.pick(topic.objects)
    quality = dice.pick(topic.properties)
    self.dice = dice
    used = [main, target, quality]
  }

  /// A sentence made of one of the frames, without doubled words.
  mutating func sentence(_ frames: [String]) -> String {
    StoryText.capitalized(phrase(frames))
  }

  /// What a frame gives before its first letter is made a capital.
  mutating func phrase(_ frames: [String]) -> String {
    let fresh = frames.filter { !used.contains($0) }
    for _ in 0..<12 {
      let frame = dice.pick(fresh.isEmpty ? frames : fresh)
      let before = used
      let text = filled(frame)
      if !StoryText.hasDoubledWord(text) {
        used.insert(frame)
        if frame.contains("<name>") { isNamed = true }
        return text
      }
      used = before
    }
    return "We study \(main) for \(target)."
  }

  private mutating func filled(_ frame: String) -> String {
    var result = ""
    var rest = Substring(frame)
    while let open = rest.firstIndex(of: "<"), let close = rest[open...].firstIndex(of: ">") {
      result += rest[..<open]
      result += phrase(of: String(rest[rest.index(after: open)..<close]))
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private mutating func phrase(of place: String) -> String {
    if place.hasPrefix("a ") { return StoryText.withArticle(phrase(of: String(place.dropFirst(2)))) }
    if place.hasPrefix("other ") { return topical(String(place.dropFirst(6)), other) }
    return fixed(place) ?? counted(place) ?? topical(place, topic)
  }

  private mutating func fixed(_ place: String) -> String? {
    switch place {
    case "name": name
    case "main": main
    case "target": target
    case "quality": quality
    case "work": isNamed ? name : "our approach"
    case "baseline": fresh(StoryFrames.baselines)
    case "adjective": fresh(StoryFrames.adjectives)
    default: nil
    }
  }

  private mutating func counted(_ place: String) -> String? {
    switch place {
    case "gain":
      dice.chance(60) ? "\(dice.within(1...9)).\(dice.within(1...9)) points" : "\(dice.within(11...48)) percent"
    case "percent": "\(dice.within(2...14) * 5) percent"
    case "few": dice.pick(["five", "six", "eight", "nine", "twelve", "twenty", "thirty", "forty"])
    case "several": dice.pick(["three", "four", "five", "six", "seven", "eight", "nine", "eleven"])
    case "fraction": dice.pick(["half", "a third", "a quarter", "a fifth", "a tenth", "less than half"])
    default: nil
    }
  }

  private mutating func topical(_ place: String, _ topic: StoryTopic) -> String {
    switch place {
    case "field": topic.field
    case "method": fresh(topic.methods)
    case "objects": fresh(topic.objects)
    case "property": fresh(topic.properties)
    case "model": fresh(topic.models)
    case "move": fresh(topic.moves)
    case "problem": fresh(topic.problems)
    case "burden": fresh(topic.burdens)
    case "finding": fresh(topic.findings)
    case "dataset": fresh(topic.datasets)
    default: preconditionFailure("no phrases for <\(place)>")
    }
  }

  private mutating func fresh(_ phrases: [String]) -> String {
    let left = phrases.filter { !used.contains($0) }
    let phrase = dice.pick(left.isEmpty ? phrases : left)
    used.insert(phrase)
    return phrase
  }
}
