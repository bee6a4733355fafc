import Conference
import Database
import Hummingbird
import Markup

extension Routes {
  /// What people write to each other: channels, messages with their threads, and what is one's own among them.
  func addChat() {
    personal("chat", .participant) { try await ChatIndex.page($0) }
    personal("chat/search", .participant) { try await ChatSearchPage.page($0) }
    form("chat/read", .participant) { act in
      try await act.site.conversations.readAll(of: try act.personal.account.id)
      return .seeOther("/chat")
    }
    form("chat/papers", .participant) { act in
      let papers = try await act.personal.ownPapers()
      try await act.site.conversations.follow(papers.map { ChannelKey($0) }, true, by: act.personal.door)
      return .seeOther("/chat?done=followed")
    }
    ownFile("chat/unread.json") { personal in
      let site = personal.visit.site
      let news = try await site.conversations.news(by: personal.door)
      var counts = ["unread": news.count, "forYou": news.forMe, "newest": Int(news.newest)]
      // For the header of pages that an audience shares.
      counts["cases"] = try await site.untakenCases(for: personal.access)
      counts["help"] = try await site.waitingHelp(for: personal.access)
      return try .json(counts)
    }
    addChannels()
    addMessages()
  }

  private func addChannels() {
    personal("chat/:kind/:name", .participant) { try await ChatPages.channel($0) }
    personal("chat/:kind/:name/around", .participant) { try await Around.page($0) }
    form("chat/:kind/:name/messages", .participant) { try await ChatActions.post($0) }
    upload("chat/:kind/:name/pictures", .participant, limit: PictureFolder.largestFile + (64 << 10)) {
      try await ChatActions.postPicture($0)
    }
    form("chat/:kind/:name/typing", .participant) { try await TypingCount.note($0) }
    form("chat/:kind/:name/follow", .participant) { act in
      let key = try ChatPages.key(act.visit)
      try await act.site.conversations.follow([key], act.form["off"] == nil, by: act.personal.door)
      return .seeOther("/chat/\(key)")
    }
    form("chat/:kind/:name/read", .participant) { act in
      let key = try ChatPages.key(act.visit)
      let number = act.form["number"].flatMap { Int64($0) } ?? 0
      try await act.site.conversations.read(key, upTo: number, by: act.personal.door)
      return .seeOther(act.form["stay"] == nil ? "/chat/unread.json" : "/chat/\(key)")
    }
    ownFile("chat/:kind/:name/names.json") { personal in
      let key = try ChatPages.key(personal.visit)
      let start = personal.visit.query["start"] ?? ""
      return try .json(try await personal.visit.site.chat.names(beginning: start, in: key, by: personal.door))
    }
    form("people/:id/channel", .participant) { act in
      let key = try await act.site.directChannels.open(with: try act.visit.parameter("id"), by: act.personal.access)
      return .seeOther("/chat/\(key)")
    }
  }

  private func addMessages() {
    personal("messages/:id", .participant) { try await ChatPages.message($0, try $0.visit.parameter("id")) }
    form("messages/:id", .participant) { try await ChatActions.edit($0) }
    form("messages/:id/removal", .participant) { act in
      let id = try act.visit.parameter("id")
      if let picture = try await act.site.chat.remove(id, by: act.personal.door) {
        act.site.messagePictures.remove(picture)
      }
      return .seeOther("/messages/\(id)")
    }
    form("messages/:id/reactions", .participant) { act in
      let id = try act.visit.parameter("id")
      try await act.site.chat.react(
        id, try act.field("sign", "Reaction"), act.form["off"] == nil, by: act.personal.door)
      return .seeOther("/messages/\(id)#react")
    }
    ownFile("messages/:id/picture.jpg") { personal in
      let id = try personal.visit.parameter("id")
      let site = personal.visit.site
      let message = try await site.chat.message(id, by: personal.door)
      guard message.isShown, let name = message.picture, let bytes = site.messagePictures.bytes(name) else {
        throw ConferenceError.notFound("picture")
      }
      return OwnFile(type: "image/jpeg", bytes: bytes)
    }
  }
}

/// What the forms of chat do.
enum ChatActions {
  static func post(_ act: Act) async throws -> Reply {
    let key = try ChatPages.key(act.visit)
    do {
      let text = try MessageText(act.form["text"] ?? "", client: act.form["client"], prose: Markdown.prose)
      let message = try await act.site.chat.post(
        text, in: key, thread: act.form["thread"], by: act.personal.door)
      try TypingCount.end(act, key)
      return .seeOther(address(of: message, key))
    } catch let error as ConferenceError {
      // Whoever floods a channel by a script is not given its page each time.
      guard !act.isByScript, let refused = RefusedForm(error, act.form) else { throw error }
      return try await answer(refused, act)
    }
  }

  /// The page on which it was written, with the text in its box: a reply that is sent again is a reply.
  private static func answer(_ refused: RefusedForm, _ act: Act) async throws -> Reply {
    guard let thread = act.form["thread"] else {
      return .page(try await ChatPages.channel(act.personal, refused: refused))
    }
    return .page(try await ChatPages.message(act.personal, thread, reply: refused))
  }

  /// Changes a message. Where that is refused, its page comes again, with what was typed.
  static func edit(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    let message = try await act.site.chat.message(id, by: act.personal.door)
    do {
      let text = try MessageText(
        act.form["text"] ?? "", client: nil, hasPicture: message.picture != nil, prose: Markdown.prose)
      try await act.site.chat.edit(id, to: text, by: act.personal.door)
      return .seeOther("/messages/\(id)")
    } catch let error as ConferenceError {
      guard act.personal.access.mayEdit(message), let refused = RefusedForm(error, act.form) else { throw error }
      return .page(try await ChatPages.message(act.personal, id, edit: refused))
    }
  }

  static func postPicture(_ act: Act) async throws -> Reply {
    let key = try ChatPages.key(act.visit)
    guard try await ChatRules.current(act.site.database).pictures else {
      throw ConferenceError.forbidden("No pictures are sent here")
    }
    guard let file = act.files.first(where: { $0.field == "picture" }), !file.bytes.isEmpty else {
      throw ConferenceError.invalid(field: "Picture", problem: "none was chosen", advice: "Go back and choose one.")
    }
    let text = try MessageText(
      act.form["text"] ?? "", client: act.form["client"], hasPicture: true, prose: Markdown.prose)
    let bytes = Array(file.bytes)
    let picture = try await act.site.messagePictures.keep(bytes)
    let message: Message
    do {
      message = try await act.site.chat.post(
        text, in: key, thread: act.form["thread"], picture: SentPicture(picture, of: bytes), by: act.personal.door)
    } catch {
      if !error.mayBeDone { act.site.messagePictures.remove(picture) }
      throw error
    }
    if message.picture != picture { act.site.messagePictures.remove(picture) }
    try TypingCount.end(act, key)
    return .seeOther(address(of: message, key))
  }

  private static func address(of message: Message, _ key: ChannelKey) -> String {
    message.thread.map { "/messages/\($0)#m-\(message.id)" } ?? "/chat/\(key)#m-\(message.id)"
  }
}

extension Site {
  var chat: Chat { Chat(database, clock: clock) }
  var conversations: Conversations { Conversations(database, clock: clock) }
  var generalChannels: GeneralChannels { GeneralChannels(database, clock: clock) }
  var directChannels: DirectChannels { DirectChannels(database, clock: clock) }
  var messagePictures: PictureFolder { .messages(data) }
}

extension Personal {
  /// To what is written, as far as it is open to who asks.
  var door: ChannelDoor { ChannelDoor(access, visit.program) }
}
