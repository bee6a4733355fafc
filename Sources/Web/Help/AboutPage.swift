import Conference
import Markup

/// What this site is, what it keeps, whom it works for, and its data.
enum AboutPage {
  static func page(_ visit: Visit) -> Page {
    Page(
      title: "About this site", section: .other, description: "What this site keeps, accessibility, and schedule data.",
      styles: ["help"], canonical: "/about",
      body: """
        <article><div class="page-head"><h1>About this site</h1></div><div class="prose">\(conference(visit))\(visit.hasDoors ? privacyOfAccounts(visit) : privacy)\(
          accessibility)\(data)\(credits)</div></article>
        """)
  }

  private static func conference(_ visit: Visit) -> HTML {
    let organization = visit.conference.organization.map { ", organized by \($0)" } ?? ""
    let website = visit.conference.website.map { address in
      " <a href=\"\(url: address)\" rel=\"noopener\">The conference’s own website</a> has more." as HTML
    }
    return "<p>This is where \(visit.conference.name) takes place online\(organization).\(website)</p>"
  }

  private static func privacyOfAccounts(_ visit: Visit) -> HTML {
    """
    <h2 id="privacy">What is kept, and for how long</h2>
    <p>Of who has an account: what the registration says (name, e-mail address, affiliation, country), what you write in your profile and choose that others see, \
    what you save, visit and note, what you write to others, when you accepted the code of conduct, and the browsers in which you are signed in. Organizers see who came in, and \
    what they themselves changed about it. Under <a href="/account/data">My data</a> you download all of it, and erase it.</p>
    \(KeptForList.html(visit))
    <h3>Elsewhere</h3>
    <p>There are no statistics about you, and nothing is loaded from other hosts. A talk on an outside player loads only after you press play; that player then sees your address.</p>
    <p>Your browser keeps, until you sign out or clear it: your time zone, the secret by which you are signed in, a copy of your plan, and whether keys of a single letter are on.</p>
    """
  }

  private static let privacy: HTML = """
    <h2 id="privacy">What is kept</h2>
    <p>Nothing about you is kept on the server: there are no accounts, no statistics, and nothing is loaded from other hosts. \
    A talk on an outside player loads only after you press play; that player then sees your address.</p>
    <p>Your own browser keeps, until you clear it:</p>
    <ul><li>your time zone, in a cookie that pages need to show times as yours, and that you were told \
    of it (for a year);</li>
    <li>the papers and sessions that you saved, and the papers that you opened;</li>
    <li>whether keys of a single letter are on.</li></ul>
    <p>Opening your plan sends the ids of what you saved to the server, which writes the list and forgets them.</p>
    """

  private static let accessibility: HTML = """
    <h2 id="accessibility">Accessibility</h2>
    <p>These pages are made to meet WCAG 2.2 at level AA, and are tested by machine on every change. They are written in \
    plain HTML with headings, landmarks and labels; text contrast is at least 4.5 to 1, in light and in dark; everything \
    works with the keyboard (press <kbd>?</kbd> for a list of keys, which can be turned off), at 200 % zoom, and on narrow \
    screens. Nothing moves for those whose system asks for less motion. All that is to be read works without scripts; \
    searching while you type, saving, and playing outside talks in the page need them.</p>
    <p>What we know to be missing: captions are up to whoever provides a talk, and outside players and meeting rooms have \
    barriers of their own. Mathematics is shown as its TeX source where the server has no KaTeX installed. If something \
    shuts you out, tell the organizers; it is a fault.</p>
    """

  private static let data: HTML = """
    <h2 id="data">Schedule data</h2>
    <ul><li><a href="/schedule.json">schedule.json</a> and <a href="/schedule.xml">schedule.xml</a>, in the format that \
    conference apps read;</li><li><a href="/calendars">calendars</a> to download and to subscribe to;</li>
    <li>the citation of each paper, on its page;</li><li><a href="/api">the API</a>, by which programs do what organizers do.</li></ul>
    """

  private static let credits: HTML = """
    <h2 id="hatata">Made with Hatata</h2>
    <p>Hatata is free software for research conferences, named after a book of inquiry from Ethiopia.</p>
    """
}
