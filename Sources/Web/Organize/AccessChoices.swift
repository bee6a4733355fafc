import Conference
import Markup

extension Routes {
  /// What is open to whom, who may register, and how long backups are kept.
  func addAccessChoices() {
    personal("organize/access", .organizer) { AccessChoicesPage.page($0) }
    form("organize/access", .organizer) { act in
      let policies: Policies
      do {
        policies = try AccessChoices.policies(act.form, known: act.visit.choices.policies)
      } catch let error as ConferenceError {
        return try await .refused(error) { problem in AccessChoicesPage.page(act.personal, refused: (act.form, problem))
        }
      }
      if act.form["step"] == "preview" { return .page(AccessChoicesPage.page(act.personal, preview: policies)) }
      try await act.choose(policies)
      return .seeOther("/organize/access?done=policies")
    }
    form("organize/registration", .organizer) { act in
      try await act.choose(AccessChoices.registration(act.form))
      return .seeOther("/organize/access?done=registration")
    }
    form("organize/backups", .organizer) { act in
      try await act.choose(AccessChoices.backups(act.form))
      return .seeOther("/organize/access?done=backups")
    }
  }
}

/// What the form of policies can choose.
enum AccessChoices {
  static let kinds: [(name: String, label: String, path: any WritableKeyPath<Policies, Policies.Openness> & Sendable)] =
    [
      ("schedule", "Schedule and events", \.schedule), ("papers", "Papers", \.papers),
      ("talks", "Videos and slides", \.talks),
      ("rooms", "Where one joins what is live", \.rooms), ("sponsors", "Sponsors", \.sponsors),
      ("questions", "Questions to speakers, with the names of who asked", \.questions),
    ]

  /// How the form calls the choice for a kind: a kind's own name is that of a text in other forms.
  static func field(_ name: String) -> String { "sees-\(name)" }

  /// - Parameter known: what holds.
  static func policies(_ form: Query, known: Policies) throws -> Policies {
    var policies = Policies()
    for kind in kinds {
      policies[keyPath: kind.path] = try openness(form, field(kind.name), kind.label, known[keyPath: kind.path])
    }
    policies.release = form["release"].flatMap { Policies.Release(rawValue: $0) } ?? .atOnce
    return policies
  }

  private static func openness(_ form: Query, _ name: String, _ label: String, _ known: Policies.Openness) throws
    -> Policies.Openness
  {
    switch form[name] {
    case "everyone": return .everyone
    case "participants": return .participants
    case "from":
      guard let wall = form["\(name)-from"].flatMap({ WallTime(text: $0) }) else {
        throw ConferenceError.invalid(
          field: label, problem: "no day and time are chosen",
          advice: "Choose the day and time from which everybody sees it.")
      }
      let before: Instant? = if case .everyoneFrom(let instant) = known { instant } else { nil }
      return .everyoneFrom(try FormTime.sent(form).instant(of: wall, known: before))
    default:
      throw ConferenceError.invalid(field: label, problem: "nothing was chosen", advice: "Choose who sees it.")
    }
  }

  static func registration(_ form: Query) throws -> Registration {
    guard let mode = form["mode"].flatMap({ Registration.Mode(rawValue: $0) }) else {
      throw ConferenceError.invalid(
        field: "Registration", problem: "nothing was chosen", advice: "Choose who may register.")
    }
    return try Registration(chosen: mode, code: form["code"])
  }

  static func backups(_ form: Query) throws -> Backups {
    guard let text = form["days"] else { return try Backups(days: nil) }
    guard let days = Int(text) else {
      throw ConferenceError.invalid(
        field: "Days", problem: "“\(text)” is no number",
        advice: "Write after how many days you delete a backup, or nothing.")
    }
    return try Backups(days: days)
  }
}

