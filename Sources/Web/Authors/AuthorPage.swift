import Conference
import Markup

/// Where authors write what is theirs of a paper.
enum AuthorPage {
  /// The paper of the address, also where papers are not released yet: their authors have to prepare.
  static func paper(_ visit: Visit) throws -> Paper {
    guard let paper = visit.site.edition.program.paper(try visit.parameter("id")) else {
      throw ConferenceError.notFound("paper")
    }
    return paper
  }

  static func page(_ personal: Personal) async throws -> Page {
    let paper = try paper(personal.visit)
    try await personal.visit.site.authors.check(personal.access, paper)
    return Page(
      title: "My paper", section: .papers, styles: ["account", "organize"], isUnlisted: true,
      body: """
        <div class="door is-wide"><h1>My paper</h1><p><a href="\(url: Address.of(paper))" dir="auto">\(paper.title)</a></p>
        \(HTML.when(personal.visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Saved; it is on the paper's page.</p>"))\(TalkRelease.html(paper, personal.visit))
        <form action="\(url: Address.of(paper) + "/mine")" method="post" class="stack">\(personal.tokenField)
        <label for="tldr">Summary in a sentence</label><textarea class="field" id="tldr" name="tldr" rows="3" maxlength="500" dir="auto">\(paper.tldr ?? "")</textarea>
        <label for="code">Code, an address in each line</label><textarea class="field" id="code" name="code" rows="2" maxlength="1600" dir="ltr">\(paper.code.joined(separator: "\n"))</textarea>
        <label for="video">Video, the address of its page</label><input class="field" id="video" name="video" type="text" inputmode="url" maxlength="300" dir="ltr" value="\(isFile(paper.video) ? "" : paper.video ?? "")">
        <button class="button is-main" type="submit">Save</button></form>
        \(video(paper, personal))\(PaperFiles.Kind.allCases.map { file($0, paper, personal) })</div>
        """)
  }

  private static func isFile(_ reference: String?) -> Bool { reference?.hasPrefix("media/") == true }

  private static func video(_ paper: Paper, _ personal: Personal) -> HTML {
    let action = "\(Address.of(paper))/mine/video"
    let there: HTML = """
      \(watch(paper, personal.visit))<form action="\(url: action + "/removal")" method="post" class="actions">\(personal.tokenField)
      <button class="button is-quiet" type="submit">Take the video away</button></form>
      """
    return """
      <section class="section" aria-labelledby="video-file-name"><div class="section-head"><h2 id="video-file-name">Video file</h2></div>
      \(HTML.when(isFile(paper.video), there))
      <form action="\(url: action)" method="post" enctype="multipart/form-data" class="stack">\(personal.tokenField)
      <label for="video-file">MP4 or WebM, at most \(PaperVideo.limit >> 20) MB; it takes the place of the address above</label>
      <input class="field" type="file" id="video-file" name="video" accept="video/mp4,video/webm" required>
      <button class="button" type="submit">\(isFile(paper.video) ? "Replace" : "Send")<span class="sr"> the video</span></button></form></section>
      """
  }

  /// On the paper's page; here, while that does not show it to everybody yet.
  private static func watch(_ paper: Paper, _ visit: Visit) -> HTML {
    let program = visit.site.edition.program
    guard let video = paper.video, program.releaseToCome(of: paper, visit.choices.policies, at: visit.now) != nil else {
      return "<p><a class=\"button\" href=\"\(url: Address.of(paper) + "#talk")\">Watch the video</a></p>"
    }
    return TalkPlayer.html(video, title: "Talk: \(paper.title)", action: "Play the talk")
  }

  private static func file(_ kind: PaperFiles.Kind, _ paper: Paper, _ personal: Personal) -> HTML {
    let current = kind == .slides ? paper.slides : paper.poster
    let action = "\(Address.of(paper))/mine/\(kind.rawValue)"
    return """
      <section class="section" aria-labelledby="\(kind.rawValue)-name"><div class="section-head"><h2 id="\(kind.rawValue)-name">\(kind.label)</h2></div>
      \(current.map { there($0, action, kind, personal) })
      <form action="\(url: action)" method="post" enctype="multipart/form-data" class="stack">\(personal.tokenField)
      <label for="\(kind.rawValue)">\(kind == .slides ? "PDF" : "PDF, PNG or JPEG"), at most \(kind.limit >> 20) MB</label>
      <input class="field" type="file" id="\(kind.rawValue)" name="\(kind.rawValue)" accept="\(kind.types)" required>
      <button class="button" type="submit">\(current == nil ? "Send" : "Replace")<span class="sr"> the \(kind.rawValue)</span></button></form></section>
      """
  }

  private static func there(_ reference: String, _ action: String, _ kind: PaperFiles.Kind, _ personal: Personal)
    -> HTML
  {
    """
    <form action="\(url: action + "/removal")" method="post" class="actions">\(personal.tokenField)<a class="button" href="\(url: Address.link(reference))">Look at the \(kind.rawValue)</a>\
    <button class="button is-quiet" type="submit">Take the \(kind.rawValue) away</button></form>
    """
  }

  /// The part of the account's page: papers that are one's own, and those that may be.
  static func section(_ personal: Personal) async throws -> HTML {
    guard personal.access.isLetIn else { return .empty }
    let (account, site) = (try personal.account, personal.visit.site)
    let claims = try await site.claims.states(of: account.id)
    let all = site.edition.program.papers
    let mine = personal.access.own(all, claims)
    let maybe = all.filter { $0.hasAuthor(named: account.name) && !mine.contains($0) }.prefix(20)
    guard !mine.isEmpty || !maybe.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="papers"><div class="section-head"><h2 id="papers">My papers</h2></div>
      <ul class="rows">\(mine.map(own))\(maybe.map { claim($0, claims[$0.id], personal) })</ul></section>
      """
  }

  private static func own(_ paper: Paper) -> HTML {
    """
    <li><a dir="auto" href="\(url: Address.of(paper))">\(paper.title)</a><a class="button" href="\(url: Address.of(paper) + "/mine")">Edit<span class="sr"> \(paper.title)</span></a></li>
    """
  }

  private static func claim(_ paper: Paper, _ state: PaperClaims.State?, _ personal: Personal) -> HTML {
    let form: HTML = """
      <form action="\(url: Address.of(paper) + "/claim")" method="post">\(personal.tokenField)<button class="button" type="submit">This is my paper<span class="sr">: \(paper.title)</span></button></form>
      """
    let words: HTML =
      switch state {
      case nil: form
      case .waiting: "<span class=\"muted\">Waits for an organizer's word</span>"
      case .granted, .refused: "<span class=\"muted\">Not yours, as an organizer said</span>"
      }
    return "<li><a dir=\"auto\" href=\"\(url: Address.of(paper))\">\(paper.title)</a>\(words)</li>"
  }
}
