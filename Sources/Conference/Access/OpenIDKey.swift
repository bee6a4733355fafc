import Crypto
import CryptoExtras
import Foundation

/// A public key that a provider signs with (RFC 7517), and the one algorithm that it is good for (RFC 7518, RFC 8037).
struct OpenIDKey: Sendable {
  /// The algorithms that are believed: all with a public key, so that nobody else can sign with what is published.
  enum Algorithm: String, Sendable {
    case rs256 = "RS256"
    case es256 = "ES256"
    case edDSA = "EdDSA"
  }

  private enum Material: Sendable {
    case rsa(_RSA.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)
    case ed25519(Curve25519.Signing.PublicKey)
  }

  let id: String?
  private let material: Material

  var algorithm: Algorithm {
    switch material {
    case .rsa: .rs256
    case .p256: .es256
    case .ed25519: .edDSA
    }
  }

  func isSignature(_ signature: Data, of data: Data) -> Bool {
    switch material {
    case .rsa(let key):
      return key.isValidSignature(
        .init(rawRepresentation: signature), for: SHA256.hash(data: data), padding: .insecurePKCS1v1_5)
    case .p256(let key):
      guard let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature) else { return false }
      return key.isValidSignature(signature, for: data)
    case .ed25519(let key): return key.isValidSignature(signature, for: data)
    }
  }

  /// The keys of a document that can be used here; others, such as those for encryption, are passed by.
  static func all(in json: Data) throws -> [OpenIDKey] {
    try JSONDecoder().decode(Document.self, from: json).keys.prefix(50).compactMap { OpenIDKey($0) }
  }

  /// Nil for a key of another kind, for another use, or of less than 2048 bits of RSA.
  private init?(_ entry: Entry) {
    guard entry.use ?? "sig" == "sig", let material = Self.material(entry) else { return nil }
    (id, self.material) = (entry.kid, material)
    guard entry.alg ?? algorithm.rawValue == algorithm.rawValue else { return nil }
  }

  private static func material(_ entry: Entry) -> Material? {
    let (x, y) = (entry.x.flatMap { Data(base64URL: $0) }, entry.y.flatMap { Data(base64URL: $0) })
    switch (entry.kty, entry.crv) {
    case ("RSA", _):
      guard let n = entry.n.flatMap({ Data(base64URL: $0) }), let e = entry.e.flatMap({ Data(base64URL: $0) }) else {
        return nil
      }
      return (try? _RSA.Signing.PublicKey(n: n, e: e)).map { .rsa($0) }
    case ("EC", "P-256"):
      guard let x, let y else { return nil }
      return (try? P256.Signing.PublicKey(rawRepresentation: x + y)).map { .p256($0) }
    case ("OKP", "Ed25519"):
      return x.flatMap { try? Curve25519.Signing.PublicKey(rawRepresentation: $0) }.map { .ed25519($0) }
    default: return nil
    }
  }

  private struct Document: Decodable { let keys: [Entry] }

  private struct Entry: Decodable {
    let kty: String
    let kid, use, alg, crv, n, e, x, y: String?
  }
}

extension Data {
  /// Nil unless the text is base64url without padding.
  init?(base64URL text: some StringProtocol) {
    guard text.utf8.allSatisfy({ !"+/=".utf8.contains($0) }) else { return nil }
    let standard = String(text).replacing("-", with: "+").replacing("_", with: "/")
    self.init(base64Encoded: standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4))
  }
}
