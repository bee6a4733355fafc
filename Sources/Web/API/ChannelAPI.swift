import Conference

extension API {
  static let channelOperations: [APIOperation] = [
    APIOperation(
      path: "/channels", method: .get, name: "listChannels",
      summary: "The channels that belong to nothing in the program",
      about: "Every paper, event, session and sponsor has one besides, without being listed.", scope: .conversationRead,
      answer: .ok("All of them, in their order.", .object([.must("items", .list(channel, atMost: nil), "At most 60.")]))
    ) { call in .ok(["items": .list(try await call.site.generalChannels.all().map(value))]) },
    APIOperation(
      path: "/channels", method: .post, name: "addChannel", summary: "Makes a channel",
      about:
        "Its address comes of its title. One of the same title that was removed comes back with what was written in it.",
      scope: .conversationWrite, body: .json(.named("NewChannel", .object(words))),
      answer: .created("The channel.", channel)
    ) { call in
      let made = try await call.site.generalChannels.add(
        title: try call.must("title"), purpose: call.text("purpose"), writers: call.writers, by: call.holder)
      return .created(value(made), at: "/channels/\(made.key.name)")
    },
    APIOperation(
      path: "/channels/{id}", method: .get, name: "getChannel", summary: "One channel", scope: .conversationRead,
      answer: .ok("The channel.", channel)
    ) { call in .ok(value(try await call.channel())) },
    APIOperation(
      path: "/channels/{id}", method: .put, name: "changeChannel", summary: "Renames it, or says who writes in it",
      about: "Its address stays.", scope: .conversationWrite, body: .json(.named("ChannelWords", .object(words))),
      answer: .ok("The channel.", channel)
    ) { call in
      try await call.site.generalChannels.change(
        try await call.channel().key, title: try call.must("title"), purpose: call.text("purpose"),
        writers: call.writers, by: call.holder)
      return .ok(value(try await call.channel()))
    },
    APIOperation(
      path: "/channels/{id}", method: .delete, name: "removeChannel", summary: "Takes it away",
      about: "What was written in it stays in the database.", scope: .conversationWrite,
      answer: .nothing("It is gone.")
    ) { call in
      try await call.site.generalChannels.remove(try await call.channel().key, by: call.holder)
      return .nothing
    },
  ]

  private static let words: [ShapeField] = [
    .must("title", .line(60, least: 1), "What is talked about."),
    ShapeField("purpose", .nullable(.line(200)), "What it is for."),
    ShapeField(
      "writers", .choice([Channel.Writers.everyone.rawValue, Channel.Writers.organizers.rawValue]), "Who writes in it.",
      standard: .text(Channel.Writers.everyone.rawValue)),
  ]

  private static let channel = Shape.named(
    "Channel",
    .object([
      .must("id", .text(), "Stands in its address: /chat/general/{id}."),
      .must("title", .text(), "What is talked about."),
      .must("purpose", .nullable(.text()), "What it is for."), .must("writers", .text(), "Who writes in it."),
    ]))

  private static func value(_ channel: Channel) -> JSONValue {
    [
      "id": .text(channel.key.name), "title": .text(channel.title), "purpose": JSONValue(channel.purpose),
      "writers": .text(channel.writers.rawValue),
    ]
  }
}

extension APICall {
  fileprivate var writers: Channel.Writers { text("writers").flatMap(Channel.Writers.init) ?? .everyone }

  fileprivate func channel() async throws -> Channel {
    let id = try id()
    guard let found = try await site.generalChannels.all().first(where: { $0.key.name == id }) else {
      throw ConferenceError.notFound("channel")
    }
    return found
  }
}
