import Conference
import Markup

/// Where organizers choose how the conference shows itself.
enum AppearancePage {
  static func page(_ personal: Personal, preview: Appearance? = nil) -> Page {
    let (visit, conference) = (
      personal.visit, personal.visit.site.edition.program.conference ?? personal.visit.conference
    )
    return OrganizePage.page(
      "Appearance", path: "/organize/appearance", personal,
      body: """
        \(DoneNotice.html(visit, sentences))
        \(preview.map { looks($0) })
        \(form(preview, conference, personal))
        \(HTML.when(preview == nil, logo(conference, personal)))
        """)
  }

  private static let sentences = [
    "saved": "Saved; every page shows it now.", "logo": "The logo stands on every page now.",
    "no-logo": "The logo is gone.",
  ]

  private static func looks(_ appearance: Appearance) -> HTML {
    """
    <section class="notice" aria-label="Preview"><h2 dir="auto">\(appearance.name)</h2><p dir="auto">\(appearance.tagline)</p>
    <div class="prose" dir="auto">\(appearance.welcome.map { Markdown.html($0) })</div></section>
    """
  }

  private static func form(_ preview: Appearance?, _ conference: ConferenceInfo, _ personal: Personal) -> HTML {
    let accent = preview.map(\.accent) ?? conference.accent
    return """
      <form class="stack" action="/organize/appearance" method="post">\(personal.tokenField)
      <label for="name">Name</label><input class="field" id="name" name="name" value="\(preview?.name ?? conference.name)" maxlength="120" required dir="auto">
      <label for="tagline">In a sentence</label><input class="field" id="tagline" name="tagline" value="\(preview.map(\.tagline) ?? conference.tagline)" maxlength="200" dir="auto">
      <label for="welcome">Welcome on the first page, in Markdown</label><textarea class="field" id="welcome" name="welcome" rows="10" maxlength="20000" dir="auto">\(preview.map(\.welcome) ?? conference.description)</textarea>
      <label class="choice"><input type="checkbox" name="own-accent" value="1"\(HTML.when(accent != nil, " checked"))> A colour of its own</label>
      <label for="accent">Colour of links and buttons</label><input class="colour" type="color" id="accent" name="accent" value="\(accent ?? "#0b5c63")">
      \(accent.flatMap { AccentReport($0)?.html })
      <p class="actions"><button class="button is-main" type="submit">Save</button>
      <button class="button" type="submit" formaction="/organize/appearance/preview">Preview, and check the colour</button></p></form>
      """
  }

  private static func logo(_ conference: ConferenceInfo, _ personal: Personal) -> HTML {
    let shown = conference.logo.map(Address.link).flatMap { $0.hasPrefix("/media/") ? $0 : nil }
    let remove = ConsoleButton(action: "/organize/appearance/logo/removal", label: "Remove the logo")
    return """
      <section class="section" aria-labelledby="logo-head"><div class="section-head"><h2 id="logo-head">Logo</h2></div>
      \(shown.map { "<p><img class=\"logo-shown\" src=\"\(url: $0)\" alt=\"The logo as it is\"></p>\(remove.html(personal))" as HTML })
      <form class="stack" action="/organize/appearance/logo" method="post" enctype="multipart/form-data">\(personal.tokenField)
      <label for="logo">A PNG or JPEG picture, at most 2 MB</label><input class="field" id="logo" name="logo" type="file" required accept="image/png,image/jpeg">
      <button class="button is-main" type="submit">Upload</button></form></section>
      """
  }
}