/// Where organizers choose what is open.
enum AccessChoicesPage {
  /// - Parameter preview: what was chosen and is looked at before it holds.
  /// - Parameter refused: what was sent, and what is wrong with it.
  static func page(_ personal: Personal, preview: Policies? = nil, refused: (form: Query, problem: HTML)? = nil) -> Page
  {
    let choices = personal.visit.choices
    let policies = preview ?? choices.policies
    let typed = refused?.form
    let times = FormTime(personal.visit, typed: typed)
    let isAtOnce = typed.map { $0["release"] == "atOnce" } ?? (policies.release == .atOnce)
    return OrganizePage.page(
      "Who sees what", path: "/organize/access", personal, scripts: [FormTime.script],
      body: """
        \(refused?.problem)\(done(personal.visit.query["done"]))
        \(preview.map { looks($0, personal.visit) })
        <form action="/organize/access" method="post" class="stack">\(personal.tokenField)\(times.hidden)
        \(AccessChoices.kinds.map { kind in
          row(
            kind.name, kind.label, chosen(kind.name, policies[keyPath: kind.path], typed, times),
            PolicyHints.hint(kind.name, personal.visit), times)
        })
        <fieldset><legend>When videos and slides come out</legend>
        \(choice("release", "atOnce", "at once", isAtOnce))
        \(choice("release", "onTheirDay", "on the day of their first session, from 02:00 (UTC+12)", !isAtOnce))</fieldset>
        <p class="actions"><button class="button is-main" type="submit">Save who sees what</button>
        <button class="button" type="submit" name="step" value="preview">Look at what changes first</button></p></form>
        <section class="section" aria-labelledby="registration"><div class="section-head"><h2 id="registration">Registration</h2></div>
        <form action="/organize/registration" method="post" class="stack">\(personal.tokenField)
        <fieldset><legend>Who may get an account</legend>
        \(modes.map { choice("mode", $0.0.rawValue, $0.1, choices.registration.mode == $0.0) })</fieldset>
        <div class="stack of-code"><label for="code">Registration code</label><input class="field" id="code" name="code" value="\(choices.registration.code ?? "")" maxlength="80" autocomplete="off"></div>
        <button class="button is-main" type="submit">Save who may come in</button></form></section>
        \(backups(choices.backups, personal))
        """)
  }

  private static func backups(_ backups: Backups, _ personal: Personal) -> HTML {
    let days = backups.days.map { "\($0)" } ?? ""
    return """
      <section class="section" aria-labelledby="backups"><div class="section-head"><h2 id="backups">Backups</h2></div>
      <form action="/organize/backups" method="post" class="stack">\(personal.tokenField)
      <label for="days">Days after which you delete a backup</label>
      <p class="muted" id="days-hint">Who erases themselves stays in backups until then. They are told, and so is everybody on <a href="/about#privacy">About this site</a>. Leave it empty as long as you have not decided.</p>
      <input class="field is-short" type="number" id="days" name="days" min="1" max="\(Backups.most)" value="\(days)" aria-describedby="days-hint">
      <button class="button is-main" type="submit">Save how long</button></form></section>
      """
  }

  private static let modes: [(Registration.Mode, String)] = [
    (.closed, "who is on the list"), (.code, "who is on the list, or knows the code below"),
    (.approval, "anybody whom an organizer approves"), (.open, "anybody"),
  ]

  private static func done(_ what: String?) -> HTML {
    HTML.when(what != nil, "<p class=\"notice\" role=\"status\">Saved; it holds from now on.</p>")
  }

  private static func looks(_ preview: Policies, _ visit: Visit) -> HTML {
    """
    <section class="notice" aria-label="What changes"><p><strong>Not saved yet.</strong></p>
    \(PolicyHints.html(from: visit.choices.policies, to: preview, visit))</section>
    """
  }

  /// What is chosen for a kind, and the day and time beside it, as the form has them.
  private static func chosen(_ name: String, _ openness: Policies.Openness, _ typed: Query?, _ times: FormTime) -> (
    value: String, from: String
  ) {
    let field = AccessChoices.field(name)
    if let typed { return (typed[field] ?? "", typed["\(field)-from"] ?? "") }
    return switch openness {
    case .everyone: ("everyone", "")
    case .participants: ("participants", "")
    case .everyoneFrom(let instant): ("from", times.value(instant))
    }
  }

  private static func row(
    _ name: String, _ label: String, _ chosen: (value: String, from: String), _ hint: HTML,
    _ times: FormTime
  ) -> HTML {
    let field = AccessChoices.field(name)
    return """
      <fieldset><legend>\(label)</legend>\(hint)
      \(choice(field, "everyone", "everybody", chosen.value == "everyone"))
      \(choice(field, "participants", "participants", chosen.value == "participants"))
      \(choice(field, "from", "participants, and everybody from", chosen.value == "from"))
      <span class="opening"><label class="sr" for="\(field)-from">\(times.label("\(label): open to everybody from"))</label><input class="field" type="datetime-local" id="\(field)-from" name="\(field)-from" value="\(chosen.from)"> \(times.words) \(times.beside)</span></fieldset>
      """
  }

  private static func choice(_ name: String, _ value: String, _ label: String, _ isChosen: Bool) -> HTML {
    """
    <label class="choice"><input type="radio" name="\(name)" value="\(value)"\(HTML.when(isChosen, " checked"))> \(label)</label>
    """
  }
}
