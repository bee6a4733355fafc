import Conference
import Database
import Markup

/// What is written in channels, told to the pages that show them.
enum LiveChat: LiveFeature {
  static let name = "chat"
  static let counted: Set<String> = ["reactions"]

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    guard let key = ChannelKey(rest) else { throw ConferenceError.notFound("channel") }
    let door = ChannelDoor(access, site.edition.program(for: access.audience))
    return try await site.database.read { try door.channel(key, $0) }.key == key
  }

  static func isShaken(_ rest: String, by program: Program) -> Bool {
    guard let key = ChannelKey(rest), ![.general, .direct, .help].contains(key.kind) else { return false }
    return Channel(key, in: program) == nil
  }

  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate] {
    updates(of: [.around, .typing], rest, site)
  }

  static func updates(of tallies: [LiveCounts.Tally], _ rest: String, _ site: Site) -> [LiveUpdate] {
    tallies.compactMap { tally -> LiveUpdate? in
      switch tally {
      case .around: Around.update(rest, site.presence.people(in: rest).count)
      case .typing: TypingCount.update(rest, site.typing.count(in: rest, at: site.clock.now()))
      case .heard, .listed: nil
      }
    }
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    switch event.kind {
    case ChannelRules.event: return try await ChannelNotice.updates(event.subject, site)
    case GeneralChannels.changed: return try await ChannelAbout.updates(event.subject, site)
    case GeneralChannels.removed: return []
    default: return try await message(event, site)
    }
  }

  private static func message(_ event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    let message = try await site.chat.message(event.subject)
    let list = message.thread.map { "replies-\($0)" } ?? ChatPart.list
    return [.put(MessageRow.html(message, site), id: MessageRow.id(message), in: list)]
  }
}

/// What concerns one person only: how much is new to them and in which conversations, whether they may write, what they put away, whom they blocked, and how what they asked
/// stands, of speakers and authors and of the help desk.
/// Pages follow "me", which stands for their own topic.
enum LiveMe: LiveFeature {
  static let name = "me"
  static let unread = "unread-count"
  static let forMe = "unread-for-me"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    access.isLetIn && rest == access.account?.id
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard event.kind != HelpDesk.own else { return try await HelpAsked.updates(event.subject, site) }
    guard event.kind != Conversations.changed else { return [LiveConversations.changed] }
    guard let (_, id) = LiveFeatures.find(event.topic), let account = try await site.people.account(id) else {
      return []
    }
    switch event.kind {
    case DismissedAnnouncements.changed: return [try await DismissedMark.update(of: account.id, site)]
    case Blocks.changed: return try await [BlocksMark.update] + news(of: account, site)
    case Questions.own: return try await OwnQuestions.updates(event.subject, of: account.id, site)
    case Silence.changed: return try await SilenceNotice.updates(of: account.id, in: event.subject, site)
    default: return try await news(of: account, site)
    }
  }

  private static func news(of account: Account, _ site: Site) async throws -> [LiveUpdate] {
    let access = Access(account, conduct: site.edition.conduct)
    let door = ChannelDoor(access, site.edition.program(for: access.audience))
    let news = try await site.conversations.news(by: door)
    return [
      LiveConversations.changed,
      .text(news.count == 0 ? "" : news.count > 98 ? "99+" : "\(news.count)", id: unread),
      .text(news.forMe == 0 ? "" : "\(news.forMe) for you", id: forMe),
    ]
  }
}
