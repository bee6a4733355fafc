import Conference

extension API {
  static let mailOperations: [APIOperation] = [
    APIOperation(
      path: "/mails", method: .get, name: "listMails", summary: "Mails, newest first", scope: .mailRead,
      query: [
        ShapeField("state", .choice(OutboxEntry.State.allCases.map(\.rawValue)), "Only those in this state."),
        ShapeField("batch", .text(200), "Only those of this batch."),
        ShapeField("to", .text(254), "Only those to this address, without those of the conduct desk."),
        ShapeField("before", .text(60), "Only those before the mail with this id."),
        ShapeField("limit", .integer(1...200), "How many items to answer with.", standard: 50),
      ], answer: APIAnswer.shape(of: MailShapes.mail, "A part of the list.")
    ) { call in
      let limit = call.page.limit
      let found = try await call.outbox.page(
        call.word("state").flatMap { OutboxEntry.State(rawValue: $0) }, batch: call.word("batch"), to: call.word("to"),
        for: call.holder, before: call.word("before"), limit: limit + 1)
      let items = found.prefix(limit)
      let next = found.count > limit ? items.last.map { ["before": $0.id] } : nil
      return .list(items.map { MailShapes.value($0) }, call, next: next)
    },
    APIOperation(
      path: "/mails/{id}", method: .get, name: "getMail", summary: "One mail with its text",
      about:
        "The text of one that somebody could sign in with is not shown; of one of the conduct desk neither is its reader.",
      scope: .mailRead, answer: .ok("The mail.", MailShapes.whole)
    ) { call in .ok(try await call.mail()) },
    APIOperation(
      path: "/mails/{id}/retry", method: .post, name: "retryMail",
      summary: "Sends a mail that failed, waits, or may not have gone, now and as if for the first time",
      scope: .mailWrite, answer: .ok("The mail.", MailShapes.whole)
    ) { call in
      _ = try await call.mail()
      try await call.outbox.retry(try call.id(), by: call.holder)
      return .ok(try await call.mail())
    },
    APIOperation(
      path: "/mails/{id}/drop", method: .post, name: "dropMail", summary: "Drops a mail that has not gone yet",
      scope: .mailWrite, answer: .ok("The mail.", MailShapes.whole)
    ) { call in
      _ = try await call.mail()
      try await call.outbox.drop(try call.id(), by: call.holder)
      return .ok(try await call.mail())
    },
    APIOperation(
      path: "/mails/batches", method: .get, name: "listBatches", summary: "Mails to many people, newest first",
      scope: .mailRead,
      answer: .ok("The newest 50.", .object([.must("items", .list(MailShapes.batch, atMost: 50), "By time.")]))
    ) { call in .ok(["items": .list(try await call.outbox.batches(for: call.holder).map(MailShapes.value))]) },
    APIOperation(
      path: "/mails/batches/approval", method: .post, name: "approveBatch", summary: "Lets a reviewed batch go",
      about: "A second approval does nothing.", scope: .mailWrite, body: .json(MailShapes.choice),
      answer: .ok("How many mails that are.", MailShapes.count)
    ) { call in
      let count = try await call.outbox.approve(batch: try call.must("batch"), by: call.holder)
      return .ok(["mails": JSONValue(count)])
    },
    APIOperation(
      path: "/mails/batches/drop", method: .post, name: "dropBatch",
      summary: "Drops what of a batch has not gone yet, also after its approval", scope: .mailWrite,
      body: .json(MailShapes.choice), answer: .ok("How many mails that are.", MailShapes.count)
    ) { call in
      let count = try await call.outbox.drop(batch: try call.must("batch"), by: call.holder)
      return .ok(["mails": JSONValue(count)])
    },
  ]
}

extension APICall {
  fileprivate var outbox: Outbox { Outbox(site.database, clock: site.clock) }

  fileprivate func mail() async throws -> JSONValue {
    guard let mail = try await outbox.entry(try id(), for: holder) else { throw ConferenceError.notFound("mail") }
    return MailShapes.value(mail, isWhole: true)
  }
}

/// Mails as JSON.
enum MailShapes {
  private static let facts: [ShapeField] = [
    .must("id", .text(), "Sorts by time."),
    .must("to", .nullable(.text()), "The address; null for those of the conduct desk, whose readers nobody learns."),
    .must("purpose", .choice(MailPurpose.allCases.map(\.rawValue)), "What it is for."),
    .must("subject", .text(), "Its subject."),
    .must("state", .choice(OutboxEntry.State.allCases.map(\.rawValue)), "What became of it."),
    .must("attempts", .count, "How often it was tried."),
    .must("lastError", .nullable(.text()), "What kept it; null for those of the conduct desk."),
    .must("created", .instant, "When it was written."), .must("sent", .nullable(.instant), "When it went."),
    .must("next", .instant, "When it is tried next, if it waits."),
    .must("expires", .nullable(.instant), "When it is of no use any more."),
    .must("batch", .nullable(.text()), "Those that were reviewed with it."),
  ]

  static let mail = Shape.named("Mail", .object(facts))
  static let whole = Shape.named("WholeMail", .object(facts + [ShapeField.must("text", .text(), "What it says.")]))
  static let choice = Shape.object([.must("batch", .text(200, least: 1), "The id of the batch.")])
  static let count = Shape.object([.must("mails", .count, "How many.")])

  static let batch = Shape.named(
    "Batch",
    .object([
      .must("id", .text(), "Names it."),
      .must("purpose", .choice(MailPurpose.allCases.map(\.rawValue)), "What it is for."),
      .must("subject", .text(), "Of one of them."), .must("created", .instant, "When it was written."),
      .must("next", .nullable(.instant), "When those that wait go at the earliest; null where none do."),
      .must("counts", .map(.count), "How many mails there are in each state that has any."),
    ]))

  static func value(_ mail: OutboxEntry, isWhole: Bool = false) -> JSONValue {
    var fields: [String: JSONValue] = [
      "id": .text(mail.id), "to": JSONValue(mail.shownWay.recipient), "purpose": .text(mail.purpose.rawValue),
      "subject": .text(mail.shown.subject), "state": .text(mail.state.rawValue), "attempts": JSONValue(mail.attempts),
      "lastError": JSONValue(mail.shownWay.lastError), "created": JSONValue(mail.created), "sent": JSONValue(mail.sent),
      "next": JSONValue(mail.next), "expires": JSONValue(mail.expires), "batch": JSONValue(mail.batch),
    ]
    if isWhole { fields["text"] = .text(mail.shown.text) }
    return .map(fields)
  }

  static func value(_ batch: OutboxBatch) -> JSONValue {
    let counts = batch.counts.map { ($0.key.rawValue, JSONValue($0.value)) }
    return [
      "id": .text(batch.id), "purpose": .text(batch.purpose.rawValue), "subject": .text(batch.subject),
      "created": JSONValue(batch.created), "next": JSONValue(batch.next),
      "counts": .map(Dictionary(uniqueKeysWithValues: counts)),
    ]
  }
}
