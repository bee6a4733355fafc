import Conference
import Testing

@testable import Web

@Suite struct RefusalTests {
  @Test("what is refused is said in whole sentences, each kind of it by one status")
  func words() {
    let errors: [(error: ConferenceError, words: String?, status: Int?)] = [
      (.invalid(field: "Title", problem: "it is empty", advice: "write one"), "Title: it is empty. Write one.", 400),
      (.forbidden("You are muted. You can read"), "You are muted. You can read.", 403),
      (.conflict("the shift is full"), "The shift is full.", 409),
      (.conflict("It is answered already."), "It is answered already.", 409),
      (.limited("Wait a while", seconds: 60), "Wait a while.", 429),
      (.notFound("page"), nil, nil), (.unauthenticated, nil, nil), (.unavailable("the disk is full"), nil, nil),
    ]
    for (error, words, status) in errors {
      #expect(error.refusal?.words == words && error.refusal?.status == status, "\(error)")
    }
    #expect(ConferenceError.limited("Wait", seconds: 60).refusal?.retryAfter == 60)
    #expect(ConferenceError.forbidden("You are muted").refusal?.title == "Not open to you")
    #expect(NotSaved.html("the shift is full").string.contains(">Nothing was saved. The shift is full.</p>"))
    let page = Page(title: "-", section: .other, body: "").refusing(ConferenceError.limited("Wait", seconds: 9).refusal)
    #expect(page.status == 429 && page.retryAfter == 9)
  }
}
