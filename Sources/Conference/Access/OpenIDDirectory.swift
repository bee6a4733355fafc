import Fetch
import Foundation

/// What is known of the providers: read when first needed, again after an hour, and at once when a key is not among the known.
public actor OpenIDDirectory {
  private struct Known<Value: Sendable>: Sendable {
    let value: Value
    let until: Instant
  }

  /// The world's, also in a rehearsal: providers live by it.
  let clock: Clock
  private var metadata: [String: Known<OpenIDMetadata>] = [:]
  private var keys: [String: Known<[OpenIDKey]>] = [:]
  private static let lifetime = 3_600

  public init(clock: Clock = .system) { self.clock = clock }

  func metadata(of provider: OpenIDProvider) async throws -> OpenIDMetadata {
    if let known = metadata[provider.issuer], known.until > clock.now() { return known.value }
    let found = try OpenIDMetadata(try await Self.document(provider.discovery), of: provider)
    metadata[provider.issuer] = Known(value: found, until: clock.now().adding(seconds: Self.lifetime))
    return found
  }

  /// Throws unless the provider signed the token.
  func check(_ token: OpenIDToken, of provider: OpenIDProvider) async throws {
    if let known = keys[provider.issuer], known.until > clock.now(), token.isSigned(byOneOf: known.value) { return }
    guard token.isSigned(byOneOf: try await freshKeys(of: provider)) else { throw OpenIDRefusal.signature }
  }

  private func freshKeys(of provider: OpenIDProvider) async throws -> [OpenIDKey] {
    let fresh = try OpenIDKey.all(in: try await Self.document(try await metadata(of: provider).keys))
    keys[provider.issuer] = Known(value: fresh, until: clock.now().adding(seconds: Self.lifetime))
    return fresh
  }

  private static func document(_ address: FetchAddress) async throws -> Data {
    let answer = try await Fetch(address).answer()
    guard answer.status == 200 else { throw Fetch.Failure(description: "\(address) answered \(answer.status)") }
    return answer.body
  }
}
