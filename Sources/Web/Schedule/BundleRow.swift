import Conference
import Markup

/// Several sessions as one block that can be folded; it is open where its height has room for them,
/// else unless they are over, or too many for its width.
enum BundleRow {
  static func html(_ block: TimetableBlock, place: String, _ visit: Visit, reference: Day) -> HTML {
    let phases = block.sessions.map { Phase($0, now: visit.now) }
    let isPast = phases.allSatisfy { $0 == .past || $0 == .cancelled }
    let isNow = phases.contains(.now)
    let kind: HTML = block.kind.map { " kind-\(KindTag.style($0))" } ?? .empty
    return """
      <li class="event bundle\(kind)\(HTML.when(isPast, " is-past"))\(HTML.when(isNow, " is-now")) \(place)">
      <details\(HTML.when(isTall(block) || !isPast && isRoomy(block), " open"))><summary>\(block.sessions.countedByKind)\(
        HTML.when(isNow, " <span class=\"live\">On now</span>")) <small class="event-when">\(
          Times.range(block.start, block.end, visit, reference: reference))</small></summary>
      <ul role="list">\(block.sessions.map { row($0, block, visit, reference) })</ul></details></li>
      """
  }

  /// Whether its list has about the height that it takes up in the time grid anyway, in columns of which three have all of
  /// the grid's width.
  private static func isTall(_ block: TimetableBlock) -> Bool {
    let columns = max(1, 3 * block.width / block.lanes)
    let rows = (block.sessions.count + columns - 1) / columns
    return 3 * rows + 2 <= block.span.count
  }

  /// Whether its list stays about as short as its neighbors are.
  private static func isRoomy(_ block: TimetableBlock) -> Bool {
    block.sessions.count * block.lanes <= 24 * block.width
  }

  private static func row(_ session: Session, _ block: TimetableBlock, _ visit: Visit, _ reference: Day) -> HTML {
    let kind: HTML = block.kind == nil ? KindTag.html(session.kind) : .empty
    let times = Times.range(session.start, session.end, visit, reference: reference)
    let when: HTML = block.hasOneTime ? .empty : "<span class=\"event-when\">\(times)</span>"
    let facts = facts(session, visit)
    return """
      <li\(HTML.when(session.isCancelled, " class=\"is-cancelled\"")) data-card><div>\(kind) \(when)\(Times.moved(session, visit, reference: reference))
      <a class="plain event-title" href="\(url: Address.main(of: session, visit.program))" dir="auto">\(session.title)</a>\(
        HTML.when(!facts.isEmpty, " <small>\(facts)</small>"))</div>\(SaveButton.session(session.id, title: session.title))</li>
      """
  }

  private static func facts(_ session: Session, _ visit: Visit) -> String {
    if session.isCancelled { return "cancelled" }
    return session.slots.isEmpty ? "" : EntryKind.paper.counted(session.slots.count)
  }
}
