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
  /// What was sent, and not taken.
  var refused: RefusedMessage?

  static let list = "messages"
  var path: String { "/chat/\(channel.key)" }
  private var site: Site { personal.visit.site }

  /// Reads it all for who asks.
  init(_ key: ChannelKey, _ personal: Personal, refused: RefusedMessage? = nil) async throws {
    let site = personal.visit.site
    self.personal = personal
    let door = personal.door
    let account = try personal.account
    channel = try await site.database.read { try door.channel(key, $0) }
    state = try await site.conversations.state(key, of: account.id)
    page = try await site.chat.page(key, MessageAnchor(personal.visit.query) ?? .newest, by: door)
    reacted = try await site.chat.reactions(of: account.id, to: page.messages)
    rules = try await site.moderation.rules(of: key.description)
    blocked = try await site.blocks.ids(blockedBy: account.id)
    takesPictures = try await ChatRules.current(site.database).pictures
    self.refused = refused
  }

  var html: HTML {
    """
    <div class="chat" data-part-body data-count="\(state.unread == 0 ? "" : "\(state.unread)")" data-topics="\(channel.key.topic)" data-cursor="\(personal.visit.cursor)" \
    data-chat="\(channel.key.description)" data-me="\(personal.access.account?.id)" data-token="\(personal.formToken.text)"\(MessageRow.signs) data-read="\(state.read ?? 0)" data-newest="\(state.newest)"\(RowModeration.attribute(channel.key, personal))\(HTML.when(personal.access.audience == .organizer, " data-organizes"))>
    <div class="chat-tools">\(skip)\(follow)\(markRead)<button class="button is-quiet" type="button" data-pause aria-pressed="false" hidden>Pause</button>\
    \(Around.link(channel.key, site))\(ChannelNotice.tools(channel, rules, personal))</div>
    \(ChannelNotice.html(rules))
    \(jump)\(replies)
    <div class="chat-log" role="log" aria-live="polite" aria-relevant="additions" aria-label="Messages" tabindex="0">
    \(page.older("Older messages", path))
    <ol class="messages" id="\(Self.list)" role="list"\(page.attributes)>\(rows)</ol>
    \(HTML.when(page.messages.isEmpty, "<p class=\"muted chat-empty\">Nothing is written here yet. Begin the conversation.</p>"))
    \(page.newer("Newer messages", path))
    </div>
    <p class="chat-new" hidden><button class="button" type="button" data-newest>New messages</button></p>
    \(TypingCount.html(channel.key, site))
    \(ChannelAbout.writers(channel))\(Composer(channel: channel, takesPictures: takesPictures, personal: personal, refused: refused).html)
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
    let count = state.unread - state.newReplies
    guard count > 0, let read = state.read, let first = page.messages.first, first.number > read + 1, page.hasOlder
    else { return .empty }
    return """
      <p class="chat-jump"><a class="button is-quiet" data-part-link href="\(url: path)?after=\(read)">\(count == 1 ? "A new message" : "First of \(count) new messages")</a></p>
      """
  }

  /// To the first reply that is new, as none of them stands among the messages.
  private var replies: HTML {
    guard state.read != nil, let first = state.firstReply else { return .empty }
    let count: HTML = state.newReplies == 1 ? "1 new reply" : "\(state.newReplies) new replies"
    return """
      <p class="chat-jump"><a class="button is-quiet" href="\(url: "/messages/\(first)")#m-\(first)">\(count)</a></p>
      """
  }

  /// What a script notes by itself once the end was in view.
  private var markRead: HTML {
    guard state.unread > 0 else { return .empty }
    return """
      <noscript><form action="\(url: path)/read" method="post">\(personal.tokenField)<input type="hidden" name="number" value="\(state.newest)"><input type="hidden" name="stay" value="1">\
      <button class="button is-quiet" type="submit">Mark as read</button></form></noscript>
      """
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
  var refused: RefusedMessage?
  /// The message that is replied to.
  var thread: String?

  var html: HTML {
    guard personal.access.mayWrite(in: channel) else {
      guard thread == nil else { return "<p class=\"muted\">Only organizers write here.</p>" }
      // A channel's own page says so above it; this is seen where that comes to an end while the page is open.
      return """
        <p class="muted chat-writable"><a href="\(url: "/chat/\(channel.key)")">Load the page again</a> to write here.</p>
        """
    }
    let path = "/chat/\(channel.key)"
    let isReply = thread != nil
    return """
      <form class="composer" id="reply" action="\(url: path)/messages" method="post" data-composer data-draft="\(path)\(thread.map { " " + $0 })">\(personal.tokenField)
      <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
      <label class="sr" for="message-text">\(isReply ? "Reply" : "Message")</label>
      <textarea class="field" id="message-text" name="text" rows="2" maxlength="\(MessageText.longest)" required dir="auto" data-names placeholder="\(isReply ? "Write a reply" : "Write a message")" \
      aria-describedby="message-state">\(refused?.typed)</textarea>
      <div class="composer-row"><button class="button is-main" type="submit">Send</button>
      <span class="muted" id="message-state" role="status" data-state>\(refused.map { "<span class=\"problem\">\($0.why)</span>" as HTML } ?? "Markdown and $formulas$ work.")</span></div>
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
