import Conference
import Markup

/// The pages of chat.
enum ChatPages {
  /// A channel by itself.
  static func channel(_ personal: Personal, refused: RefusedForm? = nil) async throws -> Page {
    let key = try key(personal.visit)
    let part = try await ChatPart(key, personal, refused: refused)
    return Page(
      title: "Chat: \(part.channel.title)", section: .chat, styles: styles, scripts: scripts, isUnlisted: true,
      body: """
        <div class="channel-head"><p class="crumb"><a href="/chat">Chat</a></p>
        <div class="page-head"><div><h1 dir="auto" data-maths id="\(ChannelAbout.titleID)">\(part.channel.title)</h1>\(about(part.channel))</div></div></div>
        \(part.html)
        """
    ).refusing(refused?.refusal)
  }

  static let styles = ["chat", "chat-row", "chat-extras", "composer"]
  static let scripts = ["chat", "maths"]

  static func key(_ visit: Visit) throws -> ChannelKey {
    guard let key = ChannelKey("\(try visit.parameter("kind"))/\(try visit.parameter("name"))") else {
      throw ConferenceError.notFound("channel")
    }
    return key
  }

  private static func about(_ channel: Channel) -> HTML {
    switch channel.key.kind {
    case .general: ChannelAbout.purpose(channel)
    case .direct: "<p class=\"muted\">Only the two of you read this.</p>"
    case .help: "<p><a href=\"\(url: "/help/requests/\(channel.key.name)")\">To the question</a></p>"
    default:
      "<p><a href=\"\(url: "/\(channel.key)")\">To the page of the \(word(channel.key.kind))</a></p>"
    }
  }

  static func word(_ kind: ChannelKey.Kind) -> String {
    switch kind {
    case .papers: "paper"
    case .plenary: "plenary session"
    default: String(kind.rawValue.dropLast())
    }
  }

  /// A message with what was replied to it, and with what one may do with it.
  static func message(_ personal: Personal, _ id: String, reply: RefusedForm? = nil, edit: RefusedForm? = nil)
    async throws
    -> Page
  {
    let site = personal.visit.site
    let thread = try await site.chat.thread(id, MessageAnchor(personal.visit.query), by: personal.door)
    let (channel, root, chosen, page) = (thread.channel, thread.root, thread.chosen, thread.page)
    let me = try personal.account.id
    let reacted = try await site.chat.reactions(of: me, to: [root, chosen] + page.messages)
    let blocked = try await site.blocks.ids(blockedBy: me)
    let read = try await site.conversations.read(with: thread, of: me)
    let takesPictures = try await ChatRules.current(site.database).pictures
    let rules = try await site.moderation.rules(of: channel.key.description)
    let muted = try await RowModeration.muted(in: channel.key, personal)
    let composer = Composer(
      channel: channel, takesPictures: takesPictures, personal: personal, refused: reply, thread: root.id,
      silence: try await SilenceNotice.html(in: channel.key, personal))
    let mayRestore = try await site.moderation.mayRestore(.message(chosen.id), of: chosen.author, by: personal.access)
    return Page(
      title: "\(root.name) in \(channel.title)", section: .chat, styles: styles, scripts: scripts, isUnlisted: true,
      body: """
        <p class="crumb"><a href="/chat">Chat</a> / <a href="\(url: "/chat/\(channel.key)")?around=\(root.number)#m-\(root.id)" dir="auto" id="\(ChannelAbout.titleID)">\(channel.title)</a></p>
        <div class="page-head"><h1 class="sr">A message of \(root.name)</h1></div>
        <div class="chat is-thread" data-topics="\(channel.key.topic) \(LiveMe.name)" data-chat="\(channel.key.description)" data-me="\(personal.access.account?.id)" data-token="\(personal.formToken.text)"\(MessageRow.signs)\
        \(read.map { " data-read=\"\($0.before)\" data-newest=\"\($0.now)\"" as HTML })\(RowModeration.attribute(channel.key, muted: muted, personal))\(HTML.when(personal.access.audience == .organizer, " data-organizes"))>
        \(ChannelNotice.html(rules))
        <ol class="messages" role="list">\(MessageRow.html(root, site))</ol>
        <section aria-labelledby="replies-name"><h2 id="replies-name">Replies</h2>
        \(page.older("Older replies", "/messages/\(root.id)"))
        <ol class="messages is-replies" id="replies-\(root.id)" role="list"\(page.attributes)\(page.without(blocked))>\(page.messages.filter { !blocked.contains($0.author) }.map { MessageRow.html($0, site) })</ol>
        \(HTML.when(page.messages.isEmpty, "<p class=\"muted chat-empty\">None yet.</p>"))
        \(page.newer("Newer replies", "/messages/\(root.id)"))
        \(composer.html)</section>
        <section id="actions" class="message-actions" aria-labelledby="actions-name"><h2 id="actions-name">About \(chosen.id == root.id ? "the message" : "the reply") of \(chosen.name)</h2>
        \(MessageActions(message: chosen, reacted: reacted[chosen.id] ?? [], personal: personal, mayRestore: mayRestore, refused: edit).html)</section>
        <script type="application/json" data-reacted>\(json: JSONText.object(reacted))</script>
        </div>
        """
    ).refusing((reply ?? edit)?.refusal)
  }
}
