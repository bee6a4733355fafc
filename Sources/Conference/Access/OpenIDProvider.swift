import Fetch

/// Where people may sign in besides here, by OpenID Connect: ORCID, Google, a university.
public struct OpenIDProvider: Hashable, Sendable, CustomStringConvertible {
  /// Names it in addresses: "orcid".
  public let id: String
  /// Names it on buttons: "ORCID".
  public let name: String
  public let issuer: String
  /// What the provider knows this conference by.
  let client: String
  /// None where the provider asks for none.
  let secret: String?
  let discovery: FetchAddress

  /// Says nothing secret.
  public var description: String { "\(name) (\(issuer))" }

  /// Throws what is wrong with a setting.
  public init(id: String, name: String, issuer: String, client: String, secret: String?) throws {
    let isPlain = !id.isEmpty && id.utf8.count <= 40 && id.wholeMatch(of: /[a-z0-9-]+/) != nil
    guard isPlain else {
      throw Self.wrong(id, "its name in addresses is “\(id)”", "Use small letters, digits and hyphens.")
    }
    guard let name = try Newcomer.line(name, "openid.\(id).name", atMost: 40), !client.isEmpty else {
      throw Self.wrong(
        id, "its name or client is missing",
        "Write the name for the button, and the client id that the provider gave you.")
    }
    let base = issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer
    guard let discovery = FetchAddress(base + "/.well-known/openid-configuration"), !issuer.contains("?") else {
      throw Self.wrong(
        id, "“\(issuer.prefix(200))” is no issuer",
        "Write it as https://orcid.org; plain http is for this machine only.")
    }
    (self.id, self.name, self.issuer, self.client) = (id, name, issuer, client)
    (self.secret, self.discovery) = (secret.flatMap { $0.isEmpty ? nil : $0 }, discovery)
  }

  private static func wrong(_ id: String, _ problem: String, _ advice: String) -> ConferenceError {
    .invalid(field: "openid.\(id)", problem: problem, advice: advice)
  }
}
