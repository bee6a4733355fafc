import HTTPTypes
import Synchronization

/// Every address of the site with what one needs for it, as features add them.
final class RouteTable: Sendable {
  private struct State {
    var routes: [Routes.Route] = []
    /// Their paths, of all methods and of those with something to look at.
    var patterns: [[Substring]] = []
    var pages: Set<[Substring]> = []
  }

  private let state = Mutex(State())

  init(_ routes: [Routes.Route] = []) {
    for route in routes { add(route) }
  }

  var all: [Routes.Route] { state.withLock { $0.routes } }

  func add(_ route: Routes.Route) {
    let pattern = route.path.split(separator: "/")
    state.withLock { state in
      state.routes.append(route)
      state.patterns.append(pattern)
      if route.method == .get { state.pages.insert(pattern) }
    }
  }

  /// The address where there is something to look at; else that of what it is a part of, as a channel is of what is sent to it, and "/"
  /// of nothing.
  func page(at address: String) -> String {
    let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    let (patterns, pages) = state.withLock { ($0.patterns, $0.pages) }
    // As for the router, what is written out goes before what stands for anything.
    let pattern = patterns.filter { Self.fits(parts, $0) }
      .min { Self.rank($0).lexicographicallyPrecedes(Self.rank($1)) }
    guard let pattern else { return "/" }
    if pages.contains(pattern) { return address }
    let length = (0..<pattern.count).last { pages.contains(Array(pattern.prefix($0))) } ?? 0
    return "/" + parts.prefix(length).joined(separator: "/")
  }

  private static func fits(_ parts: [Substring], _ pattern: [Substring]) -> Bool {
    parts.count == pattern.count && zip(parts, pattern).allSatisfy { isOpen($1) || $0 == $1 }
  }

  private static func rank(_ pattern: [Substring]) -> [Int] { pattern.map { isOpen($0) ? 1 : 0 } }

  /// Whether a part stands for anything, as the id of a paper does.
  private static func isOpen(_ part: Substring) -> Bool { part.hasPrefix("{") }
}
