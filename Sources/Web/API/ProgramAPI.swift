import Conference
import HTTPTypes

extension API {
  static let programOperations: [APIOperation] = EntryResource.all.flatMap { resource in
    resource.kind == .conference
      ? [resource.reading, resource.putting, resource.patching]
      : [resource.listing, resource.reading, resource.putting, resource.patching, resource.removing]
  }
}

extension EntryResource {
  fileprivate var listing: APIOperation {
    APIOperation(
      path: collection, method: .get, name: "list\(noun)s", summary: "\(noun)s, in their order", scope: .programRead,
      query: APICall.Page.fields, answer: APIAnswer.shape(of: shape, "A part of the list.", hasTotal: true)
    ) { call in
      let (all, page) = (list(call.site.edition.program), call.page)
      let items = try all.dropFirst(page.offset).prefix(page.limit).map { try EntryJSON.value($0) }
      return .page(items, call, hasMore: page.offset + items.count < all.count, total: all.count)
    }
  }

  fileprivate var reading: APIOperation {
    APIOperation(
      path: item, method: .get, name: "get\(noun)", summary: "One \(noun.lowercased()), with what is not public",
      scope: .programRead, conditions: [.ifNoneMatch],
      answer: APIAnswerShape(status: 200, about: "The entry.", shape: shape, hasTag: true)
    ) { call in
      let entry = try await ProgramStore(call.site.database).entry(try entryName(call))
      let revision = try Revision(of: entry)
      guard !EntryConditions(call.request).knows(revision) else {
        return APIAnswer(status: 304, headers: [.eTag: EntryConditions.tag(revision)])
      }
      return try shown(entry, nil)
    }
  }

  fileprivate var putting: APIOperation {
    APIOperation(
      path: item, method: .put, name: "put\(noun)",
      summary: kind == .conference ? "Replaces it" : "Adds or replaces one \(noun.lowercased())",
      about: """
        What is there is only replaced by who says in If-Match which state of it they have seen, or * for whatever is there; \
        If-None-Match with * adds only what is not there yet. The header Program-Change \
        names the change, which can be undone; there is none where nothing has changed. \
        A dry run answers 200, also for what is new.
        """,
      scope: .programWrite, query: changing, conditions: [.ifMatch, .ifNoneMatch],
      body: .json(shape),
      answer: APIAnswerShape(
        status: 200, about: "The entry as it is now.", shape: shape, other: kind == .conference ? nil : 201,
        hasTag: true, headers: ChangeHeaders.all), refusals: [412]
    ) { call in
      let (name, conditions) = (try entryName(call), EntryConditions(call.request))
      let entry = try EntryJSON.entry(.map(try fields(call.body, name)), kind: kind)
      let wanted = try Revision(of: entry)
      let store = ProgramStore(call.site.database)
      let old = try? await store.entry(name)
      let outcome = try await changed(call) { edit in
        let there = try edit.entry(name).map { try Revision(of: $0) }
        // Repeating a request is no change of what one has not seen.
        if there == wanted, !conditions.knows(wanted) { return }
        try conditions.check(there, isNeeded: true)
        try edit.put(entry, seen: .anything)
      }
      let isDry = call.flag("dry-run")
      var answer = try shown(isDry ? entry : try await store.entry(name), outcome)
      if old == nil, !isDry {
        answer.status = 201
        answer.headers[.location] = API.root + address(name)
      }
      return answer
    }
  }

  fileprivate var patching: APIOperation {
    APIOperation(
      path: item, method: .patch, name: "change\(noun)", summary: "Changes fields of one \(noun.lowercased())",
      about: "The fields that are sent are replaced, those that are null taken away, all others kept (RFC 7396).",
      scope: .programWrite, query: changing, conditions: [.ifMatch], body: .patch(shape.patch),
      answer: APIAnswerShape(
        status: 200, about: "The entry as it is now.", shape: shape, hasTag: true, headers: ChangeHeaders.all),
      refusals: [412]
    ) { call in
      let (name, conditions) = (try entryName(call), EntryConditions(call.request))
      let changes = try fields(call.body, name)
      let store = ProgramStore(call.site.database)
      let old = try await store.entry(name)
      var wanted: [String: JSONValue] = [:]
      if case .map(let known) = try EntryJSON.value(old) { wanted = known }
      wanted = wanted.merging(changes) { $1 }.filter { $0.value != .null }
      let entry = try EntryJSON.entry(.map(wanted), kind: kind)
      let outcome = try await changed(call) { edit in
        try conditions.check(try edit.entry(name).map { try Revision(of: $0) }, isNeeded: false)
        try edit.merge(name, changes, seen: .anything)
      }
      return try shown(call.flag("dry-run") ? entry : try await store.entry(name), outcome)
    }
  }

  fileprivate var removing: APIOperation {
    APIOperation(
      path: item, method: .delete, name: "remove\(noun)",
      summary: "Removes one \(noun.lowercased()), and what refers to it", about: "It can be undone.",
      scope: .programWrite, query: kind == .session || kind == .paper ? [.dryRun, .notify] : [.dryRun],
      conditions: [.ifMatch],
      answer: APIAnswerShape(status: 204, about: "It is gone.", headers: ChangeHeaders.all), refusals: [412]
    ) { call in
      let (name, conditions) = (try entryName(call), EntryConditions(call.request))
      let outcome = try await changed(call) { edit in
        guard let entry = try edit.entry(name) else { throw ConferenceError.notFound("there is no \(name)") }
        try conditions.check(try Revision(of: entry), isNeeded: false)
        try edit.remove(name)
      }
      return try APIAnswer.nothing.telling(outcome)
    }
  }

  private var changing: [ShapeField] { kind == .session ? [.dryRun, .notify] : [.dryRun] }

  private func changed(_ call: APICall, _ body: @escaping @Sendable (inout ProgramEdit) throws -> Void) async throws
    -> EditOutcome
  {
    let outcome = try await ProgramEditor(call.site.database, clock: call.site.clock).outcome(
      by: call.holder, telling: call.notice, isDry: call.flag("dry-run"), body)
    await call.site.takeUp()
    return outcome
  }

  private func shown(_ entry: any Entry, _ outcome: EditOutcome?) throws -> APIAnswer {
    var answer = try APIAnswer.ok(try EntryJSON.value(entry)).telling(outcome)
    answer.headers[.eTag] = EntryConditions.tag(try Revision(of: entry))
    return answer
  }
}
