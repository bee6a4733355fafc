import Conference
import Markup

/// A calendar to take along: once as a file, or subscribed to, so that it follows changes.
enum CalendarButtons {
  static func html(_ path: String, _ visit: Visit) -> HTML {
    let subscription = visit.absolute(path).replacing(/^https?:/, with: "webcal:")
    return """
      <a class="button" href="\(url: path)">\(Icon.calendar)Add to calendar</a><a class="button is-quiet" href="\(url: subscription)">Subscribe<span class="sr"> to this calendar</span></a>
      """
  }
}
