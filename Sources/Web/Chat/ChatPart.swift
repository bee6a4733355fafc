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
  let muted: [String]
  let takesPictures: Bool
  /// What keeps the reader from writing for now, and not everybody.
  let silence: HTML
  let personal: Personal
  /// What was sent, and not taken.
  var refused: RefusedForm?

  static let list = "messages"
  var path: String { "/chat/\(channel.key)" }
  private var site: Site { personal.visit.site }

  /// Reads it all for who asks.
  init(_ key: ChannelKey, _ personal: Personal, refused: RefusedForm? = nil) async throws {
    let site = personal.visit.site
    self.personal = personal
    let door = personal.door
    let account = try personal.account
    channel = try await site.database.read { try door.channel(key, $0) }
    state = try await site.conversations.state(key, of: account.id)
    page = try await site.chat.page(key, try await Self.anchor(key, personal), by: door)
    reacted = try await site.chat.reactions(of: account.id, to: page.messages)
    rules = try await site.moderation.rules(of: key.description)
    blocked = try await site.blocks.ids(blockedBy: account.id)
    muted = try await RowModeration.muted(in: key, personal)
    takesPictures = try await ChatRules.current(site.database).pictures
    silence = try await SilenceNotice.html(in: key, personal)
    self.refused = refused
  }

  /// Where its page stands: as the address says, or around the message whose id it gives.
  private static func anchor(_ key: ChannelKey, _ personal: Personal) async throws -> MessageAnchor {
    if let anchor = MessageAnchor(personal.visit.query) { return anchor }
    guard let id = personal.visit.query["message"] else { return .newest }
    return try await personal.visit.site.chat.anchor(of: id, in: key, by: personal.door) ?? .newest
  }

  var html: HTML {
    """
    <div class="chat" data-part-body data-count="\(state.unread == 0 ? "" : "\(state.unread)")" data-topics="\(channel.key.topic) \(LiveMe.name)" data-cursor="\(personal.visit.cursor)" \
    data-chat="\(channel.key.description)" data-me="\(personal.access.account?.id)" data-token="\(personal.formToken.text)"\(MessageRow.signs) data-read="\(state.read ?? 0)" data-newest="\(state.newest)"\(sought)\(RowModeration.attribute(channel.key, muted: muted, personal))\(HTML.when(personal.access.audience == .organizer, " data-organizes"))>
    <div class="chat-tools">\(skip)\(follow)\(markRead)\(crowd)\(ChannelNotice.tools(channel, rules, personal))</div>
    \(ChannelNotice.html(rules))
    \(jump)\(replies)\(HTML.when(page.messages.isEmpty, AnnouncementsChannel.html(channel.key)))
    <div class="chat-log" role="log" aria-live="polite" aria-relevant="additions" aria-label="Messages" tabindex="0">
    \(page.older("Older messages", path))
    <ol class="messages" id="\(Self.list)" role="list"\(page.attributes)\(page.without(blocked))>\(rows)</ol>
    \(HTML.when(page.messages.isEmpty, "<p class=\"muted chat-empty\">\(empty)</p>"))
    \(page.newer("Newer messages", path))
    </div>
    <p class="chat-new" hidden><button class="button" type="button" data-newest>New messages</button></p>
    \(TypingCount.html(channel.key, site))
    \(Composer(channel: channel, takesPictures: takesPictures, personal: personal, refused: refused, silence: silence).html)
    <script type="application/json" data-reacted>\(json: JSONText.object(reacted))</script>
    </div>
    """
  }

  /// What will stand here, while nothing does.
  private var empty: HTML {
    switch channel.key.kind {
    case .help: "The answer will stand here."
    case .direct: "Only the two of you will read it."
    default: "Nothing is written here yet. Begin the conversation."
    }
  }

  /// What there is to see and do where many write: not where somebody waits for an answer.
  private var crowd: HTML {
    guard channel.key.kind != .help else { return .empty }
    return """
      <button class="button is-quiet" type="button" data-pause data-focus="pause" aria-pressed="false" title="New messages are neither read out nor scrolled to" hidden>Pause</button>\
      \(Around.link(channel.key, site))
      """
  }

  /// Which message the page was asked for, whether it is there or not.
  private var sought: HTML {
    personal.visit.query["message"].map { " data-sought=\"\($0)\"" as HTML } ?? .empty
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
    "<a class=\"button is-quiet chat-skip\" href=\"#message-text\">Skip the messages</a>"
  }

  private var follow: HTML {
    """
    <form action="\(url: path)/follow" method="post">\(personal.tokenField)\(HTML.when(state.isFollowed, "<input type=\"hidden\" name=\"off\" value=\"1\">"))\
    <button class="button is-quiet" type="submit" data-focus="follow" aria-pressed="\(state.isFollowed ? "true" : "false")">\(state.isFollowed ? "Following" : "Follow")</button></form>
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
