import HTTPTypes
import Synchronization

/// Every address of the site with what one needs for it, as features add them.
final class RouteTable: Sendable {
  private let routes: Mutex<[Routes.Route]>

  init(_ routes: [Routes.Route] = []) { self.routes = Mutex(routes) }

  var all: [Routes.Route] { routes.withLock { $0 } }

  func add(_ route: Routes.Route) { routes.withLock { $0.append(route) } }

  /// The address where there is something to look at; else that of what it is a part of, as a channel is of what is sent to it, and "/"
  /// of nothing.
  func page(at address: String) -> String {
    let parts = address.prefix { $0 != "?" && $0 != "#" }.split(separator: "/")
    let routes = all.map { (method: $0.method, parts: $0.path.split(separator: "/")) }
    let pages = Set(routes.filter { $0.method == .get }.map(\.parts))
    // As for the router, what is written out goes before what stands for anything.
    let pattern = routes.map(\.parts).filter { Self.fits(parts, $0) }
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
