import Conference
import Markup

/// The pages of chat.
enum ChatPages {
  /// A channel by itself.
  static func channel(_ personal: Personal, problem: (text: String, typed: String)? = nil) async throws -> Page {
    let key = try key(personal.visit)
    let part = try await ChatPart(key, personal, problem: problem)
    var page = Page(
      title: "Chat: \(part.channel.title)", section: .chat, styles: styles, scripts: scripts, isUnlisted: true,
      body: """
        <p class="crumb"><a href="/chat">Chat</a></p>
        <div class="page-head"><div><h1 dir="auto" data-maths id="\(ChannelAbout.titleID)">\(part.channel.title)</h1>\(about(part.channel))</div></div>
        \(part.html)
        """)
    if problem != nil { page.status = 422 }
    return page
  }

  static let styles = ["chat", "chat-row"]
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
  static func message(_ personal: Personal, _ id: String, problem: (text: String, typed: String)? = nil) async throws
    -> Page
  {
    let site = personal.visit.site
    let thread = try await site.chat.thread(id, by: personal.door)
    let (channel, root, replies, chosen) = (thread.channel, thread.root, thread.replies, thread.chosen)
    let me = try personal.account.id
    let reacted = try await site.chat.reactions(of: me, to: [chosen])
    let blocked = try await site.blocks.ids(blockedBy: me)
    let read = try await site.conversations.read(with: thread, of: me)
    let takesPictures = try await ChatRules.current(site.database).pictures
    var page = Page(
      title: "\(root.name) in \(channel.title)", section: .chat, styles: styles, scripts: scripts, isUnlisted: true,
      body: """
        <p class="crumb"><a href="/chat">Chat</a> / <a href="\(url: "/chat/\(channel.key)")?around=\(root.number)#m-\(root.id)" dir="auto">\(channel.title)</a></p>
        <div class="page-head"><h1 class="sr">A message of \(root.name)</h1></div>
        <div class="chat is-thread" data-topics="\(channel.key.topic)" data-chat="\(channel.key.description)" data-me="\(personal.access.account?.id)" data-token="\(personal.formToken.text)"\
        \(read.map { " data-read=\"\($0.before)\" data-newest=\"\($0.now)\"" as HTML })\(RowModeration.attribute(channel.key, personal))>
        <ol class="messages" role="list">\(MessageRow.html(root, site))</ol>
        <section aria-labelledby="replies-name"><h2 id="replies-name">Replies</h2>
        \(HTML.when(thread.hasOlder, "<p class=\"muted\">The newest replies; older ones are found by search.</p>"))
        <ol class="messages is-replies" id="replies-\(root.id)" role="list"\(HTML.when(thread.hasOlder, " data-older"))>\(replies.filter { !blocked.contains($0.author) }.map { MessageRow.html($0, site) })</ol>
        \(HTML.when(replies.isEmpty, "<p class=\"muted\">None yet.</p>"))
        \(Composer(channel: channel, takesPictures: takesPictures, personal: personal, problem: problem, thread: root.id).html)</section>
        <section id="actions" class="message-actions" aria-labelledby="actions-name"><h2 id="actions-name">About \(chosen.id == root.id ? "the message" : "the reply") of \(chosen.name)</h2>
        \(MessageActions(message: chosen, reacted: reacted[chosen.id] ?? [], personal: personal).html)</section>
        <script type="application/json" data-reacted>\(json: JSONText.object(reacted))</script>
        </div>
        """)
    if problem != nil { page.status = 422 }
    return page
  }
}

/// What somebody may do with a message.
struct MessageActions {
  let message: Message
  let reacted: [String]
  let personal: Personal
  private var path: String { "/messages/\(message.id)" }

  var html: HTML {
    guard message.isShown else {
      return "<p class=\"muted\">It is not shown any more.</p>" + MessageModeration.html(message, personal)
    }
    let isMine = personal.access.mayEdit(message)
    return """
      <div class="actions" id="react">\(zip(Reaction.all, Reaction.names).map { react($0, $1) })</div>
      <p class="actions"><a class="button is-quiet" href="\(url: path)">Link to it</a>\(
        HTML.when(!isMine, "<a class=\"button is-quiet\" href=\"\(url: "/report/messages/\(message.id)")\">Report</a>"))</p>
      \(HTML.when(isMine, own))\(MessageModeration.html(message, personal))
      """
  }

  private func react(_ sign: String, _ name: String) -> HTML {
    let isOn = reacted.contains(sign)
    return """
      <form action="\(url: path)/reactions" method="post">\(personal.tokenField)<input type="hidden" name="sign" value="\(sign)">\(HTML.when(isOn, "<input type=\"hidden\" name=\"off\" value=\"1\">"))\
      <button class="button is-quiet" type="submit" aria-pressed="\(isOn ? "true" : "false")">\(sign)<span class="sr"> \(name)</span></button></form>
      """
  }

  private var own: HTML {
    """
    <details><summary>Change it</summary><form class="stack" action="\(url: path)" method="post">\(personal.tokenField)
    <label for="edit-text">The message</label><textarea class="field" id="edit-text" name="text" rows="4" maxlength="\(MessageText.longest)" required dir="auto">\(message.body)</textarea>
    <button class="button is-main" type="submit">Save</button></form></details>
    <form action="\(url: path)/removal" method="post">\(personal.tokenField)<button class="button" type="submit">Take it back</button>
    <p class="muted">Its text goes; that something stood here remains.</p></form>
    """
  }
}
