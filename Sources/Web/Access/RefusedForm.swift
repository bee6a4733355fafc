import Conference
import Markup

/// A form that was not taken: what was written stands in it again, with why.
struct RefusedForm: Sendable {
  let refusal: Refusal
  let form: Query
  var why: String { refusal.words }

  /// Nil for what has nothing to do with what was written.
  init?(_ error: ConferenceError, _ form: Query) {
    guard let refusal = error.refusal else { return nil }
    (self.refusal, self.form) = (refusal, form)
  }
}

extension Page {
  /// The same page as the answer to what was refused, if anything was.
  func refusing(_ refusal: Refusal?) -> Page {
    guard let refusal else { return self }
    var page = self
    (page.status, page.retryAfter) = (refusal.status, refusal.retryAfter)
    return page
  }
}

extension Reply {
  /// The page of a form again that was refused, with what was typed and why; throws what no other words in it would mend.
  ///
  /// - Parameter page: makes the page, of the sentence that stands above its form.
  static func refused(_ error: ConferenceError, _ page: (HTML) async throws -> Page) async throws -> Reply {
    guard let refusal = error.refusal, refusal.isMendable else { throw error }
    return .page(try await page(NotSaved.html(refusal.words)).refusing(refusal))
  }
}

/// What stands above a form that was refused.
enum NotSaved {
  static func html(_ why: String) -> HTML {
    notice("\(why.asSentence)")
  }

  /// Of a form with several fields that are wrong, each a way to it.
  static func html(_ fields: [(name: String, label: String)]) -> HTML {
    let ways = fields.map { "<a href=\"\(url: "#\($0.name)")\">\($0.label)</a>" as HTML }
    return notice("\(fields.count) fields need you: \(ways.joined(separator: "; ")).")
  }

  private static func notice(_ words: HTML) -> HTML {
    "<p class=\"notice problem\" role=\"alert\" dir=\"auto\">Nothing was saved. \(words)</p>"
  }
}
