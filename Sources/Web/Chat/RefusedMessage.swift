import Conference

/// A message that was not taken: what was typed stands in its box again, with why.
struct RefusedMessage: Sendable {
  let why: String
  let typed: String
  let status: Int
  /// In how many seconds it may be sent.
  var retryAfter: Int?

  /// Nil for what has nothing to do with the message.
  init?(_ error: ConferenceError, typed: String) {
    self.typed = typed
    switch error {
    case .invalid(let field, let problem, let advice): (why, status) = ("\(field): \(problem). \(advice)", 422)
    case .forbidden(let what): (why, status) = ("\(what).", 403)
    case .limited(let what, let seconds): (why, status, retryAfter) = ("\(what).", 429, seconds)
    case .notFound, .conflict, .unauthenticated, .unavailable: return nil
    }
  }
}

extension Page {
  /// The same page as the answer to what was refused, if anything was.
  func refusing(_ refused: RefusedMessage?) -> Page {
    guard let refused else { return self }
    var page = self
    (page.status, page.retryAfter) = (refused.status, refused.retryAfter)
    return page
  }
}
