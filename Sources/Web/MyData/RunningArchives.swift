import Synchronization

/// Whose data is being sent from here just now: one archive at a time to each, since it reads all of a person's files.
final class RunningArchives: Sendable {
  private let accounts = Mutex(Set<String>())

  /// A place that somebody has for as long as it is kept, also where nobody waits for the archive any more; nil where they have one.
  func begin(_ account: String) -> Place? {
    guard accounts.withLock({ $0.insert(account).inserted }) else { return nil }
    return Place(account, self)
  }

  private func end(_ account: String) { accounts.withLock { _ = $0.remove(account) } }

  final class Place: Sendable {
    private let account: String
    private let archives: RunningArchives

    fileprivate init(_ account: String, _ archives: RunningArchives) {
      (self.account, self.archives) = (account, archives)
    }

    deinit { archives.end(account) }
  }
}
