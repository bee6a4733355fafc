import Conference
import Markup

/// Where a visitor chooses the time zone; a script shows the picker over other pages.
enum ZonesPage {
  static func page(_ visit: Visit) -> Page {
    let back = BackPath(visit.query["back"]).path
    return Page(
      title: "Time zone", section: .other, styles: ["zone"], canonical: "/zones", isUnlisted: true,
      body: """
        <div class="page-head"><div><h1>Time zone</h1><p>Every time on every page follows your choice.</p></div></div>
        <div class="zone-picker">
        \(search(visit.query["q"], back: back))
        <form method="post" action="/zones" id="zones"><input type="hidden" name="back" value="\(back)">
        \(visit.query["q"].map { found($0, visit) } ?? all(visit))
        </form></div>
        """)
  }

  private static func search(_ query: String?, back: String) -> HTML {
    """
    <form class="zone-find" action="/zones" role="search" aria-label="Time zones" data-swap="#zones">
    <input type="hidden" name="back" value="\(back)"><p class="finder-field"><label class="sr" for="zone-q">City, country or \
    offset</label>\(Icon.search)<input class="field" id="zone-q" type="search" name="q" value="\(query)" \
    placeholder="City, country, or UTC+3" autocomplete="off" data-search-first data-search></p>
    <noscript><button class="button" type="submit">Search</button></noscript></form>
    """
  }

  private static func all(_ visit: Visit) -> HTML {
    let yours = ZoneChoice(city: visit.zone.city, country: "", zone: visit.zone)
    let regions = ZoneChoice.regions
    let count = regions.reduce(1) { $0 + $1.choices.count }
    let start = [yours] + (visit.zone == .utc ? [] : [ZoneChoice(city: "UTC", country: "", zone: .utc)])
    return """
      <p class="sr" data-announce>\(count) zones</p>\(region("Yours", start, id: "yours", visit))\(
        regions.enumerated().map { region($1.name, $1.choices, id: "region-\($0)", visit) })
      """
  }

  private static func found(_ query: String, _ visit: Visit) -> HTML {
    let choices = ZoneChoice.matching(query, at: visit.now)
    guard !choices.isEmpty else {
      return """
        <div class="empty"><h2>No zone for “\(query)”</h2><p data-announce>No zones found. Try the nearest large city, a country, \
        or an offset such as UTC+3.</p></div>
        """
    }
    let counted = choices.count == 1 ? "1 zone" : "\(choices.count) zones"
    return "<p class=\"sr\" data-announce>\(counted)</p>\(region("Found", choices, id: "found", visit))"
  }

  private static func region(_ name: String, _ choices: [ZoneChoice], id: String, _ visit: Visit) -> HTML {
    """
    <section class="zone-region" aria-labelledby="\(id)"><h2 id="\(id)">\(name)</h2><ul class="zone-list" role="list">\(
      choices.map { option($0, visit) })</ul></section>
    """
  }

  private static func option(_ choice: ZoneChoice, _ visit: Visit) -> HTML {
    let isCurrent = choice.zone == visit.zone
    return """
      <li><button class="zone-option" name="zone" value="\(choice.zone.id)"\(HTML.when(isCurrent, " aria-current=\"true\""))>\
      <span>\(choice.city)\(HTML.when(!choice.country.isEmpty, " <small>\(choice.country)</small>"))</span><span>\(
        choice.zone.offsetText(at: visit.now))</span><span>\(TimeText.clock(visit.now, zone: choice.zone))</span></button></li>
      """
  }
}
