import Testing

@testable import Conference
@testable import Database

/// Two people at the doors of all channels.
struct ScratchChat: Sendable {
  let scratch: ScratchPeople
  let ada, ben: ChannelDoor
  var chat: Chat { Chat(scratch.database, clock: scratch.clock) }
  var conversations: Conversations { Conversations(scratch.database, clock: scratch.clock) }
  var moderation: Moderation { Moderation(scratch.database, clock: scratch.clock) }

  static func run(_ body: (ScratchChat) async throws -> Void) async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada Nwosu")
      let ben = try await scratch.add("ben@example.org", name: "Ben Mensah")
      try await body(ScratchChat(scratch: scratch, ada: ChatTests.door(ada), ben: ChatTests.door(ben)))
    }
  }

  @discardableResult
  func say(_ text: String, in key: ChannelKey = ChatTests.corridor, thread: String? = nil, by door: ChannelDoor)
    async throws -> Message
  {
    try await chat.post(try MessageText(text, client: nil), in: key, thread: thread, by: door)
  }

  func id(_ door: ChannelDoor) throws -> String { try #require(door.access.account?.id) }

  /// A channel of an organizer's.
  func channel(_ title: String) async throws -> (key: ChannelKey, channels: GeneralChannels, organizer: String) {
    let organizer = try await scratch.add("organizer@example.org", role: .organizer).id
    let channels = GeneralChannels(scratch.database, clock: scratch.clock)
    let channel = try await channels.add(title: title, purpose: nil, writers: .everyone, by: organizer)
    return (key: channel.key, channels: channels, organizer: organizer)
  }

  /// Says in a profile whether others may write to somebody directly.
  func allow(_ isAllowed: Bool, _ door: ChannelDoor) async throws {
    let account = try #require(door.access.account)
    var form = ProfileForm()
    (form.name, form.isReachable) = (account.name, isAllowed)
    try await scratch.people.write(form, of: account.id)
  }
}

extension Chat {
  func search(_ text: String, by door: ChannelDoor, limit: Int = 50) async throws -> [(
    channel: Channel, message: Message
  )] {
    try await search(MessageChoice(text), by: door, limit: limit)
  }
}
