import Conference
import Letters

/// What the forms of the help desk do.
enum HelpDeskActions {
  static func ask(_ act: Act) async throws -> Reply {
    let account = act.personal.access.isLetIn ? act.personal.access.account : nil
    do {
      let question = try HelpQuestion(
        act.form["question"] ?? "", page: act.form["page"], browser: act.form["browser"],
        visitor: account == nil ? try visitor(act) : nil, form: act.form["client"])
      let id = try await act.site.helpDesk.ask(question, by: account?.id, client: act.client)
      return .seeOther(account == nil ? "/help/desk?done=asked" : "/help/requests/\(id)?done=asked")
    } catch let error as ConferenceError {
      guard let refused = RefusedForm(error, act.form) else { throw error }
      return .page(try await HelpDeskPage.page(act.personal, refused: refused))
    }
  }

  /// Who is not let in yet is answered at the address that they have here.
  private static func visitor(_ act: Act) throws -> HelpVisitor {
    if let account = act.personal.access.account, let email = account.email {
      return try HelpVisitor(name: account.name, email: email.text)
    }
    return try HelpVisitor(name: act.form["name"] ?? "", email: act.form["email"] ?? "")
  }

  static func take(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.helpDesk.take(id, by: try act.personal.account.id)
    return .seeOther("/help/requests/\(id)")
  }

  static func handOver(_ act: Act) async throws -> Reply {
    let (id, other) = (try act.visit.parameter("id"), act.form["helper"])
    try await act.site.helpDesk.handOver(id, to: other, by: try act.personal.account.id)
    return .seeOther("/help/queue?done=\(other == nil ? "back" : "handed")")
  }

  static func answer(_ act: Act) async throws -> Reply {
    let (id, visit) = (try act.visit.parameter("id"), act.visit)
    try await act.site.helpDesk.answer(id, act.form["answer"] ?? "", by: try act.personal.account.id) { request, text in
      HelpLetter.letter(request, text, visit)
    }
    return .seeOther("/help/requests/\(id)?done=answered")
  }

  /// By a helper or by the asker, whose note does not count.
  static func close(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.helpDesk.close(id, note: act.form["note"] ?? "", by: try act.personal.account.id)
    return .seeOther(act.form["queue"] == nil ? "/help/requests/\(id)?done=closed" : "/help/queue?done=closed")
  }

  static func reopen(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.helpDesk.reopen(id, by: try act.personal.account.id)
    return .seeOther("/help/requests/\(id)?done=reopened")
  }

  static func addProblem(_ act: Act) async throws -> Reply {
    let hours = act.form["hours"].flatMap { Int($0) } ?? 24
    try await act.site.knownProblems.add(
      act.form["title"] ?? "", text: act.form["text"] ?? "", hours: hours, by: try act.personal.account.id)
    await act.site.takeUp()
    return .seeOther("/help/queue?done=problem")
  }

  static func endProblem(_ act: Act) async throws -> Reply {
    try await act.site.knownProblems.end(try act.visit.parameter("id"), by: try act.personal.account.id)
    await act.site.takeUp()
    return .seeOther("/help/queue?done=solved")
  }

  static func join(_ act: Act) async throws -> Reply {
    let me = try act.personal.account.id
    try await act.site.helpShifts.join(try act.visit.parameter("id"), me, by: me)
    return .seeOther("/help/shifts?done=joined")
  }

  static func leave(_ act: Act) async throws -> Reply {
    let me = try act.personal.account.id
    try await act.site.helpShifts.leave(try act.visit.parameter("id"), me, by: me)
    return .seeOther("/help/shifts?done=left")
  }
}

/// The mail that answers a visitor.
enum HelpLetter {
  static func letter(_ request: HelpRequest, _ text: String, _ visit: Visit) -> Letter {
    Letter(
      on: visit.conference.stationery, purpose: .notice,
      subject: "\(visit.conference.name): an answer of the help desk",
      [
        .greeting(request.asker), .written(text), .words("You had asked:"), .quote(request.text),
        .link("To ask again", url: visit.absolute("/help/desk")),
      ])
  }
}
