import Database
import Fetch

/// Signing in at another place that vouches for people (OpenID Connect Core 1.0, authorization code flow).
public struct OpenIDSignIns: Sendable {
  public let provider: OpenIDProvider
  /// Where the provider sends people back to.
  let returnAddress: String
  let directory: OpenIDDirectory
  let database: Database
  let clock: Clock
  let limits: SignInLimits

  public init(
    _ provider: OpenIDProvider, returnAddress: String, directory: OpenIDDirectory, _ database: Database, clock: Clock,
    limits: SignInLimits = SignInLimits()
  ) {
    (self.provider, self.returnAddress, self.directory) = (provider, returnAddress, directory)
    (self.database, self.clock, self.limits) = (database, clock, limits)
  }

  /// The provider's address to go to.
  ///
  /// - Parameters:
  ///   - browser: of the browser that asks, which alone may come back.
  ///   - account: the one to tie; nil to sign in.
  ///   - client: where it asks from, to be counted.
  public func begin(browser: Secret, account: String?, back: String, client: String) async throws -> String {
    let (request, now, provider) = (OpenIDRequest(state: .random(), browser: browser), clock.now(), provider)
    let pace = Allowance("openid client \(client)", limits.perClient, per: 600)
    // Counted before anything is fetched, so that nobody makes us ask a provider without end.
    let left = try await database.write { connection -> Int? in
      guard try pace.take(at: now, connection) else { return try pace.left(at: now, connection) }
      try request.add(provider, from: .init(back: back, account: account), at: now, connection)
      return nil
    }
    if let left {
      throw ConferenceError.limited(
        "Too many sign-ins were begun from your network. You can begin again \(Allowance.words(left)), or sign in by mail",
        seconds: left)
    }
    return try await metadata().authorizationAddress(request.query(provider, returnAddress: returnAddress))
  }

  private func metadata() async throws -> OpenIDMetadata {
    do {
      return try await directory.metadata(of: provider)
    } catch {
      throw ConferenceError.unavailable("\(provider.name) does not answer as it should. You can sign in by mail")
    }
  }

  /// Somebody who comes back.
  public struct Arrival: Sendable {
    public var state: String?
    public var code: String?
    /// As the provider calls itself.
    public var issuer: String?
    public var browser: Secret
    /// Who is signed in already.
    public var account: String?
    /// "Firefox on Linux".
    public var name: String

    public init(state: String?, code: String?, issuer: String?, browser: Secret, account: String?, named name: String) {
      (self.state, self.code, self.issuer) = (state, code, issuer)
      (self.browser, self.account, self.name) = (browser, account, name)
    }
  }

  public enum Outcome: Sendable {
    case signedIn(Secret, back: String)
    case tied
    /// Not known, used before, too old, or of another browser.
    case spent
    /// The person, or the provider, said no.
    case declined
    /// What came is not to be believed; the reason is for the log.
    case refused(String)
    /// Tied to an account that is not the one signed in to.
    case ofAnother
    /// Nobody who may come in.
    case stranger
    /// Somebody new without an address that the provider vouches for.
    case noAddress
  }

  /// Takes up somebody who comes back; the request is used up whatever comes of it.
  public func finish(_ arrival: Arrival) async throws -> Outcome {
    guard let state = arrival.state, (20...64).contains(state.utf8.count) else { return .spent }
    let (request, now, provider) = (
      OpenIDRequest(state: Secret(state), browser: arrival.browser), clock.now(), provider
    )
    guard let origin = try await database.write({ try request.take(provider, at: now, $0) }),
      origin.account == nil || origin.account == arrival.account
    else { return .spent }
    guard let code = arrival.code else { return .declined }
    do {
      try await check(arrival.issuer)
      let claims = try await OpenIDExchange(provider: provider, directory: directory).claims(
        code: code, verifier: request.verifier, nonce: request.nonce, returnAddress: returnAddress)
      return try await database.write {
        try OpenIDAdmission(provider: provider, claims: claims, now: now).admit(origin, named: arrival.name, $0)
      }
    } catch let refusal as OpenIDRefusal {
      return .refused(refusal.reason)
    } catch is Fetch.Failure {
      throw ConferenceError.unavailable("\(provider.name) does not answer. You can sign in by mail")
    } catch is DecodingError {
      return .refused(OpenIDRefusal.malformed.reason)
    }
  }

  /// Throws where the answer is another provider's (RFC 9207).
  private func check(_ issuer: String?) async throws {
    let isNamed = try await directory.metadata(of: provider).namesIssuer ?? false
    guard issuer == provider.issuer || (issuer == nil && !isNamed) else { throw OpenIDRefusal.issuer }
  }
}
