import Testing

@testable import Conference

@Suite("The language of the story's papers")
struct StoryLanguageTests {
  private static let works = StoryPress(story: Story(seed: 5, papers: 1500, today: StoryTests.today)).papers
  private static let texts = works.flatMap { [$0.paper.title, $0.paper.abstract, $0.paper.tldr ?? ""] }

  @Test("there are at least 24 topics, each named once, in tracks")
  func topics() {
    #expect(StoryTopic.all.count >= 24)
    #expect(Set(StoryTopic.all.map(\.name)).count == StoryTopic.all.count)
    #expect(Set(Self.works.map(\.topic)) == Set(StoryTopic.all.indices))
    #expect(Self.works.allSatisfy { (3...6).contains($0.paper.keywords.count) })
    #expect(Self.works.allSatisfy { Set($0.paper.keywords).count == $0.paper.keywords.count })
  }

  @Test("abstracts have 110 to 220 words")
  func length() {
    let counts = Self.works.map { StoryText.wordCount($0.paper.abstract) }.filter { $0 > 0 }
    #expect(counts.min() ?? 0 >= 110)
    #expect(counts.max() ?? 0 <= 220)
  }

  @Test("no word is doubled and no place is left unfilled")
  func filled() {
    for text in Self.texts {
      #expect(!StoryText.hasDoubledWord(text), "\(text)")
      #expect(!text.contains("<") && !text.contains(">") && !text.contains("  "), "\(text)")
    }
  }

  @Test("articles fit the sound that follows")
  func articles() {
    let wrong: [String] = [
      " a a", " a e", " a i", " a o", " an b", " an c", " an d", " an f", " an g", " an k", " an l", " an m",
    ]
    let allowed: [String] = [" a one", " a eu"]
    for text in Self.texts {
      for part in wrong where text.contains(part) {
        #expect(allowed.contains { text.contains($0) }, "\(part) in \(text)")
      }
    }
    #expect(StoryText.withArticle("unified encoder") == "a unified encoder")
    #expect(StoryText.withArticle("acoustic encoder") == "an acoustic encoder")
  }

  @Test("sentences start with a capital letter and end with a mark")
  func sentences() {
    for work in Self.works where !work.paper.abstract.isEmpty {
      #expect(work.paper.abstract.hasSuffix("."))
      let starts = work.paper.abstract.split(separator: ". ").compactMap(\.first)
      #expect(starts.allSatisfy { !$0.isLowercase }, "\(work.paper.abstract)")
    }
  }

  @Test("about one abstract in six has maths, whose dollar signs come in pairs, and a few titles do")
  func maths() {
    #expect(Self.texts.allSatisfy { $0.count { $0 == "$" }.isMultiple(of: 2) })
    let share = Double(Self.works.count { $0.paper.abstract.contains("$") }) / Double(Self.works.count)
    #expect((0.12...0.22).contains(share))
    #expect(Self.works.contains { $0.paper.title.contains("$") })
  }

  @Test("abstracts of one topic share clearly more words than those of different topics")
  func structure() {
    let words = Self.works.prefix(400).map { work in
      (topic: work.topic, words: Set(work.paper.abstract.lowercased().split { !$0.isLetter }))
    }
    var same: [Double] = []
    var different: [Double] = []
    for (index, left) in words.enumerated() {
      for right in words[(index + 1)...] where !left.words.isEmpty && !right.words.isEmpty {
        let shared = Double(left.words.intersection(right.words).count)
        let jaccard = shared / Double(left.words.union(right.words).count)
        if left.topic == right.topic { same.append(jaccard) } else { different.append(jaccard) }
      }
    }
    let (within, across) = (same.reduce(0, +) / Double(same.count), different.reduce(0, +) / Double(different.count))
    #expect(within > across * 1.6, "\(within) within, \(across) across")
  }

  @Test("authors come from sixty countries, write several papers, and keep to few topics")
  func authors() {
    let authors = Self.works.flatMap { work in work.paper.authors.map { (person: $0, topic: work.topic) } }
    #expect(Set(authors.compactMap(\.person.country)).count >= 60)
    let byName = Dictionary(grouping: authors, by: \.person.name)
    #expect(byName.values.contains { $0.count >= 4 })
    let prolific = byName.values.filter { $0.count >= 3 }
    let loyal = prolific.count { papers in
      let largest = Dictionary(grouping: papers, by: \.topic).values.map(\.count).max() ?? 0
      return largest * 2 > papers.count
    }
    #expect(loyal * 10 > prolific.count * 6)
    #expect(authors.contains { $0.person.name.unicodeScalars.contains { (0x590...0x6FF).contains($0.value) } })
  }

  @Test("every zone of the story is one that time tables know")
  func zones() throws {
    try #require(Zones.isAvailable)
    for country in StoryCountry.all { #expect(Zones.named(country.zone) != nil, "\(country.zone)") }
  }
}
