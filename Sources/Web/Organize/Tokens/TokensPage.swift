import Conference
import Markup

/// Where organizers make tokens for other programs, and revoke them.
enum TokensPage {
  /// - Parameter refused: what was sent, and what is wrong with it.
  static func page(_ personal: Personal, refused: (form: Query, problem: HTML)? = nil) async throws -> Page {
    let visit = personal.visit
    let tokens = try await APITokens(visit.site.database, clock: visit.site.clock).all(for: try personal.account.id)
    return OrganizePage.page(
      "Tokens", path: "/organize/tokens", personal,
      body: """
        \(DoneNotice.html(visit, ["revoked": "Revoked; nothing opens with it any more."]))
        <p>A token lets another program do what you do here, by the API at <code>\(visit.absolute(API.root))</code>: a nightly list of registrations, a change of many sessions. \
        <a href="/api">What the API can do</a> is described for people, and <a href="\(url: API.root + "/openapi.json")">for programs</a> (OpenAPI 3.1).</p>
        \(refused?.problem)\(form(personal, typed: refused?.form))
        <section class="section" aria-labelledby="all"><div class="section-head"><h2 id="all">Made so far</h2></div>
        \(HTML.when(tokens.isEmpty, "<p class=\"muted\">None yet.</p>"))
        <ul class="rows">\(tokens.map { row($0, personal) })</ul></section>
        """)
  }

  private static func form(_ personal: Personal, typed: Query?) -> HTML {
    """
    <form class="stack" action="/organize/tokens" method="post">\(personal.tokenField)
    <label for="name">What it is for</label><input class="field" id="name" name="name" value="\(typed?["name"])" maxlength="80" required autocomplete="off" placeholder="Nightly list of registrations">
    <fieldset><legend>What it may do, and nothing else</legend>
    \(TokenScope.allCases.map { choice($0, isChosen: typed?.all("scope").contains($0.rawValue) ?? false) })</fieldset>
    <label for="days">How long it works</label><select class="field is-short" id="days" name="days">
    \(TokenForm.choices.map { "<option value=\"\($0)\"\(HTML.when(typed?["days"] == String($0), " selected"))>\($0) days</option>" as HTML })</select>
    <p class="actions"><button class="button is-main" type="submit">Make a token</button></p></form>
    """
  }

  private static func choice(_ scope: TokenScope, isChosen: Bool) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="scope" value="\(scope.rawValue)"\(HTML.when(isChosen, " checked"))> <span><code>\(scope.rawValue)</code> \(scope.purpose)\(
      scope.warning.map { " <strong>(\($0))</strong>" as HTML })</span></label>
    """
  }

  private static func row(_ token: APIToken, _ personal: Personal) -> HTML {
    let visit = personal.visit
    let revoke = ConsoleButton(action: "/organize/tokens/\(token.id)/revocation", label: "Revoke")
    return """
      <li><span dir="auto"><strong>\(token.name)</strong>\(state(token, visit))<br>
      <span class="muted">\(token.orderedScopes.map(\.rawValue).joined(separator: ", "))<br>
      made by \(token.makerName ?? "the command line") on \(ConsoleTime.html(token.made, visit)); \(used(token, visit)); ends \(ConsoleTime.html(token.expires, visit))</span></span>
      \(HTML.when(token.state(at: visit.now) == .working, revoke.html(personal)))</li>
      """
  }

  private static func used(_ token: APIToken, _ visit: Visit) -> HTML {
    token.used.map { "last used \(ConsoleTime.html($0, visit))" } ?? "never used"
  }

  private static func state(_ token: APIToken, _ visit: Visit) -> HTML {
    switch token.state(at: visit.now) {
    case .working: .empty
    case .expired: ", <strong>expired</strong>"
    case .revoked: ", <strong>revoked</strong>"
    }
  }
}

/// A new token, shown once.
enum NewTokenPage {
  static func page(_ token: APIToken, _ secret: Secret, _ personal: Personal) -> Page {
    let visit = personal.visit
    let example = """
      curl -H "Authorization: Bearer \(secret.text)" \(visit.absolute(API.root))/token
      """
    return OrganizePage.page(
      "The token “\(token.name)”", path: "/organize/tokens", personal,
      body: """
        <p class="notice" role="status">Copy it now: it is shown only this once. Whoever has it can do what it allows; keep it as you keep a password, and out of addresses and shared files.</p>
        <dl class="facts"><div><dt>Token</dt><dd><code class="long" id="token">\(secret.text)</code></dd></div>
        <div><dt>May</dt><dd>\(token.orderedScopes.map(\.rawValue).joined(separator: ", "))</dd></div>
        <div><dt>Works</dt><dd>until \(ConsoleTime.html(token.expires, visit)), or until somebody revokes it</dd></div></dl>
        <p>Try it:</p><pre class="mail-text" tabindex="0" aria-label="A command that tries the token">\(example)</pre>
        <p><a class="button" href="/organize/tokens">All tokens</a></p>
        """)
  }
}
