import Conference
import Database
import Foundation
import HTTPTypes
import Hummingbird
import Markup

/// Makes pages into answers: from the cache where they are in it, else by a page function within the frame.
struct PageResponder: Sendable {
  typealias Make = @Sendable (Visit) async throws -> Page

  let site: Site
  let routes: RouteTable

  /// The cached page for a request, looked up before any routing.
  func cached(_ request: Request) -> Response? {
    guard request.method == .get || request.method == .head else { return nil }
    guard case .some(let signedIn) = site.doorkeeper.remembered(request) else { return nil }
    let edition = site.edition
    let access = Access(signedIn?.account, conduct: edition.conduct)
    guard !access.mustAcceptConduct else { return nil }
    let now = site.clock.now()
    guard var response = site.cache.body(key(request, access), version: edition.number, now: now)?.response(to: request)
    else { return nil }
    // Cached for up to a minute: scripts take the time from here.
    response.headers[Self.serverTiming] = Self.timing(now)
    return response
  }

  private static let serverTiming = HTTPField.Name("Server-Timing")!

  private static func timing(_ now: Instant) -> String { "now;desc=\"\(now.iso8601)\"" }

  /// How long a page took to make, and looking for words of that, besides.
  private static func timing(_ now: Instant, _ page: Page, since started: ContinuousClock.Instant) -> String {
    let search = page.searched.map { "search;dur=\(milliseconds($0)), " } ?? ""
    return "render;dur=\(milliseconds(ContinuousClock.now - started)), \(search)\(timing(now))"
  }

  private static func milliseconds(_ duration: Duration) -> Double { (duration / .microseconds(1)).rounded() / 1000 }

  /// A page that is the same for everybody of an audience.
  func response(to request: Request, _ context: SiteContext, _ need: Need, _ make: Make) async throws -> Response {
    let edition = site.edition
    guard edition.program.conference != nil else { return Welcome.response(request) }
    let (access, doubt) = try await access(request, edition)
    if access.mustAcceptConduct, need != .door { return Self.toConduct(request) }
    let started = ContinuousClock.now
    let visit = try visit(request, context, edition, access)
    let page = await page(visit, context) {
      do {
        try need.check(access, edition.choices.policies, at: visit.now)
      } catch {
        throw doubt ?? error
      }
      return try await make(visit)
    }
    let bytes = Frame.bytes(page, visit)
    let timing = Self.timing(visit.now, page, since: started)
    let body = Self.stored(bytes, status: page.status)
    // Searches and plans are too many, and too rarely asked for twice, to be kept.
    if page.status == 200, !page.isUnlisted, doubt == nil {
      site.cache.store(body, key(request, access), version: edition.number, now: visit.now)
    }
    var response = body.response(to: request)
    response.headers[Self.serverTiming] = timing
    return response
  }

  /// A page that is only this visitor's, and kept nowhere.
  func personal(
    to request: Request, _ context: SiteContext, _ need: Need, _ make: @Sendable (Personal) async throws -> Page
  ) async throws -> Response {
    let edition = site.edition
    guard edition.program.conference != nil else { return Welcome.response(request) }
    let access = Access(try await site.doorkeeper.lookedUp(request)?.account, conduct: edition.conduct)
    if access.mustAcceptConduct, need != .door { return Self.toConduct(request) }
    let started = ContinuousClock.now
    let visit = try await ownVisit(request, context, edition, access)
    let browser = SecretCookie.browser.secret(request) ?? .random()
    let page = await page(visit, context) {
      try need.check(access, edition.choices.policies, at: visit.now)
      return try await make(Personal(visit, access, request, browser: browser))
    }
    var response = Self.personal(page, visit, browser: browser, request)
    response.headers[Self.serverTiming] = Self.timing(visit.now, page, since: started)
    return response
  }

