import Testing

@testable import Conference

@Suite("The person whose story runs through the conference")
struct StoryHeroineTests {
  @Test("her paper, sessions, workshop and social are the same whatever the seed", arguments: [1, 2, 99] as [UInt64])
  func facts(seed: UInt64) throws {
    let draft = Story(seed: seed, papers: 40, today: StoryTests.today).draft()
    let paper = try #require(draft.papers.first { $0.id == Story.heroinePaper })
    #expect(paper.title == Story.heroineTitle)
    #expect(paper.authors.first == Story.heroine)
    #expect(paper.kind == "Oral")
    let posters = draft.sessions.filter { $0.kind == .poster && $0.slots.contains { $0.paper == paper.id } }
    #expect(posters.map(\.id) == Story.heroineSessions)
    let social = try #require(draft.events.first { $0.reference == Story.heroineSocial })
    #expect(social.people.contains(Story.heroine))
    let workshop = try #require(draft.events.first { $0.reference == Story.heroineWorkshop })
    #expect(workshop.talks.contains { $0.people == Story.heroine.name })
  }

  @Test("nobody else has her name, so that a search for it can only mean her")
  func name() {
    let authors = StoryTests.draft.papers.flatMap(\.authors).filter { $0.name.contains("Okonkwo") }
    #expect(authors == [Story.heroine])
  }

  @Test("videos are only referred to where they exist")
  func videos() {
    #expect(StoryTests.draft.papers.allSatisfy { $0.video == nil })
    #expect(StoryTests.draft.events.allSatisfy { $0.video == nil })
    let draft = StoryTests.story.draft(media: ["media/videos/borrowed-tones.mp4", "media/other.mp4"])
    #expect(draft.papers.first { $0.id == Story.heroinePaper }?.video == "media/videos/borrowed-tones.mp4")
    #expect(Set(draft.events.compactMap(\.video)) == ["media/videos/borrowed-tones.mp4"])
  }
}
