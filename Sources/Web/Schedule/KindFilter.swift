import Conference
import Markup

/// Chips that narrow a day to kinds of sessions; they work as a form without scripts.
enum KindFilter {
  /// - Parameter sessions: everything of the day, whatever is chosen.
  static func html(_ sessions: [Session], _ choice: ScheduleChoice) -> HTML {
    let counts = Dictionary(grouping: sessions, by: \.kind).mapValues(\.count)
    let kinds = Session.Kind.allCases.filter { counts[$0] != nil || choice.kinds.contains($0) }
    guard kinds.count > 1 || !choice.kinds.isEmpty else { return .empty }
    return """
      <form action="/schedule" data-swap="#day">
      <input type="hidden" name="day" value="\(choice.day.iso)">
      <fieldset class="chips is-strip"><legend class="sr">Show only</legend>
      \(kinds.map { chip($0, count: counts[$0] ?? 0, isChosen: choice.kinds.contains($0)) })
      </fieldset>
      <noscript><button class="button">Apply</button></noscript>
      </form>
      """
  }

  private static func chip(_ kind: Session.Kind, count: Int, isChosen: Bool) -> HTML {
    """
    <label class="chip"><input type="checkbox" name="kind" value="\(kind.rawValue)"\(
      HTML.when(isChosen, " checked"))><span class="chip-body">\(KindTag.html(kind)) <span class="count">\(
        count)</span></span></label>

    """
  }
}
