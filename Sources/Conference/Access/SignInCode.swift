/// The eight characters of a sign-in mail, made to be read from one screen and typed on another.
public struct SignInCode: Hashable, Sendable {
  /// Crockford's base 32: no I, L, O or U, which look like others or spell words.
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// Without the hyphen that it is shown with.
  let text: String

  /// 40 random bits.
  static func random() -> SignInCode {
    var generator = SystemRandomNumberGenerator()
    return SignInCode(text: String((0..<8).map { _ in alphabet[Int.random(in: 0..<32, using: &generator)] }))
  }

  private init(text: String) { self.text = text }

  /// The code as somebody typed it, in either case, with spaces or hyphens, and with letters that look like digits; nil if it cannot
  /// be one.
  public init?(typed: String) {
    let signs = typed.uppercased().compactMap { sign -> Character? in
      switch sign {
      case "O": "0"
      case "I", "L": "1"
      case " ", "-", "\u{A0}", "–": nil
      default: sign
      }
    }
    guard signs.count == 8, signs.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
    text = String(signs)
  }

  /// "K3TZ-90QA".
  public var shown: String { "\(text.prefix(4))-\(text.suffix(4))" }

  /// Useless without the row it belongs to, as codes are short.
  func hash(of signIn: String) -> String { Secret("\(signIn) \(text)").hash }
}
