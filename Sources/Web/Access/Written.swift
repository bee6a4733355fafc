import HTTPTypes
import Hummingbird
import Markup

/// What somebody wrote in a form that was refused. It stands on the page that says why, so that it can be copied: nothing that was
/// typed is lost where a session has ended meanwhile, or where scripts do not keep it.
struct Written {
  /// Fields that hold what people write; of no other is anything shown again, and of none that holds a code.
  private static let fields: Set = [
    "text", "question", "words", "answer", "note", "decision", "told", "why", "welcome",
    // Of entries of the program, of profiles and of what is one's own.
    "abstract", "agenda", "authors", "bibtex", "biography", "chairs", "codeOfConduct", "contacts", "description",
    "keywords", "links", "more-interests", "notice", "papers", "people", "similar", "summary", "talks", "title", "tldr",
  ]
  /// In bytes, of a form that is only read for this.
  static let largestForm = 64 << 10
  /// In characters, of each field.
  private static let longest = largestForm

  /// Each with its field.
  private let texts: [(field: String, text: String)]
  /// Whether nobody knows if it was taken.
  private let mayBeSent: Bool

  init(_ form: Query, mayBeSent: Bool = false) {
    self.mayBeSent = mayBeSent
    var known = Set<String>()
    let names = form.names.filter { Self.isProse($0) && known.insert($0).inserted }
    texts = names.compactMap { name in form[name].map { (field: name, text: String($0.prefix(Self.longest))) } }
  }

  /// Whether a field holds what people write; those about each of several people begin with which of them.
  static func isProse(_ field: String) -> Bool { fields.contains(field) || field.hasSuffix("-biography") }

  /// The page with what was written, and with a way back to where.
  ///
  /// - Parameter back: the path of the page that it was written on.
  func shown(on page: Page, back: String, isSignedOut: Bool) -> Page {
    var page = page
    page.styles.append("account")
    page.body += html(back, isSignedOut)
    return page
  }

  private func html(_ back: String, _ isSignedOut: Bool) -> HTML {
    var html: HTML = "<div class=\"door stack\">"
    for (number, (field, text)) in texts.enumerated() {
      // Of a text that begins with an empty line a browser would drop that.
      html += """
        <label for="written-\(number)">What you wrote\(Self.label(field).map { ": \($0)" as HTML })</label>
        <textarea class="field" id="written-\(number)" rows="\(text.count > 120 ? 6 : 2)" readonly dir="auto">\n\(text)</textarea>
        """
    }
    let way: HTML =
      isSignedOut
      ? "<a class=\"button is-main\" href=\"/sign-in?back=\(Query.encoded(back))\">Sign in</a>"
      : "<a class=\"button is-main\" href=\"\(url: back)\">Back to the page</a>"
    let advice: HTML =
      mayBeSent
      ? "<p>Copy it. Where it is not there, paste it again.</p>"
      : "<p>It was not sent. Copy it, and paste it there again.</p>"
    return html + HTML.when(!texts.isEmpty, advice)
      + "<p class=\"actions\">\(way)</p></div>"
  }

  /// Where the form is that is sent to an address at which there is nothing to look at, if that is on no page above it.
  private static let doors = ["/help/requests": "/help/desk"]

  /// The page that a form was on, as the browser says; else where the form wants to lead back to. One that is shown again where it
  /// was sent to is at the page that it was first on.
  static func page(of request: Request, _ form: Query?, in routes: RouteTable) -> String {
    let referrer = request.headers[.referer]
    let path = referrer.flatMap { text -> String? in
      guard let scheme = text.firstRange(of: "://") else { return nil }
      return text[scheme.upperBound...].firstIndex(of: "/").map { String(text[$0...]) }
    }
    let back = BackPath(path ?? form?["back"]).path
    return doors[String(back.prefix { $0 != "?" && $0 != "#" })] ?? routes.page(at: back)
  }
}
