/// Whom the rows of a list may be about that are left out as they are wrong: nobody says of them that the list lacks them.
struct LeftOutRows: Sendable {
  private static let separators: Set<Unicode.Scalar> = [",", ";", ":", "\"", "<", ">", "(", ")", "[", "]"]

  private var addresses: Set<String> = []
  private var numbers: Set<String> = []

  mutating func note(number: String) { numbers.insert(number) }

  /// Takes all addresses of a list in which something is wrong, since of rows that cannot be told apart nobody knows what stands where.
  mutating func noteAddresses(in text: String) {
    let words = text.unicodeScalars.split { $0.properties.isWhitespace || Self.separators.contains($0) }
    for word in words where word.contains("@") {
      if let email = EmailAddress(String(word)) { addresses.insert(email.text) }
    }
  }

  /// Whether one of them may be about somebody, as they are known now or as a list called them last.
  func concern(_ account: Account, _ listed: ListedPerson?) -> Bool {
    let known = [account.email?.text, listed?.email].compactMap(\.self)
    let numbered = [account.registration, listed?.registration].compactMap(\.self)
    return !addresses.isDisjoint(with: known) || !numbers.isDisjoint(with: numbered)
  }
}
