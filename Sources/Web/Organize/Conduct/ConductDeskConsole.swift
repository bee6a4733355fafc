import Conference
import Markup

extension Routes {
  /// Who is on the conduct desk, and how fast people may write.
  func addConductDesk() {
    personal("organize/conduct", .organizer) { try await ConductDeskConsole.page($0) }
    form("organize/conduct/desk", .organizer) { act in
      try await act.choose(ConductDeskForm.desk(act.form))
      return .seeOther("/organize/conduct?done=desk")
    }
    form("organize/conduct/limits", .organizer) { act in
      try await act.choose(ConductDeskForm.limits(act.form, try await ChatRules.current(act.site.database)))
      return .seeOther("/organize/conduct?done=limits")
    }
  }
}

enum ConductDeskForm {
  static func desk(_ form: Query) throws -> ConductDesk {
    let outside = form["outside"]
    guard outside == nil || outside.flatMap({ EmailAddress($0) }) != nil else {
      throw ConferenceError.invalid(
        field: "Outside address", problem: "no mail can be sent to it", advice: "Write it as desk@example.org.")
    }
    return ConductDesk(members: form.all("member"), outside: outside)
  }

  static func limits(_ form: Query, _ before: ChatRules) throws -> ChatRules {
    var rules = before
    rules.burst = try count(form, "burst", ChatRules.bursts)
    rules.hourly = try count(form, "hourly", ChatRules.hours)
    rules.channelBurst = try count(form, "channel-burst", ChatRules.bursts)
    rules.channelHourly = try count(form, "channel-hourly", ChatRules.hours)
    rules.pictures = form["pictures"] != nil
    return rules
  }

  private static func count(_ form: Query, _ name: String, _ range: ClosedRange<Int>) throws -> Int {
    guard let count = form[name].flatMap({ Int($0) }), range.contains(count) else {
      throw ConferenceError.invalid(
        field: "Messages", problem: "one of the numbers is not from \(range.lowerBound) to \(range.upperBound)",
        advice: "Write how many may be sent.")
    }
    return count
  }
}

/// Where organizers choose to whom reports go.
enum ConductDeskConsole {
  static func page(_ personal: Personal) async throws -> Page {
    let database = personal.visit.site.database
    let (desk, limits) = (try await ConductDesk.current(database), try await ChatRules.current(database))
    let eligible = try await personal.visit.site.conductCases.eligible(
      for: try personal.account.id)
    return OrganizePage.page(
      "Conduct settings", path: "/organize/conduct", personal, styles: ["respect"],
      body: """
        \(DoneNotice.html(personal.visit, ["desk": "Saved; it holds for new and for open reports.", "limits": "Saved; it holds from now on."]))
        \(cases(personal.visit.untakenCases))
        <p>Reports go to the people on the desk, whose names are shown to all participants. Nobody sees a report about themselves, \
        or one that they made, here; and the record of a case is not in the record of the console.</p>
        <form class="stack" action="/organize/conduct/desk" method="post">\(personal.tokenField)
        <fieldset><legend>On the desk (nobody ticked: all moderators and organizers)</legend>\(eligible.map { member($0, desk) })</fieldset>
        <label for="outside">Send reports to an address outside instead <span class="muted">(optional)</span></label><input class="field" type="email" id="outside" name="outside" value="\(desk.outside)" maxlength="200" autocomplete="off">
        <p class="muted">Nobody here sees reports then, and they are not answered here. Reports about whoever reads it go to the desk; \
        if the address is or was that of an account here, those of questions without a name do, too.</p>
        <button class="button is-main" type="submit">Save</button></form>
        <section class="section" aria-labelledby="limits"><h2 id="limits">How fast one may write</h2>
        <form class="stack" action="/organize/conduct/limits" method="post">\(personal.tokenField)
        \(count("burst", "Messages of one person within 10 seconds", limits.burst, ChatRules.bursts))
        \(count("hourly", "Messages of one person within an hour", limits.hourly, ChatRules.hours))
        \(count("channel-burst", "In one channel, within 10 seconds", limits.channelBurst, ChatRules.bursts))
        \(count("channel-hourly", "In one channel, within an hour", limits.channelHourly, ChatRules.hours))
        <label class="choice"><input type="checkbox" name="pictures" value="1"\(HTML.when(limits.pictures, " checked"))> Pictures may be sent</label>
        <button class="button is-main" type="submit">Save</button></form></section>
        """)
  }

  /// The way to the reports, which are read elsewhere.
  private static func cases(_ untaken: Int) -> HTML {
    let waiting = untaken == 1 ? "Nobody has taken 1 case yet." : "Nobody has taken \(untaken) cases yet."
    return """
      <p class="actions"><a class="button\(HTML.when(untaken > 0, " is-main"))" href="/conduct/cases">To the reports, at the conduct desk</a>\(HTML.when(untaken > 0, " <strong>\(waiting)</strong>"))</p>
      """
  }

  private static func count(_ name: String, _ label: String, _ count: Int, _ range: ClosedRange<Int>) -> HTML {
    """
    <label for="\(name)">\(label)</label><input class="field is-short" type="number" id="\(name)" name="\(name)" value="\(count)" min="\(range.lowerBound)" max="\(range.upperBound)" required>
    """
  }

  private static func member(_ account: Account, _ desk: ConductDesk) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="member" value="\(account.id)"\(HTML.when(desk.members.contains(account.id), " checked"))> <span><span dir="auto">\(account.name)</span>, \(account.role.name.lowercased())</span></label>
    """
  }
}
