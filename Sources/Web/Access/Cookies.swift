import Conference
import HTTPTypes
import Hummingbird

/// The cookies of a request.
struct Cookies {
  private let header: String?

  init(_ request: Request) {
    header = request.headers[.cookie].flatMap { $0.utf8.count < 8192 ? $0 : nil }
  }

  subscript(name: String) -> String? {
    guard let header else { return nil }
    for pair in header.split(separator: ";") {
      let trimmed = pair.drop { $0 == " " }
      if trimmed.hasPrefix(name), trimmed.dropFirst(name.count).first == "=" {
        return String(trimmed.dropFirst(name.count + 1))
      }
    }
    return nil
  }
}

/// A cookie with a secret in it: for this host and its every path only, over TLS (which browsers take loopback for), and
/// out of reach of scripts and of other sites' forms (RFC 6265bis, 4.1.3).
struct SecretCookie: Sendable {
  /// Stands for somebody who is signed in.
  static let device = SecretCookie(name: "__Host-device", seconds: 400 * 86_400)
  /// Tells the browser that asked for a sign-in from others.
  static let browser = SecretCookie(name: "__Host-browser", seconds: 86_400)

  let name: String
  let seconds: Int

  func secret(_ request: Request) -> Secret? {
    guard let text = Cookies(request)[name], (20...64).contains(text.utf8.count) else { return nil }
    return Secret(text)
  }

  func setting(_ secret: Secret) -> String { field(secret.text, seconds) }

  var removing: String { field("", 0) }

  private func field(_ value: String, _ seconds: Int) -> String {
    "\(name)=\(value); Path=/; Max-Age=\(seconds); Secure; HttpOnly; SameSite=Lax"
  }
}
