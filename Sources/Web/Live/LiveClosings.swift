/// How often streams were closed, as rights may have changed, and whose: a stream whose owner's rights were read before
/// is not let in any more.
struct LiveClosings {
  private(set) var count = 0
  private var ofAll = 0
  private var ofAccounts: [String: Int] = [:]

  mutating func add(_ account: String?) {
    count += 1
    // So many at once are everybody's.
    if let account, ofAccounts.count < 10_000 {
      ofAccounts[account] = count
    } else {
      (ofAll, ofAccounts) = (count, [:])
    }
  }

  func hasAny(_ account: String?, after known: Int) -> Bool {
    max(ofAll, account.flatMap { ofAccounts[$0] } ?? 0) > known
  }
}
