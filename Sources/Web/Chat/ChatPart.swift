import Conference
import Foundation
import Markup

/// What is written in a channel, with the box to write in: a page of its own, and a part of the page of what it is about.
struct ChatPart {
  let channel: Channel
  let page: MessagePage
  let state: ChannelState
  let reacted: [String: [String]]
  let rules: ChannelRules
  let blocked: Set<String>
  let takesPictures: Bool
  let personal: Personal
  /// What was wrong with what was sent, with the text that was typed.
  var problem: (text: String, typed: String)?

  static let list = "messages"
  var path: String { "/chat/\(channel.key)" }
  private var site: Site { personal.visit.site }

  /// Reads it all for who asks.
  init(_ key: ChannelKey, _ personal: Personal, problem: (text: String, typed: String)? = nil) async throws {
    let site = personal.visit.site
    self.personal = personal
    let door = personal.door
    let account = try personal.account
    channel = try await site.database.read { try door.channel(key, $0) }
    state = try await site.conversations.state(key, of: account.id)
    page = try await site.chat.page(key, try Self.anchor(personal.visit.query, state), by: door)
    reacted = try await site.chat.reactions(of: account.id, to: page.messages)
    rules = try await site.moderation.rules(of: key.description)
    blocked = try await site.blocks.ids(blockedBy: account.id)
    takesPictures = try await ChatRules.current(site.database).pictures
    self.problem = problem
  }

  private static func anchor(_ query: Query, _ state: ChannelState) throws -> MessageAnchor {
    if let number = query["before"].flatMap({ Int64($0) }) { return .before(number) }
    if let number = query["after"].flatMap({ Int64($0) }) { return .after(number) }
    if let number = query["around"].flatMap({ Int64($0) }) { return .around(number) }
    return .newest
  }

  var html: HTML {
    """
    <div class="chat" data-part-body data-count="\(state.unread == 0 ? "" : "\(state.unread)")" data-topics="\(channel.key.topic)" data-cursor="\(personal.visit.cursor)" \
    data-chat="\(channel.key.description)" data-me="\(personal.access.account?.id)" data-token="\(personal.formToken.text)" data-read="\(state.read ?? 0)" data-newest="\(state.newest)"\(RowModeration.attribute(channel.key, personal))>
    <div class="chat-tools">\(skip)\(follow)<button class="button is-quiet" type="button" data-pause aria-pressed="false" hidden>Pause</button>\
    \(Around.link(channel.key, site))\(ChannelNotice.tools(channel, rules, personal))</div>
    \(ChannelNotice.html(rules))
    \(jump)
    <div class="chat-log" role="log" aria-live="polite" aria-relevant="additions" aria-label="Messages" tabindex="0">
    \(HTML.when(page.hasOlder, link("before", page.messages.first?.number, "Older messages")))
    <ol class="messages" id="\(Self.list)" role="list"\(HTML.when(page.hasOlder, " data-older")) data-whole="\(page.hasNewer ? "no" : "yes")">\(rows)</ol>
    \(HTML.when(page.messages.isEmpty, "<p class=\"muted chat-empty\">Nothing is written here yet. Begin the conversation.</p>"))
    \(HTML.when(page.hasNewer, link("after", page.messages.last?.number, "Newer messages")))
    </div>
    <p class="chat-new" hidden><button class="button" type="button" data-newest>New messages</button></p>
    \(TypingCount.html(channel.key, site))
    \(Composer(channel: channel, takesPictures: takesPictures, personal: personal, problem: problem).html)
    <script type="application/json" data-reacted>\(json: JSONText.object(reacted))</script>
    </div>
    """
  }

  private var rows: HTML {
    var html = HTML.empty
    var isMarked = state.read == nil
    for message in page.messages where !blocked.contains(message.author) {
      if !isMarked, let read = state.read, message.number > read, message.author != personal.access.account?.id {
        html += "<li class=\"unread-line\" id=\"unread\">New since you were here</li>"
        isMarked = true
      }
      html += MessageRow.html(message, site)
    }
    return html
  }

  /// To the first that is new, where it is not on this page.
  private var jump: HTML {
    guard state.unread > 0, let read = state.read, let first = page.messages.first, first.number > read + 1,
      page.hasOlder
    else { return .empty }
    return """
      <p class="chat-jump"><a class="button is-quiet" data-part-link href="\(url: path)?after=\(read)">First of \(state.unread) new messages</a></p>
      """
  }

  private func link(_ name: StaticString, _ number: Int64?, _ label: HTML) -> HTML {
    guard let number else { return .empty }
    return
      "<p class=\"chat-more\"><a class=\"button is-quiet\" data-part-link href=\"\(url: path)?\(HTML(stringLiteral: name))=\(number)\">\(label)</a></p>"
  }

  /// Past a page of messages, for who goes by keys.
  private var skip: HTML {
    HTML.when(
      personal.access.mayWrite(in: channel),
      "<a class=\"button is-quiet chat-skip\" href=\"#message-text\">Skip the messages</a>")
  }

  private var follow: HTML {
    """
    <form action="\(url: path)/follow" method="post">\(personal.tokenField)\(HTML.when(state.isFollowed, "<input type=\"hidden\" name=\"off\" value=\"1\">"))\
    <button class="button is-quiet" type="submit" data-focus="follow" aria-pressed="\(state.isFollowed ? "true" : "false")">\(state.isFollowed ? "Following" : "Follow")</button></form>
    """
  }
}

/// The box in which one writes.
struct Composer {
  let channel: Channel
  let takesPictures: Bool
  let personal: Personal
  var problem: (text: String, typed: String)?
  /// The message that is replied to.
  var thread: String?

  var html: HTML {
    guard personal.access.mayWrite(in: channel) else {
      return "<p class=\"muted\">Only organizers write here.</p>"
    }
    let path = "/chat/\(channel.key)"
    let isReply = thread != nil
    return """
      <form class="composer" id="reply" action="\(url: path)/messages" method="post" data-composer data-draft="\(path)\(thread.map { " " + $0 })">\(personal.tokenField)
      <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
      <label class="sr" for="message-text">\(isReply ? "Reply" : "Message")</label>
      <textarea class="field" id="message-text" name="text" rows="2" maxlength="\(MessageText.longest)" required dir="auto" placeholder="\(isReply ? "Write a reply" : "Write a message")" \
      aria-describedby="message-state">\(problem?.typed)</textarea>
      <div class="composer-row"><button class="button is-main" type="submit">Send</button>
      <span class="muted" id="message-state" role="status" data-state>\(problem.map { "<span class=\"problem\">\($0.text)</span>" as HTML } ?? "Markdown and $formulas$ work.")</span></div>
      </form>\(HTML.when(takesPictures, picture(path)))
      """
  }

  private func picture(_ path: String) -> HTML {
    """
    <details class="picture-form"><summary>Send a picture</summary><form action="\(url: path)/pictures" method="post" enctype="multipart/form-data" class="actions">\(personal.tokenField)
    <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
    <label class="sr" for="message-picture">Picture: JPEG, PNG or WebP, at most 5 MB</label><input id="message-picture" type="file" name="picture" accept="image/jpeg,image/png,image/webp" required>
    <label class="sr" for="picture-text">What it shows</label><input class="field" id="picture-text" name="text" maxlength="300" placeholder="What it shows" required dir="auto">
    <button class="button" type="submit">Send the picture</button></form></details>
    """
  }
}

/// JSON for scripts.
enum JSONText {
  static func object(_ value: [String: [String]]) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }
}
