/// Whom the rows of a list are about.
struct PeopleMatch {
  private let byEmail: [String: Account]
  private let byNumber: [String: Account]
  private let byListedEmail: [String: Account]
  private let byListedNumber: [String: Account]

  init(_ all: [Account], _ listed: [String: ListedPerson]) {
    byEmail = Self.index(all) { $0.email?.text }
    byNumber = Self.index(all) { $0.registration }
    byListedEmail = Self.index(all) { listed[$0.id]?.email }
    byListedNumber = Self.index(all) { listed[$0.id]?.registration }
  }

  /// For each row the account: by its address, else by its number, else by what the list said before an organizer corrected it.
  /// No account is meant by two rows; nil where somebody is new.
  func accounts(for entries: [PeopleList.Entry]) -> [Account?] {
    var found: [Account?] = Array(repeating: nil, count: entries.count)
    var taken: Set<String> = []
    func look(_ find: (PeopleList.Entry) -> Account?) {
      for (index, entry) in entries.enumerated() where found[index] == nil {
        guard let account = find(entry), taken.insert(account.id).inserted else { continue }
        found[index] = account
      }
    }
    look { byEmail[$0.email.text] }
    look { entry in entry.registration.flatMap { byNumber[$0] } }
    look { entry in entry.registration.flatMap { byListedNumber[$0] } }
    look(corrected)
    return found
  }

  /// Who had the row's address on the list before, unless the row has another number: then it is another person's by now.
  private func corrected(_ entry: PeopleList.Entry) -> Account? {
    guard let account = byListedEmail[entry.email.text] else { return nil }
    let numbers = [entry.registration, account.registration].compactMap(\.self)
    return Set(numbers).count < 2 ? account : nil
  }

  private static func index(_ all: [Account], _ key: (Account) -> String?) -> [String: Account] {
    Dictionary(all.compactMap { account in key(account).map { ($0, account) } }) { first, _ in first }
  }
}
