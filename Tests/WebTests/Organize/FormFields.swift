import Testing

@testable import Web

/// The fields of a form in a page, as a browser would send them back.
enum FormFields {
  /// - Parameter action: where the form is sent to, without a query.
  static func of(_ page: String, action: String) throws -> [(String, String)] {
    let found = page.range(of: " action=\"\(action)\"") ?? page.range(of: " action=\"\(action)?")
    let form = try #require(found, "no form for \(action)")
    let rest = page[form.lowerBound...]
    let end = try #require(rest.range(of: "</form>"))
    let text = rest[..<end.lowerBound]
    var fields: [(String, String)] = []
    for match in text.matches(of: /<input[^>]*>/) {
      let input = match.output
      guard let name = input.firstMatch(of: /\ name="([^"]*)"/), name.1 != "token" else { continue }
      if input.contains("checkbox"), !input.contains(" checked") { continue }
      fields.append((String(name.1), unescaped(input.firstMatch(of: /\ value="([^"]*)"/)?.1 ?? "")))
    }
    for match in text.matches(of: /<textarea[^>]* name="([^"]*)"[^>]*>\n([^<]*)<\/textarea>/) {
      fields.append((String(match.1), unescaped(match.2).replacing("\n", with: "\r\n")))
    }
    for match in text.matches(of: /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/) {
      let chosen = match.2.firstMatch(of: /value="([^"]*)" selected/)?.1 ?? ""
      fields.append((String(match.1), unescaped(chosen)))
    }
    return fields
  }

  /// The fields with others in place of some.
  static func with(_ fields: [(String, String)], _ changed: [String: String]) -> [(String, String)] {
    fields.filter { changed[$0.0] == nil } + changed.map { ($0.key, $0.value) }
  }

  private static func unescaped(_ text: Substring) -> String {
    String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing(
      "&#39;", with: "'"
    )
    .replacing("&amp;", with: "&")
  }
}
