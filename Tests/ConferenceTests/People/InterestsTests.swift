import Testing

@testable import Conference

@Suite struct InterestsTests {
  private let interests = Interests([
    "Reinforcement learning", "meta-learning", "tones", "Poincaré maps", "vision, language", "reinforcement learning",
  ])

  private func checked(_ typed: String, chosen: [String] = [], keeping kept: [String] = []) throws -> [String] {
    try interests.checked(chosen, typed: typed, keeping: kept)
  }

  @Test("what is typed is taken for the keyword that it is, however it is written, and once")
  func typed() throws {
    let found = try checked(" META learning, poincare Maps,, tones , tones", chosen: ["tones"])
    #expect(found == ["tones", "meta-learning", "Poincaré maps"])
    let frequent = try checked("reinforcement LEARNING")
    #expect(frequent == ["Reinforcement learning"])
    let comma = try checked("tones, Vision,  language, meta-learning")
    #expect(comma == ["tones", "vision, language", "meta-learning"])
  }

  @Test(
    "what is no keyword is refused, with the nearest one named",
    arguments: [("tonse", "“tones”"), ("reinf", "“Reinforcement learning”"), ("xylophone music", "offered")])
  func unknown(typed: String, advice: String) {
    let error = #expect(throws: ConferenceError.self) { try checked("meta-learning, \(typed)") }
    let words = error.map { "\($0)" } ?? ""
    #expect(words.contains(typed) && words.contains(advice), "\(words)")
  }

  @Test("what one had chosen before stays also where no paper has it any more, and nothing else gets in so")
  func kept() throws {
    let found = try checked("", chosen: ["weaving", "tones"], keeping: ["weaving"])
    #expect(found == ["weaving", "tones"])
    #expect(throws: ConferenceError.self) { try checked("", chosen: ["weaving"]) }
  }

  @Test("there are thirty at most")
  func most() throws {
    let many = Interests((1...31).map { "word \($0)" })
    let thirty = try many.checked(Array(many.words.prefix(30)), typed: nil, keeping: [])
    #expect(thirty.count == 30)
    #expect(throws: ConferenceError.self) { try many.checked(many.words, typed: nil, keeping: []) }
  }
}
