/// The small rules of English that frames cannot know.
enum StoryText {
  static func withArticle(_ phrase: String) -> String {
    let vowel = phrase.first.map { "aeiouAEIOU".contains($0) } ?? false
    let soundsLikeYou = ["uni", "use", "usa", "uti", "eu", "one"].contains { phrase.lowercased().hasPrefix($0) }
    return (vowel && !soundsLikeYou ? "an " : "a ") + phrase
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  static func hasDoubledWord(_ text: String) -> Bool {
    let words = text.lowercased().split(separator: " ")
    return zip(words, words.dropFirst()).contains { $0 == $1 }
  }

  static func wordCount(_ text: String) -> Int {
    text.split(separator: " ").count
  }

  /// As titles are written: "Does Masking Improve Recall? Evidence from $k$-Sparse Problems".
  static func titled(_ text: String) -> String {
    var isMath = false
    var startsPart = true
    let words = text.split(separator: " ").map { word -> String in
      let wasMath = isMath
      if word.count(where: { $0 == "$" }) % 2 == 1 { isMath.toggle() }
      defer { startsPart = word.hasSuffix(":") || word.hasSuffix("?") }
      if wasMath { return String(word) }
      return startsPart || !small.contains(String(word)) ? titledWord(word, atStart: startsPart) : String(word)
    }
    return words.joined(separator: " ")
  }

  private static func titledWord(_ word: Substring, atStart: Bool) -> String {
    word.split(separator: "-", omittingEmptySubsequences: false).enumerated().map { index, part in
      part.hasPrefix("$") || (index > 0 && small.contains(String(part))) ? String(part) : capitalized(String(part))
    }.joined(separator: "-")
  }

  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "over", "per", "the", "to",
    "with", "without", "under", "that", "than", "its",
  ]
}
