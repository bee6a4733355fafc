import Conference
import Foundation
import HTTPTypes
import Hummingbird
import Markup

/// Makes pages into answers: from the cache where they are in it, else by a page function within the frame.
struct PageResponder: Sendable {
  typealias Make = @Sendable (Visit) async throws -> Page

  let site: Site

  /// The cached page for a request, looked up before any routing.
  func cached(_ request: Request) -> Response? {
    guard request.method == .get || request.method == .head else { return nil }
    let version = site.edition.program.version
    let now = site.clock.now()
    guard var response = site.cache.body(key(request), version: version, now: now)?.response(to: request) else {
      return nil
    }
    // Cached for up to a minute: scripts take the time from here.
    response.headers[Self.serverTiming] = Self.timing(now)
    return response
  }

  private static let serverTiming = HTTPField.Name("Server-Timing")!

  private static func timing(_ now: Instant) -> String { "now;desc=\"\(now.iso8601)\"" }

  func response(to request: Request, _ context: some RequestContext, _ make: Make) async throws -> Response {
    let edition = site.edition
    guard let conference = edition.program.conference else { return Welcome.response(request) }
    let visit = Visit(
      site: site, program: edition.program, search: edition.search, conference: conference, now: site.clock.now(),
      zone: zone(request, edition.program),
      shuffle: shuffle(request),
      path: request.uri.string, query: Query(request.uri.query), parameters: context.parameters)
    let clock = ContinuousClock()
    let started = clock.now
    let page: Page
    do {
      page = try await make(visit)
    } catch {
      page = ErrorPage.page(error, visit, logger: context.logger)
    }
    let bytes = Frame.html(page, visit).bytes
    let milliseconds = Double((clock.now - started) / .nanoseconds(1)) / 1e6
    let body = Self.stored(bytes, status: page.status)
    // Searches and plans are too many, and too rarely asked for twice, to be kept.
    if page.status == 200, !page.isUnlisted {
      site.cache.store(body, key(request), version: edition.program.version, now: visit.now)
    }
    var response = body.response(to: request)
    response.headers[Self.serverTiming] =
      "render;dur=\((milliseconds * 1000).rounded() / 1000), \(Self.timing(visit.now))"
    return response
  }

  private static func stored(_ bytes: [UInt8], status: Int) -> StoredBody {
    var fields = Security.pageFields
    fields[.vary] = "Cookie"
    return StoredBody(
      bytes, type: "text/html; charset=utf-8", caching: "private, no-cache", status: .init(code: status), fields: fields
    )
  }

  private func key(_ request: Request) -> PageCache.Key {
    PageCache.Key(address: request.uri.string, zone: cookie("zone", request) ?? "", shuffle: shuffle(request))
  }

  /// The visitor's zone from the cookie, else the conference's.
  private func zone(_ request: Request, _ program: Program) -> Zone {
    cookie("zone", request)?.removingPercentEncoding.flatMap { Zones.ofBrowser($0) } ?? program.zone
  }

  /// Only the list of papers depends on it.
  private func shuffle(_ request: Request) -> Int {
    guard request.uri.path == "/papers", let number = cookie("shuffle", request).flatMap({ Int($0) }) else { return 0 }
    return (0..<16).contains(number) ? number : 0
  }

  private func cookie(_ name: String, _ request: Request) -> String? {
    guard let header = request.headers[.cookie], header.utf8.count < 4096 else { return nil }
    for pair in header.split(separator: ";") {
      let trimmed = pair.drop { $0 == " " }
      if trimmed.hasPrefix(name), trimmed.dropFirst(name.count).first == "=" {
        return String(trimmed.dropFirst(name.count + 1))
      }
    }
    return nil
  }
}
