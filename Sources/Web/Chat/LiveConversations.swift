import Conference
import Database
import Markup

/// That something is otherwise in channels, for open pages that list somebody's conversations: such a page looks whether it lists them, and asks anew for what it shows.
/// What is not everybody's, as what two write to each other, is told on the own topics of those whose it is, and never here.
enum LiveConversations: LiveFeature {
  static let name = "conversations"
  /// Has a place on no page, as the next one.
  static let changed = LiveUpdate.put("<span id=\"\(changedID)\" hidden></span>", id: changedID, in: "")
  private static let (changedID, newsID) = ("conversations-changed", "conversations-news")
  /// So many of a node's pages ask in a second where all of them list what has changed.
  private static let pace = 500

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty && access.isLetIn
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] { [] }

  /// Up to which event that is known: a page that was rendered before may have missed something.
  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate] {
    [news(" data-newest=\"\(site.live.hub.published)\"", site)]
  }

  static func updates(of tallies: [LiveCounts.Tally], _ rest: String, _ site: Site) -> [LiveUpdate] {
    let heard = tallies.compactMap { tally -> String? in
      if case .heard(let channel) = tally { channel } else { nil }
    }
    let listed: HTML = HTML.when(tallies.contains(.listed), " data-listed")
    return [news(" data-heard=\"\(heard.joined(separator: " "))\"\(listed)", site)]
  }

  /// - Parameter what: attributes that say what has happened.
  private static func news(_ what: HTML, _ site: Site) -> LiveUpdate {
    let seconds = max(2, min(60, site.live.hub.count / pace))
    return .put("<span id=\"\(newsID)\" hidden\(what) data-within=\"\(seconds)\"></span>", id: newsID, in: "")
  }

  /// What an event has changed in lists of conversations; nil where that is nothing, or nothing that is everybody's.
  static func tally(_ event: Database.Event, _ site: Site) -> LiveCounts.Tally? {
    // Titles of channels, and which there are.
    if event.topic == "program" { return .listed }
    guard let (feature, rest) = LiveFeatures.find(event.topic), feature.name == LiveChat.name,
      let key = ChannelKey(rest)
    else { return nil }
    switch event.kind {
    case GeneralChannels.changed, GeneralChannels.removed: return .listed
    case ChannelRules.event: return nil
    default: return LiveChat.counted.contains(event.kind) || !isOpen(key, site) ? nil : .heard(rest)
    }
  }

  /// Whether all participants may read a channel.
  private static func isOpen(_ key: ChannelKey, _ site: Site) -> Bool {
    switch key.kind {
    case .general: true
    case .direct, .help: false
    default: Channel(key, in: site.edition.program(for: .participant)) != nil
    }
  }
}
