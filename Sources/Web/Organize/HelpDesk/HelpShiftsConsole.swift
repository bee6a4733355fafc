import Conference
import Markup

extension Routes {
  /// Who is on call at the help desk.
  func addHelpShifts() {
    personal("organize/help-desk", .organizer) { try await HelpShiftsConsole.page($0) }
    form("organize/help-desk/shifts", .organizer) { act in
      let by = try act.personal.account.id
      for shift in try HelpShiftForm.shifts(act.form) {
        try await act.site.helpShifts.add(from: shift.from, until: shift.until, places: shift.places, by: by)
      }
      return .seeOther("/organize/help-desk?done=added")
    }
    form("organize/help-desk/shifts/:id/removal", .organizer) { act in
      try await act.site.helpShifts.remove(try act.visit.parameter("id"), by: try act.personal.account.id)
      return .seeOther("/organize/help-desk?done=removed")
    }
    form("organize/help-desk/shifts/:id/people", .organizer) { act in
      try await act.site.helpShifts.join(
        try act.visit.parameter("id"), try act.field("person", "Person"), by: try act.personal.account.id)
      return .seeOther("/organize/help-desk?done=on")
    }
    form("organize/help-desk/shifts/:id/people/removal", .organizer) { act in
      try await act.site.helpShifts.leave(
        try act.visit.parameter("id"), try act.field("person", "Person"), by: try act.personal.account.id)
      return .seeOther("/organize/help-desk?done=off")
    }
  }
}

/// What the form of shifts says.
enum HelpShiftForm {
  /// One shift, or the same on several days.
  static func shifts(_ form: Query) throws -> [(from: Instant, until: Instant, places: Int)] {
    let zone = try FormTime.sent(form).zone
    let from = try FormTime.wall(form["from"], "From")
    let until = try FormTime.wall(form["until"], "Until")
    let (places, days) = (form["places"].flatMap { Int($0) } ?? 0, form["days"].flatMap { Int($0) } ?? 1)
    guard (1...30).contains(days) else {
      throw ConferenceError.invalid(field: "Days", problem: "it is not 1 to 30", advice: "Write on how many days.")
    }
    return (0..<days).map { day in
      (zone.instant(of: from.adding(days: day)), zone.instant(of: until.adding(days: day)), places)
    }
  }
}

/// Where organizers make shifts, and put people on them.
enum HelpShiftsConsole {
  static func page(_ personal: Personal) async throws -> Page {
    let site = personal.visit.site
    let (shifts, me) = (try await site.helpShifts.coming(), try personal.account.id)
    let helpers = try await site.helpDesk.helpers(for: me)
    return OrganizePage.page(
      "Help desk", path: "/organize/help-desk", personal, styles: ["help-desk"], scripts: [FormTime.script],
      body: """
        \(DoneNotice.html(personal.visit, sentences))
        <p>Volunteers sign up by themselves under <a href="/help/shifts">Shifts</a>, and answer from the <a href="/help/queue">queue</a>.</p>
        \(form(personal))
        <section class="section" aria-labelledby="shifts"><h2 id="shifts">Shifts</h2>
        \(HTML.when(shifts.isEmpty, "<p class=\"muted\">None yet. Until there are, the desk says that nobody is on call.</p>"))
        <ul class="rows">\(shifts.map { row($0, helpers, personal) })</ul></section>
        """)
  }

  private static let sentences = [
    "added": "Added.", "removed": "Removed, with everybody on it.", "on": "They are on the shift.",
    "off": "They are off the shift.",
  ]

  private static func form(_ personal: Personal) -> HTML {
    let times = FormTime(personal.visit)
    return """
      <form class="stack" action="/organize/help-desk/shifts" method="post">\(personal.tokenField)
      \(times.hidden)<label for="from">\(times.label("From"))</label><input class="field is-short" type="datetime-local" id="from" name="from" required>\(times.beside)
      <label for="until">\(times.label("Until"))</label><input class="field is-short" type="datetime-local" id="until" name="until" required>\(times.beside)
      <label for="places">How many people it takes</label><input class="field is-short" type="number" id="places" name="places" value="2" min="1" max="50" required>
      <label for="days">On how many days in a row</label><input class="field is-short" type="number" id="days" name="days" value="1" min="1" max="30" required>
      <button class="button is-main" type="submit">Add</button></form>
      """
  }

  private static func row(_ shift: HelpShift, _ helpers: [Account], _ personal: Personal) -> HTML {
    let path = "/organize/help-desk/shifts/\(shift.id)"
    let free = helpers.filter { helper in !shift.helpers.contains { $0.id == helper.id } }
    let add: HTML = """
      <form class="deed" action="\(url: path + "/people")" method="post">\(personal.tokenField)<label class="sr" for="\("person-\(shift.id)")">Person</label>
      <select class="field is-short" id="\("person-\(shift.id)")" name="person">\(free.map { "<option value=\"\($0.id)\">\($0.name)</option>" as HTML })</select><button class="button" type="submit">Put on</button></form>
      """
    let off = shift.helpers.map {
      ConsoleButton(action: path + "/people/removal", label: "Take \($0.name) off", fields: [("person", $0.id)]).html(
        personal)
    }
    return """
      <li>\(HelpShiftRow.words(shift, now: personal.visit.now))<div class="help-shift-work">\(HTML.when(!free.isEmpty && shift.helpers.count < shift.places, add))\(off)\(
        ConsoleButton(action: path + "/removal", label: "Remove the shift").html(personal))</div></li>
      """
  }
}
