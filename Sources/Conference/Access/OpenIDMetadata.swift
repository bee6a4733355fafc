import Fetch
import Foundation

/// What a provider says of itself (OpenID Connect Discovery 1.0, 3).
struct OpenIDMetadata: Decodable, Sendable {
  let issuer: String
  let authorization: FetchAddress
  let token: FetchAddress
  let keys: FetchAddress
  let userInfo: FetchAddress?
  /// How clients say who they are; by HTTP Basic unless it is said.
  let methods: [String]?
  /// Whether the way back always names the issuer (RFC 9207).
  let namesIssuer: Bool?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorization = "authorization_endpoint"
    case token = "token_endpoint"
    case keys = "jwks_uri"
    case userInfo = "userinfo_endpoint"
    case methods = "token_endpoint_auth_methods_supported"
    case namesIssuer = "authorization_response_iss_parameter_supported"
  }

  /// Reads a document; throws unless it is this provider's, and as safe to follow as its issuer.
  init(_ json: Data, of provider: OpenIDProvider) throws {
    self = try JSONDecoder().decode(Self.self, from: json)
    guard issuer == provider.issuer else { throw OpenIDRefusal.issuer }
    let isSafe = [authorization, token, keys, userInfo].allSatisfy { $0?.isTLS ?? true }
    guard isSafe || !provider.discovery.isTLS else { throw OpenIDRefusal.malformed }
  }

  /// Where the visitor goes, with a query.
  func authorizationAddress(_ query: FormText) -> String {
    authorization.text + (authorization.text.contains("?") ? "&" : "?") + query.text
  }
}

/// Why what came from a provider is not believed.
enum OpenIDRefusal: Error, Equatable {
  case malformed, algorithm, signature, issuer, audience, nonce, expired, early, subject
  /// The provider gave no token for the code, and said why in a word such as "invalid_client".
  case noToken(String)

  /// For the log.
  var reason: String { if case .noToken(let word) = self { "no token: \(word)" } else { "\(self)" } }
}
