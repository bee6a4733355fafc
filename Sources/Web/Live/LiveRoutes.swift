import Conference
import Database
import HTTPTypes
import Hummingbird
import NIOCore

extension Routes {
  /// The one stream of an open page: what changes on it, from the event that the page was rendered at.
  func addLive() {
    let pages = pages
    on(.get, "live", .door) { request, context in try await LiveStream(pages, request, context).response() }
  }
}

/// A request for a stream.
private struct LiveStream {
  /// A page follows no more topics at once.
  static let mostTopics = 30

  let site: Site
  let request: Request
  let context: SiteContext
  let access: Access
  let topics: Set<String>
  /// What else was asked for, and is not there or not for this person, by the names that the page has for it.
  let gone: [String]
  let cursor: Int64
  /// How often streams had been closed before it was asked who this is.
  let closings: Int
  /// The channels in which the person agreed to be seen.
  let seenIn: Set<String>

  init(_ pages: PageResponder, _ request: Request, _ context: SiteContext) async throws {
    (site, self.request, self.context) = (pages.site, request, context)
    closings = site.live.hub.closings
    let query = Query(request.uri.query)
    access = Access(try await site.doorkeeper.signedIn(request)?.account, conduct: site.edition.conduct)
    let names = Set((query["topics"] ?? "").split(separator: ",").map(String.init))
    cursor = try Self.cursor(request, query) ?? site.live.hub.published
    guard !names.isEmpty, names.count <= Self.mostTopics else {
      throw ConferenceError.invalid(
        field: "topics", problem: "there are none, or more than \(Self.mostTopics)", advice: "Load the page again.")
    }
    (topics, gone) = try await Self.sorted(names, access, site)
    seenIn = try await Self.channels(topics, access, site)
  }

  /// From where it goes on; nil for who has nothing yet, and begins now.
  private static func cursor(_ request: Request, _ query: Query) throws -> Int64? {
    // A browser that has lost its stream says how far it came, whatever the address said before.
    let last = request.headers[HTTPField.Name("Last-Event-ID")!].flatMap { $0.isEmpty ? nil : $0 }
    guard let text = last ?? query["after"] else { return nil }
    guard let cursor = Int64(text), cursor >= 0 else {
      throw ConferenceError.invalid(field: "after", problem: "it is no event", advice: "Load the page again.")
    }
    return cursor
  }

  private static func channels(_ topics: Set<String>, _ access: Access, _ site: Site) async throws -> Set<String> {
    let chat = LiveChat.name + "/"
    let channels = topics.filter { $0.hasPrefix(chat) }.map { String($0.dropFirst(chat.count)) }
    guard let account = access.account, !channels.isEmpty,
      try await site.people.profile(of: account.id)?.profile?.isAround == true
    else { return [] }
    return Set(channels)
  }

  /// What somebody may follow, and what not; throws what keeps them from it where that is all.
  private static func sorted(_ names: Set<String>, _ access: Access, _ site: Site) async throws -> (
    topics: Set<String>, gone: [String]
  ) {
    var (topics, gone) = (Set<String>(), [String]())
    var refusal: ConferenceError?
    for name in names.sorted() {
      let topic = name == "me" ? access.account.map { "me/\($0.id)" } ?? name : name
      do {
        try await check(topic, access, site)
        topics.insert(topic)
      } catch let error as ConferenceError where error.isRefusal {
        gone.append(name)
        refusal = refusal ?? error
      }
    }
    if topics.isEmpty, let refusal { throw refusal }
    return (topics, gone)
  }

  private static func check(_ topic: String, _ access: Access, _ site: Site) async throws {
    guard let (feature, rest) = LiveFeatures.find(topic) else { throw ConferenceError.notFound("topic “\(topic)”") }
    try access.require(try await feature.mayFollow(rest, access, site), "You may not follow “\(topic)”")
  }

  func response() throws -> Response {
    let (live, site, cursor, closings) = (site.live, site, cursor, closings)
    let losses = gone.isEmpty ? nil : try LiveText.gone(gone)
    guard let place = LivePlace(access.account?.id, seenIn: seenIn, of: site) else {
      throw ConferenceError.unavailable("Too many pages are open at once")
    }
    var fields = Security.personalFields
    fields[.contentType] = "text/event-stream; charset=utf-8"
    fields[HTTPField.Name("X-Accel-Buffering")!] = "no"
    let reader = LiveHub.Reader(channel: context.channel, topics: topics, account: place.account)
    let body = ResponseBody { [place] writer in
      defer { withExtendedLifetime(place) {} }
      if let losses { try await writer.write(ByteBuffer(bytes: losses)) }
      let isIn = try await live.serve(reader, after: cursor, since: closings, of: site) { bytes in
        try await writer.write(ByteBuffer(bytes: bytes))
      }
      // A channel without a network is a test's, and ends with what was missed.
      if isIn, reader.channel.isActive { try await reader.channel.closeFuture.get() }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: fields, body: body)
  }
}

extension ConferenceError {
  /// Whether it says that something is not there, or not for who asks.
  fileprivate var isRefusal: Bool {
    switch self {
    case .notFound, .forbidden, .unauthenticated: true
    case .invalid, .conflict, .unavailable, .limited: false
    }
  }
}

/// A stream's place among those that are open, and its owner's in channels, for as long as anything holds on to it.
private final class LivePlace: Sendable {
  let account: String?
  private let seenIn: Set<String>
  private let site: Site

  init?(_ account: String?, seenIn: Set<String>, of site: Site) {
    guard site.live.hub.admit(account) else { return nil }
    (self.account, self.seenIn, self.site) = (account, seenIn, site)
    if let account { site.presence.enter(account, seenIn) }
  }

  deinit {
    site.live.hub.dismiss(account)
    if let account { site.presence.leave(account, seenIn, at: site.clock.now()) }
  }
}
