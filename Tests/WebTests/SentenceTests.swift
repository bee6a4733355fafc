import Testing

@testable import Web

@Suite struct SentenceTests {
  @Test("a text becomes a sentence with a capital and one mark at its end")
  func sentence() {
    let texts = [
      "it is missing": "It is missing.", "Write it as name@example.org.": "Write it as name@example.org.",
      "is it?": "Is it?", "there is a channel “Corridor” already": "There is a channel “Corridor” already.", "": "",
      "éclair": "Éclair.",
    ]
    for (text, sentence) in texts { #expect(text.asSentence == sentence) }
  }
}
