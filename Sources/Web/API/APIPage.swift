import Conference
import Markup

extension Routes {
  /// The API described for people.
  func addAPIPage() {
    page("api", .door) { APIPage.page($0) }
  }
}

/// What other programs can do here, made from the operations themselves, as its description for programs is.
enum APIPage {
  static func page(_ visit: Visit) -> Page {
    Page(
      title: "The API", section: .other, description: "What other programs can do with this site.", styles: ["help"],
      canonical: "/api",
      body: """
        <article class="api"><div class="page-head"><h1>The API</h1></div><div class="prose">
        <p>Other programs do here what organizers do by hand: each address below stands behind <code>\(visit.absolute(API.root))</code>, speaks JSON over HTTP, and wants a token \
        that an organizer has made under Organize, Tokens: <code>Authorization: Bearer TOKEN</code>. The same <a href="\(url: API.root + "/openapi.json")">for programs</a> (OpenAPI 3.1).</p>
        <p>Lists come in parts; the address of the next one is in <code>next</code>. What goes wrong is told as JSON, with what to do.</p>
        \(listing)</div></article>
        """)
  }

  /// The same for everybody and at all times.
  private static let listing: HTML = {
    var tags: [String] = []
    for operation in API.operations where !tags.contains(operation.tag) { tags.append(operation.tag) }
    return tags.map { tag in APIPage.part(tag, API.operations.filter { $0.tag == tag }) }.joined()
  }()

  private static func part(_ tag: String, _ operations: [APIOperation]) -> HTML {
    let title: String = tag.prefix(1).uppercased() + tag.dropFirst().replacing("-", with: " ")
    return "<h2 id=\"api-\(tag)\">\(title)</h2>\n\(operations.map(entry))"
  }

  private static func entry(_ operation: APIOperation) -> HTML {
    let scope: HTML = operation.scope.map { "with the scope <code>\($0.rawValue)</code>" } ?? "with any token"
    return """
      <h3><code>\(operation.method.rawValue) \(operation.path)</code></h3>
      <p>\(operation.summary), \(scope). \(operation.about)</p>
      \(list("In the address", operation.query))\(operation.body.map(body))
      <p>Answers \(operation.answer.status): \(operation.answer.about)</p>

      """
  }

  private static func body(_ body: APIBody) -> HTML {
    switch body {
    case .json(let shape): return list("In the body", shape.fields)
    case .patch(let shape): return list("In the body, each of these or only some", shape.fields)
    case .bytes(let types, _, let shape):
      let words: HTML = "<p>The body is \(types.joined(separator: " or ")).</p>"
      return words + list("In JSON", shape?.fields ?? [])
    }
  }

  private static func list(_ title: String, _ fields: [ShapeField]) -> HTML {
    HTML.when(!fields.isEmpty, "<p>\(title):</p><ul>\(fields.map(item))</ul>")
  }

  private static func item(_ field: ShapeField) -> HTML {
    let need: HTML = HTML.when(field.isRequired, ", <strong>needed</strong>")
    return "<li><code>\(field.name)</code> (\(field.shape.words)\(need)): \(field.about)</li>"
  }
}

extension Shape {
  /// Those of an object; none of anything else.
  fileprivate var fields: [ShapeField] {
    switch self {
    case .object(let fields): fields
    case .named(_, let shape), .nullable(let shape): shape.fields
    default: []
    }
  }

  /// What it is, in a few words.
  fileprivate var words: String {
    switch self {
    case .text(let rules): rules.format == "date-time" ? "an instant" : "a text"
    case .integer, .number: "a number"
    case .truth: "true or false"
    case .choice(let words): words.joined(separator: ", ")
    case .either(let words, let shape): (words + [shape.words]).joined(separator: ", ")
    case .list: "a list"
    case .object, .map: "an object"
    case .nullable(let shape): "\(shape.words), or null"
    case .named(_, let shape): shape.words
    case .anything: "anything"
    }
  }
}
