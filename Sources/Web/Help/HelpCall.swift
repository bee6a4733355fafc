import Conference
import Database
import Markup

/// Who is on call, the same for all participants and for all others.
enum HelpCall {
  static let id = "help-call"

  /// What follows it by itself.
  static func part(_ call: HelpShifts.Call, _ personal: Personal) -> HTML {
    let isNamed = personal.access.isLetIn
    return """
      <div data-topics="\(LiveHelpCall.topic(isNamed: isNamed))">\(html(call, isNamed: isNamed, now: personal.visit.now))</div>
      """
  }

  /// - Parameter isNamed: names are for participants; others see how many.
  static func html(_ call: HelpShifts.Call, isNamed: Bool, now: Instant) -> HTML {
    "<p class=\"notice help-call\" id=\"\(id)\" role=\"status\">\(words(call, isNamed, now))</p>"
  }

  private static func words(_ call: HelpShifts.Call, _ isNamed: Bool, _ now: Instant) -> HTML {
    guard !call.helpers.isEmpty else { return nobody(call.next) }
    let names: HTML =
      isNamed
      ? call.helpers.map { name($0, now: now) }.joined(separator: ", ")
      : call.helpers.count == 1 ? "1 volunteer" : "\(call.helpers.count) volunteers"
    return "<strong>On call now:</strong> \(names)\(call.until.map { " until \(LiveTime.html($0))" as HTML })."
  }

  /// The style sheet keeps from who helps what is for who asks.
  private static func nobody(_ next: Instant?) -> HTML {
    """
    <strong>Nobody is on call just now.</strong> \(next.map { "Somebody will be from \(LiveTime.html($0)). " as HTML })\
    <span class="for-askers">What you ask waits in the queue, and is not lost. The <a href="/help">questions and answers</a> may help before.</span>
    """
  }

  /// With the time that it is for them, where they show their zone; scripts keep it current, of which nothing is said.
  static func name(_ helper: HelpShift.Helper, now: Instant) -> HTML {
    let time = helper.zone.map {
      " <span class=\"muted\">(<span aria-live=\"off\" data-clock-in=\"\($0.id)\">\(TimeText.clock(now, zone: $0))</span> in \($0.city))</span>"
        as HTML
    }
    return "<span dir=\"auto\">\(helper.name)</span>\(time)"
  }
}

/// Who is on call, as it changes: with what helpers do, and with time.
enum LiveHelpCall: LiveFeature {
  static let name = "help-call"
  private static let participants = "participants"

  static func topic(isNamed: Bool) -> String { isNamed ? "\(name)/\(participants)" : name }

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty || (rest == participants && access.isLetIn)
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    updates(try await site.helpShifts.call(), topic: event.topic, site)
  }

  /// A shift begins and ends without an event.
  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate] {
    updates(try await site.helpShifts.call(), topic: topic(isNamed: !rest.isEmpty), site)
  }

  static func updates(_ call: HelpShifts.Call, topic: String, _ site: Site) -> [LiveUpdate] {
    [.put(HelpCall.html(call, isNamed: topic != name, now: site.clock.now()), id: HelpCall.id, in: "")]
  }
}
