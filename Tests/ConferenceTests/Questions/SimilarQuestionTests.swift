import Testing

@testable import Conference

@Suite struct SimilarQuestionTests {
  private static func question(_ id: String, _ text: String) -> Question {
    Question(
      id: id, subject: QuestionSubject(.paper, "p"), author: "a", authorName: "Ada", text: text,
      asked: Instant(milliseconds: 1))
  }

  private static func found(_ typed: String) throws -> [String] {
    let asked = [
      question("scale", "Does this scale to languages with more than five tones?"),
      question("data", "How large is the data set, and is it public?"),
      question("cost", "What did the training cost?"),
      question("loss", "Which loss was used while training?"),
    ]
    return SimilarQuestions.find(typed, among: asked).map(\.id)
  }

  @Test("what asks the same in other words is found, the most similar first, whatever the case, accents and endings")
  func same() throws {
    #expect(try Self.found("Will it SCALE to tonal languages with many tones") == ["scale"])
    #expect(try Self.found("is the dàta set publicly available?").first == "data")
    #expect(try Self.found("How much did training cost?").first == "cost")
  }

  @Test("what has nothing to do with it is not found, and little typed finds nothing")
  func other() throws {
    #expect(try Self.found("Have you compared with human listeners?") == [])
    #expect(try Self.found("how") == [])
    #expect(try Self.found("training") == [])
    #expect(try Self.found("") == [])
  }

  @Test("moments in a text are found, times of day are not")
  func moments() {
    let pieces = TalkMoment.pieces(of: "At 12:34 and (1:02:03) you say 99:99, not 14:30 UTC or 5:00 pm.")
    #expect(pieces.compactMap(\.moment?.seconds) == [754, 3_723])
    #expect(
      pieces.map { String($0.text) }.joined() == "At 12:34 and (1:02:03) you say 99:99, not 14:30 UTC or 5:00 pm.")
    #expect(TalkMoment("12:60") == nil && TalkMoment("1:60:00") == nil && TalkMoment("11:00:00") == nil)
    #expect(TalkMoment(seconds: 3_723)?.text == "1:02:03" && TalkMoment("0:05")?.text == "0:05")
  }
}
