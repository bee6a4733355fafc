import Conference
import Letters

/// What the forms about one person do.
enum PersonActions {
  static func setRole(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    guard let role = act.form["role"].flatMap({ Role(rawValue: $0) }) else {
      throw ConferenceError.invalid(field: "Role", problem: "there is no such role", advice: "Choose one of the list.")
    }
    try await act.site.people.setRole(role, of: id, by: try act.personal.account.id)
    return done("role", id, act)
  }

  static func setStanding(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    guard let standing = act.form["standing"].flatMap({ Standing(rawValue: $0) }) else {
      throw ConferenceError.invalid(field: "Standing", problem: "nothing was chosen", advice: "Go back and choose.")
    }
    try await act.site.people.setStanding(
      standing, of: id, why: act.form["why"] ?? "", by: try act.personal.account.id)
    return done(standing.rawValue, id, act)
  }

  static func admit(_ act: Act) async throws -> Reply {
    let (id, head) = (try act.visit.parameter("id"), Letterhead(act.visit))
    try await act.site.people.admit(id, by: try act.personal.account.id) { AdmissionLetter.letter($0, head) }
    act.site.doorkeeper.forget(id)
    return .seeOther(
      act.form["list"] == nil ? "/organize/people/\(id)?done=admitted" : "/organize/people/waiting?done=admitted")
  }

  /// Those who were chosen from the list of who waits.
  static func admitSeveral(_ act: Act) async throws -> Reply {
    let (ids, head) = (act.form.all("id"), Letterhead(act.visit))
    guard !ids.isEmpty else {
      throw ConferenceError.invalid(field: "People", problem: "nobody was chosen", advice: "Go back and tick some.")
    }
    let count = try await act.site.people.admit(ids, by: try act.personal.account.id) {
      AdmissionLetter.letter($0, head)
    }
    for id in ids { act.site.doorkeeper.forget(id) }
    return .seeOther("/organize/people/waiting?done=several&count=\(count)")
  }

  static func invite(_ act: Act) async throws -> Reply {
    let count = try await Invitations(act.site.database, clock: act.site.clock).invite(
      to: act.visit.conference.name, address: act.site.settings.address, by: try act.personal.account.id)
    return .seeOther(count > 0 ? "/organize/outbox?done=invited" : "/organize/people?done=nobody")
  }

  static func issueCode(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    guard let account = try await act.site.people.account(id) else { throw ConferenceError.notFound("person") }
    let ticket = try await act.site.signIns.issue(for: account, by: try act.personal.account.id)
    return .page(SignInCodePage.page(ticket, account, act.personal))
  }

  static func signOut(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.people.signOut(id, by: try act.personal.account.id)
    return done("signed-out", id, act)
  }

  /// What has to be typed.
  static let erasure = "erase"

  static func erase(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    guard act.form["confirmation"]?.lowercased() == erasure else {
      throw ConferenceError.invalid(
        field: "Confirmation", problem: "it was another word, and nobody was erased",
        advice: "Go back and type “\(erasure)”, if you mean it.")
    }
    try await act.site.people.erase(
      id, by: try act.personal.account.id, in: act.site.data, mails: act.site.settings.mailFolder)
    await act.site.takeUp()
    return done("erased", id, act)
  }

  private static func done(_ what: String, _ id: String, _ act: Act) -> Reply {
    act.site.doorkeeper.forget(id)
    return .seeOther("/organize/people/\(id)?done=\(what)")
  }
}

/// The mail to somebody who was let in.
enum AdmissionLetter {
  static func letter(_ account: Account, _ head: Letterhead) -> Letter {
    Letter(
      on: head.stationery, purpose: .notice, subject: "You are let in to \(head.conference)",
      [
        .greeting(account.name),
        .words("an organizer of \(head.conference) has let you in. Sign in with this address at"),
        .button("Sign in", url: head.absolute("/sign-in")),
      ])
  }
}
