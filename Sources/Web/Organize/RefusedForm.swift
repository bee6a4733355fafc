import Conference
import Markup

extension Reply {
  /// The page of a form again that was refused, with what was typed and why; throws what no other words in it would mend.
  ///
  /// - Parameter page: makes the page, of the sentence that stands above its form.
  static func refused(_ error: ConferenceError, _ page: (HTML) async throws -> Page) async throws -> Reply {
    let (why, status) = try reason(error)
    var page = try await page(html(why))
    page.status = status
    return .page(page)
  }

  private static func reason(_ error: ConferenceError) throws -> (words: String, status: Int) {
    switch error {
    case .invalid(let field, let problem, let advice): ("\(field): \(problem). \(advice.asSentence)", 400)
    case .conflict(let what): (what.asSentence, 409)
    case .notFound, .forbidden, .unauthenticated, .unavailable, .limited: throw error
    }
  }

  private static func html(_ why: String) -> HTML {
    "<p class=\"notice problem\" role=\"alert\" dir=\"auto\">Nothing was saved. \(why)</p>"
  }
}
