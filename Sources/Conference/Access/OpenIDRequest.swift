import Crypto
import Database
import Fetch
import Foundation

/// Somebody on the way to a provider and back. The nonce and the verifier of PKCE (RFC 7636) follow from the browser's secret
/// and the state, so that none of them is stored and none works for another browser.
struct OpenIDRequest: Sendable {
  /// 10 minutes.
  static let lifetime = 600

  let state: Secret
  let browser: Secret

  var nonce: Secret { browser.derived(for: "openid nonce \(state.text)") }
  var verifier: Secret { browser.derived(for: "openid verifier \(state.text)") }

  /// What the provider is asked for, and how it knows the answer's receiver again.
  func query(_ provider: OpenIDProvider, returnAddress: String) -> FormText {
    FormText([
      ("response_type", "code"), ("scope", "openid email profile"), ("client_id", provider.client),
      ("redirect_uri", returnAddress), ("state", state.text), ("nonce", nonce.text), ("code_challenge", verifier.hash),
      ("code_challenge_method", "S256"),
    ])
  }

  /// Where the visitor wanted to go, and the account that they were signed in to.
  struct Origin: Sendable {
    let back: String
    let account: String?
  }

  /// Notes it; what has ended goes.
  func add(_ provider: OpenIDProvider, from origin: Origin, at now: Instant, _ connection: Connection) throws {
    try connection.execute("DELETE FROM openid_requests WHERE expires_at <= \(now.milliseconds)")
    let end = now.adding(seconds: Self.lifetime)
    try connection.execute(
      """
      INSERT INTO openid_requests (state_hash, browser_hash, issuer, account, back, expires_at)
      VALUES (\(state.hash), \(browser.hash), \(provider.issuer), \(origin.account), \(origin.back), \(end.milliseconds))
      """)
  }

  /// Uses it up; nil where there is none such of this browser, any more.
  func take(_ provider: OpenIDProvider, at now: Instant, _ connection: Connection) throws -> Origin? {
    let row = try connection.first(
      """
      SELECT back, account FROM openid_requests WHERE state_hash = \(state.hash) AND browser_hash = \(browser.hash)
        AND issuer = \(provider.issuer) AND expires_at > \(now.milliseconds)
      """)
    guard let row else { return nil }
    try connection.execute("DELETE FROM openid_requests WHERE state_hash = \(state.hash)")
    return Origin(back: try row.value("back"), account: try row.value("account"))
  }
}