  /// The answer that no cache keeps; with the cookie by which the browser's forms are known to be its own.
  static func personal(_ page: Page, _ visit: Visit, browser: Secret, _ request: Request) -> Response {
    var fields = Security.personalFields
    fields[.contentType] = "text/html; charset=utf-8"
    if let seconds = page.retryAfter { fields[HTTPField.Name("Retry-After")!] = "\(seconds)" }
    if SecretCookie.browser.secret(request) != browser {
      fields.append(HTTPField(name: .setCookie, value: SecretCookie.browser.setting(browser)))
    }
    return Response(
      status: .init(code: page.status), headers: fields,
      body: .init(byteBuffer: .init(bytes: Frame.bytes(page, visit))))
  }

  /// What is there to be seen, and who asks; throws where that is not open to them.
  func seen(_ request: Request, _ need: Need) async throws -> (Edition, Access) {
    let edition = site.edition
    let access = Access(try await site.doorkeeper.signedIn(request)?.account, conduct: edition.conduct)
    try need.check(access, edition.choices.policies, at: site.clock.now())
    return (edition, access)
  }

  /// A page function's page, or the one that says what went wrong.
  func page(_ visit: Visit, _ context: SiteContext, _ make: () async throws -> Page) async -> Page {
    do {
      return try await make()
    } catch {
      return ErrorPage.page(error, visit, logger: context.routeLogger)
    }
  }

  /// Who asks; and, where the database did not say, why not: what is open to everybody is shown all the same.
  private func access(_ request: Request, _ edition: Edition) async throws -> (Access, doubt: (any Error)?) {
    do {
      return (Access(try await site.doorkeeper.signedIn(request)?.account, conduct: edition.conduct), nil)
    } catch let error as DatabaseError {
      return (Access(nil, conduct: edition.conduct), error)
    }
  }

  private static func toConduct(_ request: Request) -> Response {
    let back = request.method == .get ? request.uri.string : "/"
    return Response(
      status: .seeOther,
      headers: [.location: "/conduct-acceptance?back=\(Query.encoded(back))", .cacheControl: "no-store"])
  }

  /// What a page is made from, for whoever asks.
  func visit(_ request: Request, _ context: SiteContext, _ edition: Edition, _ access: Access) throws -> Visit {
    guard let conference = edition.program.conference else {
      throw ConferenceError.unavailable("there is no conference yet")
    }
    let cursor = site.live.hub.published
    return Visit(
      site: site, program: edition.program(for: access.audience), search: edition.search, conference: conference,
      now: site.clock.now(), zone: zone(request, edition.program), shuffle: shuffle(request), path: request.uri.string,
      query: Query(request.uri.query), parameters: context.parameters, audience: access.audience,
      isSignedIn: access.account != nil, choices: edition.choices, cursor: cursor)
  }

  /// The same with what is announced to who asks only, and what waits for them.
  private func ownVisit(_ request: Request, _ context: SiteContext, _ edition: Edition, _ access: Access) async throws
    -> Visit
  {
    var visit = try visit(request, context, edition, access)
    visit.ownAnnouncements = try await site.ownAnnouncements(of: access)
    try await visit.lookAtDesks(for: access)
    return visit
  }

  private static func stored(_ bytes: [UInt8], status: Int) -> StoredBody {
    var fields = Security.pageFields
    fields[.vary] = "Cookie"
    return StoredBody(
      bytes, type: "text/html; charset=utf-8", caching: "private, no-cache", status: .init(code: status), fields: fields
    )
  }

  private func key(_ request: Request, _ access: Access) -> PageCache.Key {
    PageCache.Key(
      address: request.uri.string, zone: Cookies(request)["zone"] ?? "", shuffle: shuffle(request),
      audience: access.audience, isSignedIn: access.account != nil)
  }

  /// The visitor's zone from the cookie, else the conference's.
  private func zone(_ request: Request, _ program: Program) -> Zone {
    Cookies(request)["zone"]?.removingPercentEncoding.flatMap { Zones.ofBrowser($0) } ?? program.zone
  }

  /// Only the list of papers depends on it.
  private func shuffle(_ request: Request) -> Int {
    guard request.uri.path == "/papers", let number = Cookies(request)["shuffle"].flatMap({ Int($0) }) else { return 0 }
    return (0..<16).contains(number) ? number : 0
  }
}
