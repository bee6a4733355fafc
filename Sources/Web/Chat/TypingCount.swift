import Conference
import Markup

/// How many people are writing in a channel just now, never who. The page's script puts it into words, as only it knows whether one of them reads it.
enum TypingCount {
  static func id(_ channel: String) -> String { "typing-\(channel.replacing("/", with: "-"))" }

  static func update(_ channel: String, _ count: Int) -> LiveUpdate { .text(words(count), id: id(channel)) }

  private static func words(_ count: Int) -> String { count == 0 ? "" : "\(count)" }

  /// Its place, which is there also where nobody writes, so that nothing moves; nobody is interrupted by it.
  static func html(_ key: ChannelKey, _ site: Site) -> HTML {
    let count = site.typing.count(in: key.description, at: site.clock.now())
    return """
      <p class="chat-typing muted" aria-live="off" data-typing><span id="\(id(key.description))" hidden>\(words(count))</span><span></span></p>
      """
  }

  /// Takes a sign that somebody is writing. Who may not write is told so once they send it, and not while they type.
  static func note(_ act: Act) async throws -> Reply {
    let key = try ChatPages.key(act.visit)
    do {
      try await act.site.chat.noteTyping(in: key, by: act.personal.door, act.site.typing)
    } catch ConferenceError.forbidden(_) {}
    return .nothing
  }

  /// Takes it back, as what was written is sent.
  static func end(_ act: Act, _ key: ChannelKey) throws {
    act.site.typing.end(try act.personal.account.id, in: key.description)
  }
}
