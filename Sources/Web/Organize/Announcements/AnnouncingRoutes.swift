import Conference
import Letters
import Markup

extension Routes {
  /// Telling everybody something: on every page at once, and by mail.
  func addAnnouncing() {
    personal("organize/announcements", .organizer) { try await AnnouncingPage.page($0) }
    personal("organize/announcements/:id", .organizer) { try await AnnouncingPage.edit($0) }
    form("organize/announcements", .organizer) { try await AnnouncingActions.add($0) }
    form("organize/announcements/preview", .organizer) { act in .page(try AnnouncingPage.preview(act)) }
    form("organize/announcements/:id", .organizer) { try await AnnouncingActions.change($0) }
    form("organize/announcements/:id/withdrawal", .organizer) { try await AnnouncingActions.withdraw($0) }
  }
}

/// What the forms of announcements do.
enum AnnouncingActions {
  static func add(_ act: Act) async throws -> Reply {
    let text = try AnnouncementForm(act.form).text(act.visit)
    let mail = act.form["mail"] == nil ? nil : AnnouncementLetter.mail(text, Letterhead(act.visit))
    _ = try await act.announcements.add(text, by: try act.personal.account.id, mail: mail)
    try await act.site.refresh()
    return .seeOther("/organize/announcements?done=\(mail == nil ? "added" : "mailed")")
  }

  static func change(_ act: Act) async throws -> Reply {
    let text = try AnnouncementForm(act.form).text(act.visit)
    try await act.announcements.change(try act.visit.parameter("id"), to: text, by: try act.personal.account.id)
    try await act.site.refresh()
    return .seeOther("/organize/announcements?done=changed")
  }

  static func withdraw(_ act: Act) async throws -> Reply {
    try await act.announcements.withdraw(try act.visit.parameter("id"), by: try act.personal.account.id)
    try await act.site.refresh()
    return .seeOther("/organize/announcements?done=withdrawn")
  }
}

extension Act {
  fileprivate var announcements: Announcements { Announcements(site.database, clock: site.clock) }
}

/// What stands in the form of an announcement, as it was typed.
struct AnnouncementForm {
  var title = ""
  var body = ""
  var session = ""
  /// Empty for what is meant where nobody says.
  var readers = ""
  /// Without a zone, in UTC; empty for now.
  var from = ""
  var until = ""
  var byMail = false

  init() {}

  init(_ form: Query) {
    (title, body, session) = (form["title"] ?? "", form["text"] ?? "", form["session"] ?? "")
    readers = form["readers"] ?? ""
    (from, until, byMail) = (form["from"] ?? "", form["until"] ?? "", form["mail"] != nil)
  }

  init(_ announcement: Announcement) {
    (title, body, session) = (announcement.title, announcement.text, announcement.session ?? "")
    readers = announcement.readers?.rawValue ?? ""
    from = String(announcement.from.iso8601.prefix(16))
    until = announcement.until.map { String($0.iso8601.prefix(16)) } ?? ""
  }

  /// Checked; throws what is wrong with it.
  func text(_ visit: Visit) throws -> AnnouncementText {
    guard session.isEmpty || visit.program.session(session) != nil else {
      throw ConferenceError.invalid(
        field: "Session", problem: "there is none with the id “\(session.prefix(40))”",
        advice: "Write what stands at the end of the address of its page.")
    }
    return try AnnouncementText(
      title: title, text: body, session: session.isEmpty ? nil : session, readers: chosen(visit),
      from: try Self.instant(from, "Shown from") ?? visit.now, until: try Self.instant(until, "Shown until"))
  }

  func chosen(_ visit: Visit) -> Announcement.Readers {
    Announcement.Readers(rawValue: readers) ?? .standard(visit.choices.policies, at: visit.now)
  }

  private static func instant(_ text: String, _ field: String) throws -> Instant? {
    guard !text.isEmpty else { return nil }
    let full = text.count == 16 ? text + ":00Z" : text + "Z"
    guard let instant = Instant(iso8601: full) else {
      throw ConferenceError.invalid(
        field: field, problem: "“\(text.prefix(40))” is no time", advice: "Write it in UTC as 2026-05-14T00:00.")
    }
    return instant
  }
}

/// The mail of an announcement.
enum AnnouncementLetter {
  static func mail(_ text: AnnouncementText, _ head: Letterhead) -> AnnouncementMail {
    let (name, prose) = (head.conference, LetterProse(markdown: text.text, at: head.absolute("")))
    return AnnouncementMail(decliningAt: head.absolute("/mail/")) { account, declining in
      var parts: [LetterPart] = [.greeting(account.name), .heading(text.title)]
      if !prose.isEmpty { parts.append(.prose(prose)) }
      return Letter(
        on: head.stationery, purpose: .announcement, subject: "\(name): \(text.title)", parts,
        footnotes: [
          .link("All announcements", url: head.absolute("/announcements")),
          .link("No more announcements of \(name) by mail", url: declining),
        ])
    }
  }
}
