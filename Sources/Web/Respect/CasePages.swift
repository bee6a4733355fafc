import Conference
import Markup

/// The cases that somebody on the desk may see.
enum CaseListPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let cases = try await visit.site.conductCases.list(for: try personal.account.id)
    return ConductPages.page(
      "Conduct desk", path: "/conduct/cases", personal,
      body: """
        \(HTML.when(cases.isEmpty, "<p class=\"muted\">There are no reports that you look after. Who is on the desk gets a mail for each.</p>"))
        <ul class="rows">\(cases.map { row($0, visit) })</ul>
        \(HTML.when(!cases.isEmpty, "<p class=\"muted\">What a case is about stands in it, where every look is noted.</p>"))
        """)
  }

  private static func row(_ found: ConductHeading, _ visit: Visit) -> HTML {
    let taken = found.handlerName.map { "Taken by <span dir=\"auto\">\($0)</span>" as HTML }
    let state: HTML = found.decided != nil ? "Decided" : taken ?? "Nobody has taken it yet"
    return """
      <li><a href="\(url: "/conduct/cases/\(found.id)")">Case of \(ConsoleTime.html(found.at, visit))</a><span>\(state)</span></li>
      """
  }
}

/// One case, with all that the desk can do.
enum CasePage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let file = try await visit.site.conductCases.file(try visit.parameter("id"), by: try personal.account.id)
    let looks = file.entries.filter { $0.kind == .looked }
    return ConductPages.page(
      "Case: \(file.opened.reported.kind.word)", path: "/conduct/cases/\(file.opened.id)", personal,
      body: """
        \(DoneNotice.html(visit, sentences))
        <div data-topics="\("cases/\(file.opened.id)")">\(CaseState.html(file.opened, forReporter: false))
        \(facts(file.opened, try await ChannelNames(visit)))\(CaseSubjects.html(file))\(CaseWords.html(file.opened, forReporter: false))\(HTML.when(visit.site.conductCases.hasPicture(file.opened), picture(file.opened)))
        <h2 class="since">What happened since</h2>
        <ol class="entries" id="\(CaseEntries.id)">\(file.entries.filter { $0.kind != .looked }.map { CaseEntries.row($0, forReporter: false) })</ol></div>
        \(try work(file, personal))
        <details class="section"><summary>Who has looked at it (\(looks.count))</summary><ol class="entries">\(looks.suffix(200).map { CaseEntries.row($0, forReporter: false) })</ol></details>
        """)
  }

  static func picture(_ personal: Personal) async throws -> OwnFile {
    let (id, me) = (try personal.visit.parameter("id"), try personal.account.id)
    return OwnFile(type: "image/jpeg", bytes: try await personal.visit.site.conductCases.picture(id, by: me))
  }

  private static func picture(_ found: ConductCase) -> HTML {
    let address = "/conduct/cases/\(found.id)/picture.jpg"
    return """
      <p class="reported-picture"><a href="\(url: address)"><img src="\(url: address)" alt="The picture that was reported"></a></p>
      """
  }

  private static let sentences = [
    "taken": "It is yours.", "noted": "Noted.", "written": "The reporter can read it, and gets a mail that says so.",
    "decided": "Decided. The reporter sees that it is.", "reopened": "It is open again.",
    "hidden": "Hidden. It can be shown again.", "restored": "Everybody sees it again.",
  ]

  private static func facts(_ found: ConductCase, _ names: ChannelNames) -> HTML {
    let reported = found.reported
    let place = reported.channel.map { "?channel=\(Query.encoded($0))" } ?? ""
    let name = reported.personName ?? (reported.kind == .question ? "Somebody without a name" : "A former participant")
    let about: HTML =
      reported.person.map { id in
        "<a href=\"\(url: "/conduct/people/\(id)\(place)")\" dir=\"auto\">\(name)</a>"
      } ?? "nobody named"
    return """
      <dl class="facts"><div><dt>Reported by</dt><dd><a href="\(url: "/people/\(found.reporter)")" dir="auto">\(found.reporterName)</a>, whom nobody but the desk learns of</dd></div>
      <div><dt>About</dt><dd>\(about)</dd></div>
      \(reported.address.map { "<div><dt>Where</dt><dd><a href=\"\(url: $0)\">\(Self.place(of: reported, names))</a></dd></div>" as HTML })</dl>
      """
  }

  private static func place(of reported: Reported, _ names: ChannelNames) -> String {
    guard let channel = reported.channel else { return "Where it stands" }
    return "In “\(names[channel])”"
  }

  private static func work(_ file: ConductFile, _ personal: Personal) throws -> HTML {
    let (found, path) = (file.opened, "/conduct/cases/\(file.opened.id)")
    let isMine = found.handler == (try personal.account.id)
    let take = ConsoleButton(
      action: path + "/taking", label: found.handler == nil ? "Take it" : "Take it over", isMain: found.handler == nil)
    let isTaken = found.handler != nil || found.decided != nil
    let later: HTML =
      "<details><summary>Write, note or decide without taking it</summary>\(words(found, personal))</details>"
    return """
      <section class="section" aria-labelledby="work"><h2 id="work">What to do</h2>
      \(HTML.when(!isMine && found.decided == nil, take.html(personal)))
      \(hiding(file, personal))
      \(isTaken ? words(found, personal) : later)</section>
      """
  }

  private static func words(_ found: ConductCase, _ personal: Personal) -> HTML {
    let path = "/conduct/cases/\(found.id)"
    let reopen = ConsoleButton(action: path + "/reopening", label: "Reopen")
    return """
      \(text("Write to the reporter", "words", path + "/words", "Send", personal, note: "Shown to the reporter only, under your name."))
      \(text("Note for the desk", "note-words", path + "/notes", "Note it", personal, note: "Nobody but the desk reads it."))
      \(found.decided == nil ? decision(path, personal) : reopen.html(personal))
      """
  }

  /// Whom it is about reads it on the record of moderation, too, and learns of no report there.
  private static let neutralWhy = "Against the code of conduct"

  /// Takes what was reported from view, or brings it back, as it stands now.
  private static func hiding(_ file: ConductFile, _ personal: Personal) -> HTML {
    guard let thing = file.opened.reported.written else { return .empty }
    let back = "/conduct/cases/\(file.opened.id)"
    switch file.standing {
    case .shown:
      return ConsoleButton(
        action: "/conduct/\(thing.text)/hiding", label: "Hide the \(thing.word)",
        fields: [("why", neutralWhy), ("back", back + "?done=hidden")],
        consequence: "Nobody but moderators sees it; it can be shown again."
      ).html(personal)
    case .hidden:
      return ConsoleButton(
        action: "/conduct/\(thing.text)/restoring", label: "Show the \(thing.word) again",
        fields: [("back", back + "?done=restored")], consequence: "It is hidden: nobody but moderators sees it."
      ).html(personal)
    case nil: return "<p class=\"muted\">Who wrote it took it back.</p>"
    }
  }

  private static func text(
    _ label: String, _ id: String, _ action: String, _ button: String, _ personal: Personal, note: String
  ) -> HTML {
    """
    <form class="stack" action="\(url: action)" method="post">\(personal.tokenField)
    <label for="\(id)">\(label)</label><textarea class="field" id="\(id)" name="words" rows="3" maxlength="\(ConductCases.longestWords)" required dir="auto"></textarea>
    <p class="muted">\(note)</p><button class="button" type="submit">\(button)</button></form>
    """
  }

  private static func decision(_ path: String, _ personal: Personal) -> HTML {
    """
    <form class="stack" action="\(url: path + "/decision")" method="post">\(personal.tokenField)
    <label for="decision">Decision, for the desk</label><textarea class="field" id="decision" name="decision" rows="3" maxlength="\(ConductCases.longestWords)" required dir="auto"></textarea>
    <label for="told">What the reporter is told <span class="muted">(optional)</span></label><textarea class="field" id="told" name="told" rows="3" maxlength="\(ConductCases.longestWords)" dir="auto"></textarea>
    <button class="button is-main" type="submit">Decide the case</button></form>
    """
  }
}

/// The pages of moderators: their parts beside each other.
enum ConductPages {
  static func page(_ title: String, path: String, _ personal: Personal, body: HTML) -> Page {
    let settings = personal.access.mayOrganize ? [("/organize/conduct", "Settings")] : []
    let parts = [("/conduct/cases", "Cases"), ("/conduct/record", "Record")] + settings
    return Page(
      title: title, section: .conduct, styles: ["account", "organize", "console-menu", "respect"], isUnlisted: true,
      body: """
        <div class="console"><nav class="console-nav" aria-label="Keeping order"><ul>\(parts.map { part in
          "<li><a href=\"\(url: part.0)\"\(HTML.when(path == part.0 || path.hasPrefix(part.0 + "/"), " aria-current=\"page\""))>\(part.1)</a></li>" as HTML
        })</ul></nav><div class="console-main"><div class="page-head"><h1 dir="auto">\(title)</h1></div>\(body)</div></div>
        """)
  }
}
