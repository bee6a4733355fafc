import Foundation

/// What a provider says of somebody.
struct OpenIDClaims: Decodable, Sendable {
  let issuer: String
  let subject: String
  let audience: [String]
  /// The client that the token was made for.
  let party: String?
  /// Seconds since 1970, as all of these times.
  let expires: Double
  let issued: Double
  let notBefore: Double?
  let nonce: String?
  /// What may come later, from the user-info address.
  var person: OpenIDPerson

  private enum CodingKeys: String, CodingKey {
    case issuer = "iss"
    case subject = "sub"
    case audience = "aud"
    case party = "azp"
    case expires = "exp"
    case issued = "iat"
    case notBefore = "nbf"
    case nonce
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    issuer = try fields.decode(String.self, forKey: .issuer)
    subject = try fields.decode(String.self, forKey: .subject)
    // One audience may stand without a list around it.
    let single = try? fields.decode(String.self, forKey: .audience)
    audience = try single.map { [$0] } ?? fields.decode([String].self, forKey: .audience)
    party = try fields.decodeIfPresent(String.self, forKey: .party)
    expires = try fields.decode(Double.self, forKey: .expires)
    issued = try fields.decode(Double.self, forKey: .issued)
    notBefore = try fields.decodeIfPresent(Double.self, forKey: .notBefore)
    nonce = try fields.decodeIfPresent(String.self, forKey: .nonce)
    person = try OpenIDPerson(from: decoder)
  }
}

/// The parts that describe a person; a provider may leave out any.
struct OpenIDPerson: Decodable, Sendable {
  let subject: String
  private let email: String?
  private let isVerified: Bool
  private let name: String?
  private let given: String?
  private let family: String?

  private enum CodingKeys: String, CodingKey {
    case subject = "sub"
    case email, name
    case isVerified = "email_verified"
    case given = "given_name"
    case family = "family_name"
  }

  init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    subject = try fields.decode(String.self, forKey: .subject)
    email = try? fields.decode(String.self, forKey: .email)
    // Some providers write the word.
    isVerified =
      (try? fields.decode(Bool.self, forKey: .isVerified))
      ?? ((try? fields.decode(String.self, forKey: .isVerified)) == "true")
    name = try? fields.decode(String.self, forKey: .name)
    given = try? fields.decode(String.self, forKey: .given)
    family = try? fields.decode(String.self, forKey: .family)
  }

  /// The address, where the provider vouches for it.
  var verifiedEmail: EmailAddress? { isVerified ? email.flatMap { EmailAddress($0) } : nil }

  /// The name for a badge; nil where none fits.
  var newcomer: Newcomer? {
    let parts = [given, family].compactMap(\.self).joined(separator: " ")
    return [name, parts, verifiedEmail?.text].compactMap(\.self).compactMap { try? Newcomer(name: $0) }.first
  }
}
