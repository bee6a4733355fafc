import HTTPTypes
import Hummingbird

/// What every answer tells the browser not to allow.
enum Security {
  /// For pages: scripts and styles of our own only; frames of players that a visitor asked for by a click.
  static let pageFields: HTTPFields = fields(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; media-src 'self'; "
      + "connect-src 'self'; frame-src \(Player.hosts.joined(separator: " ")); manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  )

  /// For what is one person's: in no cache, and with no address told to others.
  static let personalFields: HTTPFields = {
    var fields = pageFields
    fields[.cacheControl] = "no-store"
    fields[HTTPField.Name("Referrer-Policy")!] = "same-origin"
    return fields
  }()

  /// For files, which run and show nothing of their own.
  static let fileFields: HTTPFields = fields("default-src 'none'; sandbox; frame-ancestors 'none'")

  /// For a drawing with styles in itself, which may use them and still runs nothing (docs/decisions/0020-styles-in-drawings.md).
  static let styledFields: HTTPFields = fields(
    "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")

  /// The answer with what it does not say itself: neither page nor file, it shows nothing at all.
  static func completed(_ response: Response) -> Response {
    var response = response
    complete(&response.headers)
    return response
  }

  static func complete(_ fields: inout HTTPFields) {
    for field in plainFields where fields[field.name] == nil { fields.append(field) }
  }

  private static let plainFields = fields("default-src 'none'; frame-ancestors 'none'")

  private static func fields(_ policy: String) -> HTTPFields {
    var fields = HTTPFields()
    fields[.contentSecurityPolicy] = policy
    fields[.xContentTypeOptions] = "nosniff"
    fields[HTTPField.Name("Referrer-Policy")!] = "strict-origin-when-cross-origin"
    return fields
  }
}
