import Conference
import Markup

/// Why somebody may not write for now, of what concerns them and not everybody, in place of the box. What holds everywhere and what holds in one channel stand
/// apart, so that a page takes up either by itself; both have their places also where nothing does.
enum SilenceNotice {
  /// The help desk is open to everybody.
  static func html(in key: ChannelKey, _ personal: Personal) async throws -> HTML {
    guard key.kind != .help else { return .empty }
    let (site, me) = (personal.visit.site, try personal.account.id)
    return try await html(of: me, in: nil, site) + html(of: me, in: key, site)
  }

  /// - Parameter channel: empty for what holds everywhere.
  static func updates(of account: String, in channel: String, _ site: Site) async throws -> [LiveUpdate] {
    let key = ChannelKey(channel)
    guard key != nil || channel.isEmpty else { return [] }
    return [.put(try await html(of: account, in: key, site), id: id(key), in: "")]
  }

  private static func id(_ key: ChannelKey?) -> String {
    key.map { "silence-\($0.description.replacing("/", with: "-"))" } ?? "silence"
  }

  private static func html(of account: String, in key: ChannelKey?, _ site: Site) async throws -> HTML {
    if let mute = try await site.moderation.mute(of: account, in: key) {
      return notice(words(mute), id: id(key), until: mute.until)
    }
    guard let channel = key, let obstacle = try await site.directChannels.obstacle(in: channel, to: account) else {
      return notice(nil, id: id(key))
    }
    return notice("\(obstacle)." as HTML, id: id(key))
  }

  private static func notice(_ words: HTML?, id: String, until end: Instant? = nil) -> HTML {
    """
    <p class="composer-none is-silence" id="\(id)" role="status" tabindex="-1"\(HTML.when(words == nil, " hidden"))\(end.map { " data-to=\"\($0.iso8601)\"" as HTML })>\(words)</p>
    """
  }

  private static func words(_ mute: Mute) -> HTML {
    let end = mute.until.map { " until \(LiveTime.html($0))" as HTML }
    return """
      A moderator has muted you\(HTML.when(!mute.isEverywhere, " in this channel"))\(end). You can read\(HTML.when(mute.until != nil, ", and write again after that")). \
      The <a href="/help/desk">help desk</a> is open to you.
      """
  }
}
