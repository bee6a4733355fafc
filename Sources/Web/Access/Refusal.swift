import Conference

/// What is said where something is not taken, and by which status: the same in every form and on every page.
struct Refusal: Sendable {
  /// Of the page that says so.
  let title: String
  /// In whole sentences.
  let words: String
  let status: Int
  /// In how many seconds it may be done.
  var retryAfter: Int?

  /// Whether other words would be taken: it is neither about who sends them nor about how often.
  var isMendable: Bool { status == 400 || status == 409 }
}

extension ConferenceError {
  /// Nil for what has nothing to do with what was sent.
  var refusal: Refusal? {
    switch self {
    case .invalid(let field, let problem, let advice):
      Refusal(title: "This does not work", words: "\(field): \(problem). \(advice.asSentence)", status: 400)
    case .forbidden(let what): Refusal(title: "Not open to you", words: what.asSentence, status: 403)
    case .conflict(let what): Refusal(title: "This cannot be done now", words: what.asSentence, status: 409)
    case .limited(let what, let seconds):
      Refusal(title: "Too often", words: what.asSentence, status: 429, retryAfter: seconds)
    case .notFound, .unauthenticated, .unavailable: nil
    }
  }
}
