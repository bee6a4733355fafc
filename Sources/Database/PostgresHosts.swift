import Synchronization

/// The servers that an address names, where it names several. libpq goes on from one that refuses to the next, but leaves it to its
/// caller to give up one that says nothing: such a one stands behind the others from then on.
final class PostgresHosts: Sendable {
  /// By libpq's names of the parameters, as many of each as there are servers.
  private let lists: [String: [String]]
  let count: Int
  private let first = Mutex(0)

  init(of parameters: [String: String]) {
    let lists = parameters.filter { ["host", "hostaddr", "port"].contains($0.key) }
      .mapValues { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let count = (lists["hostaddr"] ?? lists["host"])?.count ?? 1
    self.lists = count > 1 ? lists.filter { $0.value.count == count } : [:]
    self.count = count
  }

  /// Which one stands first now, and the parameters that say so.
  var current: (first: Int, parameters: [String: String]) {
    let start = first.withLock { $0 }
    return (start, lists.mapValues { ($0[start...] + $0[..<start]).joined(separator: ",") })
  }

  /// Puts the one that stood first, and said nothing, behind the others; only once, however many have waited for it.
  func pass(_ silent: Int) {
    first.withLock { first in
      if first == silent { first = (silent + 1) % count }
    }
  }
}
