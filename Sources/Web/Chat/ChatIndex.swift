import Conference
import Markup

/// Where one finds what one takes part in, and channels to begin with.
enum ChatIndex {
  static func page(_ personal: Personal) async throws -> Page {
    let site = personal.visit.site
    let mine = try await site.conversations.all(by: personal.door)
    let general = try await site.generalChannels.all()
    let ownPart = ownSection(mine, try await personal.ownPapers(), personal)
    let others = openSection(general.filter { channel in !mine.contains { $0.channel.key == channel.key } })
    let unread = Unread(of: mine)
    return Page(
      title: "Chat", section: .chat, styles: ["chat"], scripts: ["chat-index"], isUnlisted: true,
      body: """
        <div class="page-head"><h1>Chat</h1><form class="chat-search" action="/chat/search" role="search"><label class="sr" for="chat-q">Search what was written</label>
        <input class="field" id="chat-q" type="search" name="q" placeholder="Search what was written"><button class="button" type="submit">Search</button></form></div>
        \(HTML.when(personal.visit.query["done"] == "followed", "<p class=\"notice\" role=\"status\">You follow the channels of all your papers.</p>"))
        <div class="split" id="chat-lists" data-topics="\(LiveConversations.name)" data-cursor="\(personal.visit.cursor)" data-unread-count="\(unread.count)" data-for-you="\(unread.forMe)" data-newest="\(unread.newest)"><div class="main-part">\(mine.isEmpty ? others : ownPart)</div>
        <div class="aside-part">\(mine.isEmpty ? ownPart : others)
        <section class="section" aria-labelledby="notify" data-notify hidden><h2 id="notify">On this device</h2>
        <p>Be told here when there is something new in your conversations.</p><button class="button" type="button">Tell me on this device</button><p class="muted" role="status"></p></section></div></div>
        """)
  }

  private static func ownSection(_ mine: [Conversation], _ papers: [Paper], _ personal: Personal) -> HTML {
    """
    <section aria-labelledby="mine" data-list><h2 id="mine">My conversations</h2>
    <div id="conversations">\(conversations(mine, personal))</div>\(follow(papers, personal))</section>
    """
  }

  /// Those that are not among one's own already.
  private static func openSection(_ channels: [Channel]) -> HTML {
    """
    <section aria-labelledby="general" data-list><h2 id="general">For everybody</h2>
    <ul class="channel-list">\(channels.map { row($0) })</ul>
    <p class="muted">Every paper, keynote, workshop, social and sponsor has a channel on its page.</p></section>
    """
  }

  private static func conversations(_ all: [Conversation], _ personal: Personal) -> HTML {
    guard !all.isEmpty else {
      return
        "<p class=\"muted\">What you write in or follow stands here. Say hello in the corridor, or follow the chat of a paper.</p>"
    }
    return """
      <ul class="channel-list">\(all.map { conversation($0) })</ul>
      \(HTML.when(all.contains { $0.isNew }, "<form action=\"/chat/read\" method=\"post\">\(personal.tokenField)<button class=\"button is-quiet\" type=\"submit\">Mark all as read</button></form>"))
      """
  }

  private static func conversation(_ one: Conversation) -> HTML {
    let last = one.last.map { message -> HTML in
      let text = message.body.isEmpty ? "a picture" : Excerpt.beginning(of: Markdown.plain(message.body), length: 90)
      return
        "<bdi>\(message.name)</bdi>: <bdi>\(text)</bdi> <span class=\"message-when\">\(LiveTime.html(message.sent))</span>"
    }
    return """
      <li id="\(id(one.channel))" data-channel="\(one.channel.key.description)"\(HTML.when(one.isNew, " class=\"is-new\""))><a href="\(url: "/chat/\(one.channel.key)")" dir="auto">\(one.channel.title)</a>\(unread(one))\(forMe(one))<div class="muted">\(last)</div></li>
      """
  }

  /// By which one is at its row still when its list comes anew.
  private static func id(_ channel: Channel) -> String {
    "in-\(channel.key.description.replacing("/", with: "-"))"
  }

  private static func unread(_ one: Conversation) -> HTML {
    guard one.unread > 0 else { return .empty }
    return " <span class=\"count\">\(one.unread > 98 ? "99+" : "\(one.unread)")<span class=\"sr\"> new</span></span>"
  }

  /// To the first that names the reader, where it stands.
  private static func forMe(_ one: Conversation) -> HTML {
    guard let first = one.firstForMe else { return .empty }
    return " <a class=\"count is-for-me\" href=\"\(url: MessageRow.address(first))\">@ \(one.forMe) for you</a>"
  }

  private static func row(_ channel: Channel) -> HTML {
    """
    <li id="\(id(channel))"><a href="\(url: "/chat/\(channel.key)")" dir="auto">\(channel.title)</a><div class="muted" dir="auto">\(channel.purpose)</div></li>
    """
  }

  /// All of an author's papers at once.
  private static func follow(_ papers: [Paper], _ personal: Personal) -> HTML {
    guard !papers.isEmpty else { return .empty }
    return """
      <form class="notice" action="/chat/papers" method="post">\(personal.tokenField)<p>You are an author of \(papers.count == 1 ? "a paper" : "\(papers.count) papers") here.</p>
      <button class="button" type="submit">Follow the chat of \(papers.count == 1 ? "my paper" : "all my papers")</button></form>
      """
  }
}

extension Conversation {
  fileprivate var isNew: Bool { unread > 0 || forMe > 0 }
}
