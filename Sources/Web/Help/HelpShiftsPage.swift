import Conference
import Markup

/// When somebody is on call; helpers sign up here.
enum HelpShiftsPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let shifts = try await visit.site.helpShifts.coming()
    return Page(
      title: "Shifts of the help desk", section: .help, styles: ["account", "help-desk"], isUnlisted: true,
      body: """
        <div class="page-head"><h1>Shifts of the help desk</h1><a class="button" href="/help/queue">Queue</a></div>
        \(DoneNotice.html(visit, ["joined": "You are on the shift.", "left": "You are off the shift."]))
        <p>Times are yours: \(visit.zone.name(at: visit.now)).</p>
        \(HTML.when(shifts.isEmpty, "<p class=\"muted\">Shifts will stand here when the organizers have made them.</p>"))
        <ul class="rows">\(try shifts.map { try row($0, personal) })</ul>
        """)
  }

  private static func row(_ shift: HelpShift, _ personal: Personal) throws -> HTML {
    let me = try personal.account.id
    let isOn = shift.helpers.contains { $0.id == me }
    let path = "/help/shifts/\(shift.id)/place"
    let isFull = shift.helpers.count >= shift.places
    let label = Times.when(shift.from, shift.until, personal.visit)
    let button: HTML =
      isFull && !isOn
      ? "<span class=\"muted\">full</span>"
      : """
      <form action="\(url: isOn ? path + "/removal" : path)" method="post">\(personal.tokenField)<button class="button\(HTML.when(isOn, " is-quiet"))" type="submit">\(isOn ? "Leave" : "Sign up")<span class="sr">: \(label)</span></button></form>
      """
    return "<li>\(HelpShiftRow.words(shift, personal.visit))\(button)</li>"
  }
}

/// A shift in words.
enum HelpShiftRow {
  static func words(_ shift: HelpShift, _ visit: Visit) -> HTML {
    let names = shift.helpers.map { HelpCall.name($0, visit) }.joined(separator: ", ")
    let missing = shift.places - shift.helpers.count
    return """
      <span>\(Times.when(shift.from, shift.until, visit))\(HTML.when(shift.isOn(at: visit.now), " <span class=\"live\">On now</span>"))<br>
      \(names)\(HTML.when(!shift.helpers.isEmpty && missing > 0, ", ")) \(HTML.when(missing > 0, "<span class=\"muted\">\(missing) still needed</span>"))</span>
      """
  }
}
