import Conference
import Markup

/// Who is around in a channel: how many, told to its pages, and who, for those who ask.
enum Around {
  /// More names are only counted.
  private static let mostNames = 300

  static func id(_ channel: String) -> String { "here-\(channel.replacing("/", with: "-"))" }

  static func words(_ count: Int) -> String { count == 0 ? "" : "\(count) around" }

  static func update(_ channel: String, _ count: Int) -> LiveUpdate { .text(words(count), id: id(channel)) }

  /// The count, which leads to the names; nothing to see while there is nobody.
  static func link(_ key: ChannelKey, _ site: Site) -> HTML {
    """
    <a class="chat-here" id="\(id(key.description))" href="\(url: "/chat/\(key)/around")">\(words(site.presence.people(in: key.description).count))</a>
    """
  }

  static func page(_ personal: Personal) async throws -> Page {
    let (site, key, door) = (personal.visit.site, try ChatPages.key(personal.visit), personal.door)
    let channel = try await site.database.read { try door.channel(key, $0) }
    let people = site.presence.people(in: key.description)
    let hidden = try await site.blocks.ids(apartFrom: try personal.account.id)
    let names = try await site.people.names(of: people, limit: mostNames).filter { !hidden.contains($0.id) }
    return Page(
      title: "Around in \(channel.title)", section: .chat, styles: ["account"], isUnlisted: true,
      body: """
        <p class="crumb"><a href="/chat">Chat</a> / <a href="\(url: "/chat/\(key)")" dir="auto">\(channel.title)</a></p>
        <div class="page-head"><h1>Who is around</h1></div>
        \(names.isEmpty ? "<p>Nobody who wants to be seen just now.</p>" : list(names, key, personal))
        \(HTML.when(people.count > mostNames, "<p>And \(people.count - mostNames) more.</p>"))
        <p class="muted">Only who agreed is shown here. <a href="/account/profile">Choose it for yourself in your profile</a>.</p>
        """)
  }

  private static func list(_ names: [(id: String, name: String)], _ key: ChannelKey, _ personal: Personal) -> HTML {
    "<ul class=\"rows\">\(names.map { row($0.id, $0.name, key, isMe: $0.id == personal.access.account?.id) })</ul>"
  }

  private static func row(_ id: String, _ name: String, _ key: ChannelKey, isMe: Bool) -> HTML {
    let report: HTML = """
      <a class="button is-quiet" href="\(url: PersonInChannel.report(id, key))">Report<span class="sr"> \(name)</span></a>
      """
    return """
      <li><a href="\(url: PersonInChannel.page(id, key))" dir="auto">\(name)</a>\(HTML.when(!isMe, report))</li>
      """
  }
}
