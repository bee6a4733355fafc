/// Who does something that is put on record: a person, or a token of one. The command line is nobody.
public protocol Doer: Sendable {
  var signature: Signature { get }
  /// All that a token may do for its maker; nil for a person, who may do whatever their role allows.
  var scopes: Set<TokenScope>? { get }
}

/// What the record holds of who did something.
public struct Signature: Hashable, Sendable {
  /// Of the person, or of who made the token; nil for the command line's.
  public let account: String?
  public let token: String?

  public init(account: String?, token: String? = nil) { (self.account, self.token) = (account, token) }

  /// "Abeba Chair, by the token “Nightly list”".
  public static func words(name: String?, token: String?) -> String {
    guard let token else { return name ?? "The command line" }
    return name.map { "\($0), by the token “\(token)”" } ?? "The token “\(token)”"
  }
}

/// The id of an account stands for its person.
extension String: Doer {
  public var signature: Signature { Signature(account: self) }
  public var scopes: Set<TokenScope>? { nil }
}
