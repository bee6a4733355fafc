import Fetch
import Foundation

/// The talk with a provider's server about one visitor, which no browser sees.
struct OpenIDExchange: Sendable {
  let provider: OpenIDProvider
  let directory: OpenIDDirectory

  private struct Tokens: Decodable {
    let id_token: String
    let access_token: String?
  }

  /// Who has the code, if the provider says so in a token that is to be believed.
  func claims(code: String, verifier: Secret, nonce: Secret, returnAddress: String) async throws -> OpenIDClaims {
    let metadata = try await directory.metadata(of: provider)
    let tokens = try await tokens(code, verifier, returnAddress, metadata)
    let token = try OpenIDToken(tokens.id_token)
    try await directory.check(token, of: provider)
    var claims = try token.claims(from: provider, nonce: nonce, at: directory.clock.now())
    if claims.person.verifiedEmail == nil, let access = tokens.access_token, let address = metadata.userInfo {
      claims.person = try await person(claims, access, address)
    }
    return claims
  }

  private func tokens(_ code: String, _ verifier: Secret, _ returnAddress: String, _ metadata: OpenIDMetadata)
    async throws
    -> Tokens
  {
    var form = [
      (name: "grant_type", value: "authorization_code"), ("code", code), ("redirect_uri", returnAddress),
      ("code_verifier", verifier.text),
    ]
    let takesBasic = metadata.methods?.contains("client_secret_basic") ?? true
    if provider.secret == nil || !takesBasic { form.append(("client_id", provider.client)) }
    if let secret = provider.secret, !takesBasic { form.append(("client_secret", secret)) }
    let answer = try await Fetch(metadata.token, form: FormText(form), authorization: takesBasic ? basic : nil).answer()
    guard answer.status == 200 else { throw OpenIDRefusal.noToken(Self.word(answer)) }
    guard let tokens = try? JSONDecoder().decode(Tokens.self, from: answer.body) else { throw OpenIDRefusal.malformed }
    return tokens
  }

  private struct Failure: Decodable { let error: String }

  /// Only what such words are made of (RFC 6749, 5.2).
  private static func word(_ answer: Fetch.Answer) -> String {
    guard let failure = try? JSONDecoder().decode(Failure.self, from: answer.body),
      failure.error.wholeMatch(of: /[a-z_]{1,60}/) != nil
    else { return "status \(answer.status)" }
    return failure.error
  }

  /// Both parts are encoded before they are joined (RFC 6749, 2.3.1).
  private var basic: String? {
    provider.secret.map { secret in
      "Basic " + Data("\(FormText.encoded(provider.client)):\(FormText.encoded(secret))".utf8).base64EncodedString()
    }
  }

  /// What the user-info address says, if it speaks of the same person (OpenID Connect Core 1.0, 5.3.2).
  private func person(_ claims: OpenIDClaims, _ access: String, _ address: FetchAddress) async throws -> OpenIDPerson {
    let answer = try await Fetch(address, authorization: "Bearer \(access)").answer()
    guard answer.status == 200, let person = try? JSONDecoder().decode(OpenIDPerson.self, from: answer.body) else {
      return claims.person
    }
    guard person.subject == claims.subject else { throw OpenIDRefusal.subject }
    return person
  }
}
