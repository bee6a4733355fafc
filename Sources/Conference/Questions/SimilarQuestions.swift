/// Questions that may be the same as the one that somebody types, by the words that both have.
public enum SimilarQuestions {
  /// The most similar first, at most `limit`; none before the text has two words that tell something.
  public static func find(_ text: String, among questions: [Question], limit: Int = 3) -> [Question] {
    let words = telling(text)
    guard words.count > 1 else { return [] }
    // A word that every question has tells less than one that few have.
    let sets = questions.map { telling($0.text) }
    var holders: [String: Int] = [:]
    for set in sets { for word in set { holders[word, default: 0] += 1 } }
    let weight = { (word: String) in 1 / Double(1 + (holders[word] ?? 0)) }
    let typed = words.map(weight).reduce(0, +)
    let scored = zip(questions, sets).compactMap { question, set -> (Question, Double)? in
      let shared = words.intersection(set)
      guard shared.count > 1 || (shared.count == 1 && set.count < 3) else { return nil }
      let smaller = min(typed, set.map(weight).reduce(0, +))
      let score = shared.map(weight).reduce(0, +) / smaller
      return score >= 0.4 ? (question, score) : nil
    }
    return scored.sorted { ($0.1, $0.0.votes) > ($1.1, $1.0.votes) }.prefix(limit).map(\.0)
  }

  /// The words of a text that tell what it is about, folded, without their commonest endings.
  static func telling(_ text: String) -> Set<String> {
    Set(Folding.words(of: text).filter { $0.count > 1 && !silent.contains($0) }.map(stem))
  }

  /// Good enough to tell "scales" and "scaling" as one word; both texts are cut the same way.
  private static func stem(_ word: String) -> String {
    for ending in ["ings", "ing", "ies", "ed", "es", "s", "e"] where word.count - ending.count >= 4 {
      if word.hasSuffix(ending) { return String(word.dropLast(ending.count)) }
    }
    return word
  }

  private static let silent: Set<String> = [
    "about", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could",
    "did",
    "do", "does", "for", "from", "had", "has", "have", "how", "if", "in", "into", "is", "it", "its", "just", "me",
    "might",
    "more", "my", "no", "not", "of", "on", "one", "or", "our", "please", "so", "some", "such", "than", "thank",
    "thanks",
    "that", "the", "their", "them", "then", "there", "these", "they", "think", "this", "those", "to", "us", "was", "we",
    "were", "what", "when", "where", "whether", "which", "who", "why", "will", "with", "would", "you", "your", "re",
    "ve",
    "don", "doesn", "isn",
  ]
}
