import Conference

extension API {
  static let announcementOperations: [APIOperation] = [
    APIOperation(
      path: "/announcements", method: .get, name: "listAnnouncements", summary: "All that were ever made, newest first",
      scope: .announcementsRead, query: APICall.Page.fields,
      answer: APIAnswer.shape(of: AnnouncementShapes.announcement, "A part of the list.")
    ) { call in
      let page = call.page
      let found = try await call.announcements.all(for: call.holder, offset: page.offset, limit: page.limit)
      let more = try await call.announcements.all(for: call.holder, offset: page.offset + page.limit, limit: 1)
      return .page(found.map { AnnouncementShapes.value($0, at: call.now) }, call, hasMore: !more.isEmpty)
    },
    APIOperation(
      path: "/announcements", method: .post, name: "announce",
      summary: "Tells people something at the top of every page",
      about:
        "With byMail it goes by mail, too, when it is shown and somebody has approved the batch that waits under /mails/batches.",
      scope: .announcementsWrite,
      body: .json(
        .named(
          "NewAnnouncement",
          .object(
            AnnouncementShapes.words + [
              ShapeField("byMail", .truth, "Whether it goes by mail, too.", standard: false)
            ]))), answer: .created("The announcement.", AnnouncementShapes.announcement)
    ) { call in
      let text = try call.announcementText()
      let mail = call.body["byMail"]?.isTrue == true ? AnnouncementLetter.mail(text, Letterhead(call.site)) : nil
      let id = try await call.announcements.add(text, by: call.holder, mail: mail)
      await call.site.takeUp()
      return .created(try await call.announcement(id), at: "/announcements/\(id)")
    },
    APIOperation(
      path: "/announcements/{id}", method: .get, name: "getAnnouncement", summary: "One announcement",
      scope: .announcementsRead, answer: .ok("The announcement.", AnnouncementShapes.announcement)
    ) { call in .ok(try await call.announcement(try call.id())) },
    APIOperation(
      path: "/announcements/{id}", method: .put, name: "changeAnnouncement",
      summary: "Changes what stands on the pages",
      about:
        "Mails stay as they were written; those that have not gone go when it is shown. While any wait it cannot be for another session.",
      scope: .announcementsWrite,
      body: .json(.named("AnnouncementText", .object(AnnouncementShapes.words))),
      answer: .ok("The announcement.", AnnouncementShapes.announcement)
    ) { call in
      let id = try call.id()
      _ = try await call.announcement(id)
      try await call.announcements.change(id, to: try call.announcementText(), by: call.holder)
      await call.site.takeUp()
      return .ok(try await call.announcement(id))
    },
    APIOperation(
      path: "/announcements/{id}/withdrawal", method: .post, name: "withdrawAnnouncement",
      summary: "Takes it from all pages, and drops those of its mails that have not gone", scope: .announcementsWrite,
      answer: .ok("The announcement.", AnnouncementShapes.announcement)
    ) { call in
      let id = try call.id()
      _ = try await call.announcement(id)
      try await call.announcements.withdraw(id, by: call.holder)
      await call.site.takeUp()
      return .ok(try await call.announcement(id))
    },
  ]
}

extension APICall {
  fileprivate var announcements: Announcements { Announcements(site.database, clock: site.clock) }

  fileprivate func announcement(_ id: String) async throws -> JSONValue {
    guard let found = try await announcements.announcement(id, for: holder) else {
      throw ConferenceError.notFound("announcement")
    }
    return AnnouncementShapes.value(found, at: now)
  }

  func announcementText() throws -> AnnouncementText {
    let session = text("session")
    guard session.map({ site.edition.program.session($0) != nil }) ?? true else {
      throw ConferenceError.invalid(
        field: "session", problem: "there is none with this id", advice: "leave it out, or correct it")
    }
    return try AnnouncementText(
      title: try must("title"), text: text("text") ?? "", session: session,
      readers: text("readers").flatMap { Announcement.Readers(rawValue: $0) }
        ?? Announcement.Readers.standard(site.edition.choices.policies, at: now), from: try instant("from") ?? now,
      until: try instant("until"))
  }
}

/// Announcements as JSON.
enum AnnouncementShapes {
  static let readers = Shape.choice(Announcement.Readers.allCases.map(\.rawValue))

  static let words: [ShapeField] = [
    .must("title", .line(120, least: 1), "What it is about."),
    ShapeField("text", .text(2_000), "The rest, in Markdown.", standard: ""),
    ShapeField(
      "session", .nullable(.text(120, least: 1)),
      "Only for those whom the session with this id concerns: who saved it or a paper in it, its chairs, speakers and hosts, and the authors of its papers."
    ),
    ShapeField(
      "readers", .nullable(readers),
      "Who sees it, where it is for no single session: everyone, or participants only; else everyone if visitors see the schedule now."
    ),
    ShapeField("from", .nullable(.instant), "From when on; else at once."),
    ShapeField("until", .nullable(.instant), "Until when; else until it is withdrawn."),
  ]

  static let announcement = Shape.named(
    "Announcement",
    .object([
      .must("id", .text(), "Never changes."), .must("title", .text(), "What it is about."),
      .must("text", .text(), "The rest, in Markdown."),
      .must("session", .nullable(.text()), "Only for those whom this session concerns."),
      .must("readers", .nullable(readers), "Who sees it otherwise; null for whoever sees the schedule."),
      .must("from", .instant, "From when on."),
      .must("until", .nullable(.instant), "Until when."), .must("withdrawn", .nullable(.instant), "When it was."),
      .must("isShown", .truth, "Whether it stands on the pages now."),
      .must("batch", .nullable(.text()), "The batch of its mails, under /mails/batches."),
    ]))

  static func value(_ announcement: Announcement, at now: Instant) -> JSONValue {
    [
      "id": .text(announcement.id), "title": .text(announcement.title), "text": .text(announcement.text),
      "session": JSONValue(announcement.session), "readers": JSONValue(announcement.readers?.rawValue),
      "from": JSONValue(announcement.from),
      "until": JSONValue(announcement.until), "withdrawn": JSONValue(announcement.withdrawn),
      "isShown": .bool(announcement.isShown(at: now)), "batch": JSONValue(announcement.batch),
    ]
  }
}
