import Conference
import Markup

/// What was written, searched in the channels that somebody may read.
struct ChatSearchPage {
  /// As it was typed.
  let text: String
  let writer: String
  /// Where it was looked for; nil for everywhere.
  let channel: Channel?
  /// Where it can be looked for.
  let channels: [Channel]
  /// The newest, or those before what an address says.
  let found: [(channel: Channel, message: Message)]
  private let isOlder: Bool
  private let hasOlder: Bool
  private var isAsked: Bool { !MessageChoice(text, writer: writer).isEmpty }

  static func page(_ personal: Personal) async throws -> Page {
    let search = try await ChatSearchPage(personal)
    return Page(
      title: "Search what was written", section: .chat, styles: ["chat"], isUnlisted: true,
      body: """
        <p class="crumb"><a href="/chat">Chat</a></p>
        <div class="page-head"><h1>Search what was written</h1></div>
        \(search.form)
        <p class="muted" role="status">\(search.words)</p>
        <ul class="channel-list">\(search.found.map { row($0.channel, $0.message) })</ul>
        \(search.older)
        """)
  }

  private init(_ personal: Personal) async throws {
    let (site, query, door) = (personal.visit.site, personal.visit.query, personal.door)
    (text, writer) = (query["q"] ?? "", query["from"] ?? "")
    var known = try await site.generalChannels.all()
    known += try await site.conversations.all(by: door).map(\.channel).filter { $0.key.kind != .general }.prefix(100)
    if let name = query["in"] {
      guard let key = ChannelKey(name) else { throw ConferenceError.notFound("channel") }
      let chosen = try await site.database.read { try door.channel(key, $0) }
      if !known.contains(where: { $0.key == key }) { known.append(chosen) }
      channel = chosen
    } else {
      channel = nil
    }
    channels = known
    let before = query["before"].flatMap { Int64($0) }
    let all = try await site.chat.search(
      MessageChoice(text, writer: writer, in: channel?.key), by: door, before: before ?? .max, limit: Paging.size + 1)
    found = Array(all.prefix(Paging.size))
    (isOlder, hasOlder) = (before != nil, all.count > Paging.size)
  }

  private var form: HTML {
    let options = channels.map { one in
      "<option value=\"\(one.key.description)\"\(HTML.when(one.key == channel?.key, " selected"))>\(one.title)</option>"
        as HTML
    }
    return """
      <form class="chat-search is-whole" action="/chat/search" role="search">
      <p><label for="chat-q">Words</label><input class="field" id="chat-q" type="search" name="q" value="\(text)" dir="auto"></p>
      <p><label for="chat-from">Written by</label><input class="field" id="chat-from" type="search" name="from" value="\(writer)" dir="auto" autocomplete="off" placeholder="Anybody"></p>
      <p><label for="chat-in">In</label><select class="field" id="chat-in" name="in"><option value="">All channels</option>\(options)</select></p>
      <button class="button is-main" type="submit">Search</button></form>
      """
  }

  private var words: HTML {
    guard isAsked else { return "Type words of a message, or the name of who wrote it." }
    let place: HTML = channel.map { " in <bdi>\($0.title)</bdi>" as HTML } ?? .empty
    let by: HTML = writer.isEmpty ? .empty : " by anybody called “<bdi>\(writer)</bdi>”"
    guard !found.isEmpty else {
      let with: HTML = text.isEmpty ? .empty : " with all these words"
      return
        "Nothing that you can read was written\(with)\(by)\(place). \(HTML.when(channel != nil || !writer.isEmpty, wider))"
    }
    let count: HTML = isOlder ? "\(found.count) more" : hasOlder ? "The newest \(found.count)" : "\(found.count) found"
    return "\(count)\(by)\(place)"
  }

  private var older: HTML {
    guard hasOlder, let last = found.last?.message else { return .empty }
    let narrow = channel.map { "&in=\(Query.encoded($0.key.description))" } ?? ""
    let address = "/chat/search?q=\(Query.encoded(text))&from=\(Query.encoded(writer))\(narrow)&before=\(last.number)"
    return "<p class=\"chat-more\"><a class=\"button is-quiet\" href=\"\(url: address)\">Older messages</a></p>"
  }

  /// To the same words without what narrows them.
  private var wider: HTML {
    guard !text.isEmpty else { return .empty }
    return "<a href=\"\(url: "/chat/search?q=\(Query.encoded(text))")\">Search all channels for what anybody wrote</a>"
  }

  private static func row(_ channel: Channel, _ message: Message) -> HTML {
    """
    <li><a href="\(url: MessageRow.address(message))"><bdi>\(message.name)</bdi> in <bdi>\(channel.title)</bdi></a><div dir="auto">\(Excerpt.beginning(of: Markdown.plain(message.body), length: 240)) \
    <span class="muted">\(LiveTime.html(message.sent))</span></div></li>
    """
  }
}
