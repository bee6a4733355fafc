import Foundation

/// An address like `ada@example.org`: one mailbox that mail can be sent to, and nothing else.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
  /// What stands before the at sign; it may hold letters of any script (RFC 6531).
  public let local: String
  /// The domain in lower case, as A-labels where it is international: `xn--bcher-kva.example`.
  public let domain: String

  public var description: String { "\(local)@\(domain)" }

  /// Whether only servers with SMTPUTF8 can take mail to it.
  public var isInternational: Bool { !local.utf8.allSatisfy { $0 < 128 } }

  /// Reads an address as a person types it; spaces around it do not count. Throws with what to mend.
  public init(_ text: String) throws {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard let at = text.lastIndex(of: "@") else { throw Self.refusal("has no @") }
    local = String(text[..<at]).precomposedStringWithCanonicalMapping
    domain = try Self.domain(String(text[text.index(after: at)...]))
    guard Self.isLocalPart(local) else { throw Self.refusal("has something before its @ that cannot stand there") }
    guard description.utf8.count <= 254 else { throw Self.refusal("is longer than 254 characters") }
  }

  private static func refusal(_ problem: String) -> MailError {
    MailError("this mail address \(problem)", "write it like name@example.org")
  }

  /// Words with dots between them (RFC 5322, dot-atom). Quoted words are left out: almost nobody has one.
  private static func isLocalPart(_ text: String) -> Bool {
    guard text.utf8.count <= 64 else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.unicodeScalars.allSatisfy(isAtom)
    }
  }

  private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
    return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
  }

  private static func domain(_ text: String) throws -> String {
    guard !text.isEmpty, text.utf8.count <= 253, !text.unicodeScalars.contains(where: isUnfitForHost) else {
      throw refusal("has something after its @ that is no domain")
    }
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    let encoded = isASCII ? text : URLComponents(string: "http://\(text)/")?.encodedHost
    guard let domain = encoded?.lowercased(), isDomain(domain) else {
      throw refusal("has something after its @ that is no domain")
    }
    return domain
  }

  /// What would let a domain end early in an address of the web.
  private static func isUnfitForHost(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? !(scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == ".")
      : HeaderText.isForbidden(scalar)
  }

  /// Letters, digits and hyphens with a dot among them; no address of a machine, whose last part is a number.
  private static func isDomain(_ domain: String) -> Bool {
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard domain.utf8.count <= 253, labels.count > 1 || domain == "localhost" else { return false }
    return labels.last?.contains { !$0.isNumber } == true
      && labels.allSatisfy { label in
        (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy {
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
              || $0 == UInt8(ascii: "-")
          }
      }
  }
}
