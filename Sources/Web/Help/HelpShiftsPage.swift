import Conference
import Markup

/// When somebody is on call; helpers sign up here.
enum HelpShiftsPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, me) = (personal.visit, try personal.account.id)
    let shifts = try await visit.site.helpShifts.coming()
    return Page(
      title: "Shifts of the help desk", section: .help, styles: ["account", "help-desk"], scripts: ["help-desk"],
      isUnlisted: true,
      body: """
        <div class="page-head"><h1>Shifts of the help desk</h1><a class="button" href="/help/queue">Queue</a></div>
        \(DoneNotice.html(visit, ["joined": "You are on the shift.", "left": "You are off the shift."]))
        <form id="\(HelpShiftRow.form)" method="post">\(personal.tokenField)</form>
        <div data-topics="\(LiveHelpShifts.name)">
        <ul class="rows" id="\(HelpShiftRow.list)" data-me="\(me)">\(shifts.map { shift in
          HelpShiftRow.html(shift, now: visit.now, isMine: shift.helpers.contains { $0.id == me })
        })</ul>
        <p class="muted when-empty">Shifts will stand here when the organizers have made them.</p></div>
        """)
  }
}

/// A shift as helpers see it, the same for everybody: whose it is, a script marks where it comes by the stream.
enum HelpShiftRow {
  static let (list, form) = ("help-shifts", "shifting")

  static func id(_ shift: String) -> String { "help-shift-\(shift)" }

  static func html(_ shift: HelpShift, now: Instant, isMine: Bool = false) -> HTML {
    let isFull = shift.helpers.count >= shift.places
    let helpers: String = shift.helpers.map(\.id).joined(separator: " ")
    return """
      <li class="help-shift\(HTML.when(isFull, " is-full"))\(HTML.when(isMine, " is-mine"))" id="\(id(shift.id))" data-number="\(number(shift))" \
      data-until="\(shift.until.iso8601)" data-helpers="\(helpers)">\(words(shift, now: now))<span class="help-shift-work">\(work(shift))</span></li>
      """
  }

  /// By when it begins, then by how long it lasts, which is at most a day.
  private static func number(_ shift: HelpShift) -> Int64 {
    shift.from.milliseconds / 60_000 * 2_000 + (shift.until - shift.from) / 60_000
  }

  /// The style sheet shows what is open to who looks.
  private static func work(_ shift: HelpShift) -> HTML {
    let (path, when) = ("/help/shifts/\(shift.id)/place", LiveTime.html(shift.from))
    return """
      <span class="muted help-full">full</span>\
      <button class="button help-join" type="submit" form="\(form)" formaction="\(url: path)" data-focus="join">Sign up<span class="sr">: \(when)</span></button>\
      <button class="button is-quiet help-leave" type="submit" form="\(form)" formaction="\(url: path + "/removal")" data-focus="leave">Leave<span class="sr">: \(when)</span></button>
      """
  }

  /// A shift in words.
  static func words(_ shift: HelpShift, now: Instant) -> HTML {
    let names = shift.helpers.map { HelpCall.name($0, now: now) }.joined(separator: ", ")
    let missing = shift.places - shift.helpers.count
    return """
      <span>\(LiveTime.html(shift.from)) to \(LiveTime.end(shift.until, of: shift.from)) \
      <span class="live" data-from="\(shift.from.iso8601)" data-to="\(shift.until.iso8601)"\(HTML.when(!shift.isOn(at: now), " hidden"))>On now</span><br>
      \(names)\(HTML.when(!shift.helpers.isEmpty && missing > 0, ", ")) \(HTML.when(missing > 0, "<span class=\"muted\">\(missing) still needed</span>"))</span>
      """
  }
}
