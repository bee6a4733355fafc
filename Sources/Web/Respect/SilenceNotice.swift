import Conference
import Markup

/// Why somebody may not write for now, of what concerns them and not everybody, in place of the form. What holds everywhere and what holds in one channel stand
/// apart, so that a page takes up either by itself; both have their places also where nothing does.
enum SilenceNotice {
  /// What one would write there; a page may hold both.
  private enum Place: String, CaseIterable {
    case messages = "silence"
    case questions = "asking-silence"

    var styles: String { self == .messages ? "composer-none is-silence" : "notice is-silence" }
    var here: String { self == .messages ? " in this channel" : " here" }
    var left: String { self == .messages ? "read" : "read and vote" }
    var again: String { self == .messages ? "write" : "ask" }
  }

  /// The help desk is open to everybody.
  static func html(in key: ChannelKey, _ personal: Personal) async throws -> HTML {
    guard key.kind != .help else { return .empty }
    let (site, me) = (personal.visit.site, try personal.account.id)
    return try await html(.messages, of: me, in: nil, site) + html(.messages, of: me, in: key, site)
  }

  /// A mute in the channel of what is asked about holds for questions, too.
  static func html(about subject: QuestionSubject, _ personal: Personal) async throws -> HTML {
    let (site, me) = (personal.visit.site, try personal.account.id)
    let everywhere = try await html(.questions, of: me, in: nil, site)
    guard let key = ChannelKey(subject.text) else { return everywhere }
    return try await everywhere + html(.questions, of: me, in: key, site)
  }

  /// - Parameter channel: empty for what holds everywhere.
  static func updates(of account: String, in channel: String, _ site: Site) async throws -> [LiveUpdate] {
    let key = ChannelKey(channel)
    guard key != nil || channel.isEmpty else { return [] }
    var updates: [LiveUpdate] = []
    for place in Place.allCases {
      updates.append(.put(try await html(place, of: account, in: key, site), id: id(place, key), in: ""))
    }
    return updates
  }

  private static func id(_ place: Place, _ key: ChannelKey?) -> String {
    key.map { "\(place.rawValue)-\($0.description.replacing("/", with: "-"))" } ?? place.rawValue
  }

  private static func html(_ place: Place, of account: String, in key: ChannelKey?, _ site: Site) async throws -> HTML {
    if let mute = try await site.moderation.mute(of: account, in: key) {
      return notice(place, key, words(mute, place), until: mute.until)
    }
    guard let channel = key, let obstacle = try await site.directChannels.obstacle(in: channel, to: account) else {
      return notice(place, key, nil)
    }
    return notice(place, key, "\(obstacle)." as HTML)
  }

  private static func notice(_ place: Place, _ key: ChannelKey?, _ words: HTML?, until end: Instant? = nil) -> HTML {
    """
    <p class="\(place.styles)" id="\(id(place, key))" role="status" tabindex="-1"\(HTML.when(words == nil, " hidden"))\(end.map { " data-to=\"\($0.iso8601)\"" as HTML })>\(words)</p>
    """
  }

  private static func words(_ mute: Mute, _ place: Place) -> HTML {
    let end = mute.until.map { " until \(LiveTime.html($0))" as HTML }
    return """
      A moderator has muted you\(HTML.when(!mute.isEverywhere, "\(place.here)"))\(end). You can \(place.left)\(HTML.when(mute.until != nil, ", and \(place.again) again after that")). \
      The <a href="/help/desk">help desk</a> is open to you.
      """
  }
}
