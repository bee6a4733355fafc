import Conference
import Markup

/// Where somebody writes what they say of themselves, and ticks what others see.
enum ProfileForms {
  /// - Parameters:
  ///   - refused: what was typed and cannot be, to be mended; it stands in the form in place of what is stored.
  ///   - problem: why it was refused, which the form alone may not know.
  static func page(_ personal: Personal, refused: ProfileForm? = nil, as problem: ConferenceError? = nil) async throws
    -> Page
  {
    let (account, written) = try await mine(personal)
    let visit = personal.visit
    let form = refused ?? stored(account, written, visit.program)
    return Page(
      title: "My profile", section: .account, styles: ["account", "event", "organize", "profile"],
      scripts: ["interests"], status: refused == nil ? 200 : 400, isUnlisted: true,
      body: """
        <div class="page-head"><div><h1>My profile</h1><p>Participants see your name, and of the rest what you tick. Nobody else sees any of it.</p></div>
        <a class="button" href="\(url: "/people/\(account.id)")">What others see</a></div>
        \(refused.map { problems($0, problem, written ?? Profile(), visit) })
        \(HTML.when(refused == nil && visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Saved.</p>"))
        \(pictureForms(account, written, personal))
        <form action="/account/profile" method="post" class="stack profile">\(personal.tokenField)
        <label for="name">Name</label><input class="field" id="name" name="name" value="\(form.name)" maxlength="120" required autocomplete="name" dir="auto">
        \(fields(form, written, visit))
        <fieldset><legend>Picture</legend>\(tick(.portrait, "Picture", form))</fieldset>
        <fieldset><legend>Presence</legend><label class="choice"><input type="checkbox" name="around" value="yes"\(
          HTML.when(form.isAround, " checked"))> Show me as around while I am here</label>
        <label class="choice"><input type="checkbox" name="reachable" value="yes"\(
          HTML.when(form.isReachable, " checked"))> Let participants who allow the same write to me directly</label></fieldset>
        <button class="button is-main" type="submit">Save</button></form>
        """)
  }

  private static func mine(_ personal: Personal) async throws -> (Account, Profile?) {
    guard let found = try await personal.visit.site.people.profile(of: try personal.account.id) else {
      throw ConferenceError.unauthenticated
    }
    return found
  }

  static func read(_ query: Query, of program: Program) -> ProfileForm {
    var form = ProfileForm(Interests(program))
    form.name = query["name"] ?? ""
    (form.affiliation, form.country, form.pronouns) = (query["affiliation"], query["country"], query["pronouns"])
    (form.zone, form.languages, form.links) = (query["zone"], query["languages"], query["links"])
    (form.interests, form.moreInterests) = (query.all("interest"), query["more-interests"])
    form.shown = query.all("shown").compactMap { Profile.Part(rawValue: $0) }
    form.isAround = query["around"] == "yes"
    form.isReachable = query["reachable"] == "yes"
    return form
  }

  /// What is stored, as the form shows it.
  private static func stored(_ account: Account, _ written: Profile?, _ program: Program) -> ProfileForm {
    let profile = written ?? Profile()
    var form = ProfileForm(Interests(program))
    (form.name, form.affiliation, form.country) = (account.name, account.affiliation, account.country)
    (form.pronouns, form.zone, form.interests) = (profile.pronouns, profile.zone, profile.interests)
    form.languages = profile.languages.joined(separator: ", ")
    form.links = profile.links.joined(separator: "\n")
    form.shown = written?.shown ?? Profile.Part.writtenToBeRead
    (form.isAround, form.isReachable) = (profile.isAround, profile.isReachable)
    return form
  }

  private static func problems(_ form: ProfileForm, _ first: ConferenceError?, _ old: Profile, _ visit: Visit) -> HTML {
    let found = form.problems(keeping: old, at: visit.now)
    let others: [ConferenceError] = first.map { found.contains($0) ? [] : [$0] } ?? []
    let lines = (others + found).map { "<li>\($0.refusal?.words ?? $0.message.asSentence)</li>" as HTML }
    return """
      <div class="notice problem" role="alert"><p>Nothing is saved yet. What you wrote is below, to be mended.</p><ul dir="auto">\(lines)</ul></div>
      """
  }

  private static func fields(_ form: ProfileForm, _ written: Profile?, _ visit: Visit) -> HTML {
    let links: HTML = """
      <textarea class="field" id="links" name="links" rows="3" maxlength="1600" dir="ltr" aria-describedby="links-hint">\(form.links)</textarea>
      <span class="muted" id="links-hint">One in each line: https://example.org/me</span>
      """
    return [
      row("affiliation", "Affiliation", line("affiliation", form.affiliation, 200, "organization"), .affiliation, form),
      row("pronouns", "Pronouns", line("pronouns", form.pronouns, 40, "off"), .pronouns, form),
      row("country", "Country", line("country", form.country, 80, "country-name"), .country, form),
      row("zone", "Time zone, such as Africa/Addis_Ababa, or a city", line("zone", form.zone, 60, "off"), .zone, form),
      row(
        "languages", "Languages, with commas between them", line("languages", form.languages, 400, "off"), .languages,
        form),
      row("links", "Pages of mine", links, .links, form),
      ProfileInterests.html(form, written ?? Profile(), visit, tick: tick(.interests, "Interests", form)),
    ].joined()
  }

  private static func line(_ name: String, _ value: String?, _ limit: Int, _ hint: String) -> HTML {
    """
    <input class="field" id="\(name)" name="\(name)" value="\(value ?? "")" maxlength="\(limit)" autocomplete="\(hint)" dir="auto">
    """
  }

  private static func row(_ name: String, _ label: String, _ field: HTML, _ part: Profile.Part, _ form: ProfileForm)
    -> HTML
  {
    "<label for=\"\(name)\">\(label)</label>\(field)\(tick(part, label, form))"
  }

  private static func tick(_ part: Profile.Part, _ label: String, _ form: ProfileForm) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="shown" value="\(part.rawValue)"\(HTML.when(form.shown.contains(part), " checked"))> Participants see it<span class="sr">: \(label)</span></label>
    """
  }

  private static func pictureForms(_ account: Account, _ written: Profile?, _ personal: Personal) -> HTML {
    let picture: HTML =
      written?.portrait == nil
      ? Portrait.initials(account.name)
      : "<img class=\"portrait\" src=\"\(url: "/people/\(account.id)/portrait.jpg")\" alt=\"My picture\" width=\"96\" height=\"96\">"
    let removal: HTML = """
      <form action="/account/portrait/removal" method="post">\(personal.tokenField)<button class="button is-quiet" type="submit">Take the picture away</button></form>
      """
    return """
      <section class="section" aria-labelledby="picture"><div class="section-head"><h2 id="picture">Picture</h2></div>
      <div class="person-head">\(picture)<div><form action="/account/portrait" method="post" enctype="multipart/form-data" class="stack">\(personal.tokenField)
      <label for="file">JPEG, PNG or WebP, at most 5 MB; a square is cut out of its middle</label>
      <input class="field" type="file" id="file" name="picture" accept="image/jpeg,image/png,image/webp" required>
      <button class="button" type="submit">Take this picture</button></form>\(HTML.when(written?.portrait != nil, removal))</div></div>
      </section>
      """
  }
}
