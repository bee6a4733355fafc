import Conference
import HTTPTypes
import Hummingbird

extension Routes {
  /// What somebody saved, visited and noted, in the account: for the page's script, by forms, and as files to take along.
  func addSaved() {
    ownFile("account/saved", .door) { try await SavedAnswer.file($0) }
    form("account/saved", .participant, limit: 1 << 20) { try await SavedActions.change($0) }
    personal("account/saved/:item", .participant) { try await SavedItemPage.page($0) }
    form("account/notes", .participant) { try await SavedActions.note($0) }
    ownFile("account/plan.csv") { try await SavedFiles.csv($0) }
    ownFile("account/plan.bib") { try await SavedFiles.bibtex($0) }
    ownFile("account/plan.ics") { try await SavedFiles.calendar($0) }
    addPrivateCalendar()
  }
}

/// What the forms of saving do.
enum SavedActions {
  /// The fields save, unsave and visit hold items with commas between them: "papers:hT7borrowD,sessions:P2S2".
  static func change(_ act: Act) async throws -> Reply {
    try await act.site.saved.change(
      save: try items(act.form["save"]), unsave: try items(act.form["unsave"]), visit: try items(act.form["visit"]),
      of: try act.personal.account.id)
    return .seeOther(act.form["back"] == nil ? "/account/saved" : act.back)
  }

  static func note(_ act: Act) async throws -> Reply {
    guard let item = SavedItem(try act.field("item", "Paper or session")) else {
      throw ConferenceError.notFound("paper or session")
    }
    try await act.site.saved.note(act.form["note"] ?? "", on: item, of: try act.personal.account.id)
    return .seeOther("/account/saved/\(item.text)?done=note")
  }

  private static func items(_ text: String?) throws -> [SavedItem] {
    let words = (text ?? "").split(separator: ",")
    guard words.count <= 2_000 else {
      throw ConferenceError.invalid(
        field: "My plan", problem: "it is too long to be sent at once", advice: "Send less.")
    }
    return words.compactMap { SavedItem(String($0)) }
  }
}

/// What the page's script learns: {token, account, saved: {papers, sessions}, visited, own, claimable}; without an account where nobody is let in,
/// so that it forgets what it keeps only when that is certain.
private struct SavedAnswer: Encodable {
  struct Lists: Encodable {
    let papers: [String]
    let sessions: [String]
  }

  let token: String
  let account: String?
  let saved: Lists
  let visited: [String]
  /// The papers that they may edit as authors.
  let own: [String]
  /// Those that may be theirs, by the name of an author.
  let claimable: [String]

  static func file(_ personal: Personal) async throws -> OwnFile {
    let account = personal.access.isLetIn ? personal.access.account?.id : nil
    let (access, visit) = (personal.access, personal.visit)
    var (list, claims) = (SavedList(), [String: PaperClaims.State]())
    if let account {
      (list, claims) = (try await visit.site.saved.list(of: account), try await visit.site.claims.states(of: account))
    }
    return try .json(
      SavedAnswer(
        token: personal.formToken.text, account: account, saved: Lists(papers: list.papers, sessions: list.sessions),
        visited: list.visited, own: access.own(visit.program.papers, claims).map(\.id),
        claimable: access.claimable(in: visit.program, claims).map(\.id)))
  }
}
