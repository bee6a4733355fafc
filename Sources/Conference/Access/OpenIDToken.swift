import Foundation

/// A token in which a provider says who somebody is (RFC 7515, compact), taken apart but not yet believed.
struct OpenIDToken: Sendable {
  let algorithm: OpenIDKey.Algorithm
  let key: String?
  private let claims: OpenIDClaims
  private let signed: Data
  private let signature: Data

  private struct Header: Decodable {
    let alg: String
    let kid: String?
    let crit: [String]?
  }

  /// Throws unless the text is a token with an algorithm that is believed, whoever signed it.
  init(_ text: String) throws {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard text.utf8.count < 32_000, parts.count == 3, let head = Data(base64URL: parts[0]),
      let body = Data(base64URL: parts[1]), let signature = Data(base64URL: parts[2]),
      let header = try? JSONDecoder().decode(Header.self, from: head), header.crit == nil
    else { throw OpenIDRefusal.malformed }
    guard let algorithm = OpenIDKey.Algorithm(rawValue: header.alg) else { throw OpenIDRefusal.algorithm }
    guard let claims = try? JSONDecoder().decode(OpenIDClaims.self, from: body) else { throw OpenIDRefusal.malformed }
    (self.algorithm, key, self.claims, self.signature) = (algorithm, header.kid, claims, signature)
    signed = Data("\(parts[0]).\(parts[1])".utf8)
  }

  /// Whether one of the provider's keys signed it; each key with its own algorithm only.
  func isSigned(byOneOf keys: [OpenIDKey]) -> Bool {
    keys.contains { candidate in
      candidate.algorithm == algorithm && (key == nil || candidate.id == nil || candidate.id == key)
        && candidate.isSignature(signature, of: signed)
    }
  }

  /// What a signed token says, if it is for us, for this request, and for now (OpenID Connect Core 1.0, 3.1.3.7).
  func claims(from provider: OpenIDProvider, nonce: Secret, at now: Instant) throws -> OpenIDClaims {
    guard claims.issuer == provider.issuer else { throw OpenIDRefusal.issuer }
    guard claims.audience.contains(provider.client), claims.audience.count == 1 || claims.party != nil,
      claims.party ?? provider.client == provider.client
    else { throw OpenIDRefusal.audience }
    guard let given = claims.nonce, nonce.matches(given) else { throw OpenIDRefusal.nonce }
    let seconds = Double(now.milliseconds) / 1_000
    guard claims.expires > seconds - Self.leeway else { throw OpenIDRefusal.expired }
    guard max(claims.issued, claims.notBefore ?? 0) < seconds + Self.leeway else { throw OpenIDRefusal.early }
    guard (1...255).contains(claims.subject.utf8.count) else { throw OpenIDRefusal.subject }
    return claims
  }

  /// By so many seconds the provider's clock may differ from ours.
  private static let leeway = 60.0
}
