import Conference

/// What the forms of the program do.
enum ProgramActions {
  static func change(_ visit: Visit) throws -> Int {
    guard let id = Int(try visit.parameter("id")) else { throw ConferenceError.notFound("change") }
    return id
  }

  static func page<Form: EntryForm>(_ form: Form.Type, _ id: String?, _ personal: Personal) async throws -> Page {
    let entry = try id.map { id in
      guard let entry = Form.find(id, personal.visit.site.edition.program) else {
        throw ConferenceError.notFound(Form.noun.lowercased())
      }
      return entry
    }
    try await Form.check(entry, personal)
    return try await EditPage<Form>(personal: personal, entry: entry).page()
  }

  /// Shows the change to everybody before the answer goes out.
  static func done(_ act: Act, _ path: String) async -> Reply {
    await act.site.takeUp()
    return .seeOther(path)
  }

  static func save<Form: EntryForm>(_ form: Form.Type, _ act: Act) async throws -> Reply {
    // What this node has in memory may be a moment old: what counts is the database.
    try await act.site.refresh()
    let program = act.site.edition.program
    let old = act.form["known"].flatMap { Form.find($0, program) }
    try await Form.check(old, act.personal)
    let (entry, unclear) = Form.read(act.form, into: old, act.visit)
    var page = EditPage<Form>(personal: act.personal, entry: old, typed: act.form)
    if act.form["known"] != nil, old == nil {
      page.notice = NotSaved.html(
        "It was removed while you edited it. What you typed is below; choose an id to add it again.")
      return .page(try await page.page(status: 409))
    }
    page.problems = unclear + (program.draft.map { EntryCheck($0).problems(entry) } ?? [])
    guard page.problems.isEmpty else { return .page(try await page.refused(page.problems).page(status: 400)) }
    return try await act.form["step"] == nil ? store(entry, page, act) : look(entry, page, act)
  }

  /// Shows what storing it would do; what is in the way of that is said already here.
  private static func look<Form: EntryForm>(_ entry: Form.Item, _ page: EditPage<Form>, _ act: Act) async throws
    -> Reply
  {
    var page = page
    page.preview = entry
    // Of what hosts write, nobody is told.
    guard Form.need != .participant else { return .page(try await page.page()) }
    let seen = seen(act)
    do {
      let outcome = try await act.editor.outcome(
        by: try act.personal.account.id, telling: Telling.notice(act), isDry: true
      ) { try $0.put(entry, seen: seen) }
      page.told = outcome.told
      return .page(try await page.page())
    } catch ConferenceError.conflict(let what) {
      try await act.site.refresh()
      return .page(try await conflict(what, page, act).page(status: 409))
    } catch ConferenceError.invalid(let field, let problem, let advice) {
      page.preview = nil
      return .page(try await page.refused([FieldProblem(field, problem, advice)]).page(status: 400))
    }
  }

  private static func seen(_ act: Act) -> ProgramEdit.Seen {
    act.form["known"] == nil ? .nothing : .revision(Revision(act.form["revision"] ?? ""))
  }

  private static func store<Form: EntryForm>(_ entry: Form.Item, _ page: EditPage<Form>, _ act: Act) async throws
    -> Reply
  {
    let told: SavedNotice.Told
    do {
      told = try await Form.store(entry, seen: seen(act), telling: Telling.notice(act), act)
    } catch ConferenceError.conflict(let what) {
      try await act.site.refresh()
      return .page(try await conflict(what, page, act).page(status: 409))
    } catch ConferenceError.invalid(let field, let problem, let advice) {
      return .page(try await page.refused([FieldProblem(field, problem, advice)]).page(status: 400))
    }
    return await done(act, Form.done(entry) + Telling.query(told))
  }

  /// The form with what was typed; beside what is stored where somebody else has changed it meanwhile.
  private static func conflict<Form: EntryForm>(_ what: String, _ typed: EditPage<Form>, _ act: Act) throws -> EditPage<
    Form
  > {
    let stored = typed.entry.flatMap { Form.find($0.id, act.site.edition.program) }
    var page = EditPage<Form>(personal: act.personal, entry: stored, typed: act.form)
    page.isConflict = try stored.map { try Revision(of: $0).description != act.form["revision"] } ?? false
    let below = " Below is what you typed, with what is stored now wherever that differs. Save again to store yours."
    page.notice = NotSaved.html(what.asSentence + (page.isConflict ? below : ""))
    return page
  }

  static func remove(_ act: Act) async throws -> Reply {
    let name = try entry(act)
    let seen = ProgramEdit.Seen.revision(Revision(try act.field("revision", "Revision")))
    let outcome = try await act.editor.outcome(by: try act.personal.account.id, telling: Telling.notice(act)) {
      try $0.remove(name, seen: seen)
    }
    return await done(act, ProgramLink.done("removed", outcome.change) + Telling.query(outcome.told))
  }

  private static func entry(_ act: Act) throws -> EntryName {
    guard let kind = EntryKind(rawValue: try act.field("of", "Kind")) else { throw ConferenceError.notFound("form") }
    return EntryName(kind: kind, id: try act.field("known", "Id"))
  }

  static func undo(_ act: Act) async throws -> Reply {
    let id = try change(act.visit)
    let (change, told) = try await act.editor.undo(
      id, by: try act.personal.account.id, telling: Telling.notice(act))
    return await done(act, ProgramLink.done("undo", change) + Telling.query(told))
  }

  /// Puts an entry before or behind its neighbor.
  static func reorder(_ act: Act) async throws -> Reply {
    let (name, isUp) = (try entry(act), act.form["way"] == "up")
    try await act.editor.edit(by: try act.personal.account.id) { try $0.shift(name, up: isUp) }
    return await done(act, ProgramLink.entry(name.kind, name.id) + "&done=moved")
  }

  static func move(_ act: Act) async throws -> Reply {
    let (paper, from) = (try act.field("paper", "Paper"), act.form["from"])
    let to = act.form["to"]
    guard from != nil || to != nil else {
      throw ConferenceError.invalid(field: "Session", problem: "none was chosen", advice: "Go back and choose one.")
    }
    let told = try await act.editor.told(by: try act.personal.account.id, telling: Telling.notice(act)) {
      try $0.move(paper: paper, from: from, to: to.map { ($0, nil, nil) })
    }
    return await done(act, ProgramLink.entry(.paper, paper) + "&done=moved" + Telling.query(told))
  }
}
