import Conference
import Markup

/// How a request stands, for its asker and for helpers: the same on all pages that are open.
enum HelpState {
  static let id = "help-state"

  static func html(_ request: HelpRequest, place: Int?, now: Instant) -> HTML {
    """
    <p class="notice help-state" id="\(id)" role="status" tabindex="-1" data-state="\(word(request.state))">\(words(request, place, now))</p>
    """
  }

  /// By which the style sheet shows what can be done in a state, beside it, and nothing else.
  private static func word(_ state: HelpRequest.State) -> String {
    switch state {
    case .waiting: "waiting"
    case .taken: "taken"
    case .closed: "closed"
    }
  }

  private static func words(_ request: HelpRequest, _ place: Int?, _ now: Instant) -> HTML {
    switch request.state {
    case .waiting:
      let ahead = place.map { $0 == 1 ? "Next in the queue" : "Number \($0) in the queue" } ?? "In the queue"
      return
        "<strong>\(ahead).</strong> Asked \(LiveTime.html(request.asked)); waiting for \(since(request.asked, now))."
    case .taken:
      return
        "<strong><span dir=\"auto\">\(request.helperName)</span> answers.</strong> Asked \(LiveTime.html(request.asked))."
    case .closed:
      return "<strong>Closed</strong> \(request.closed.map { LiveTime.html($0) })."
    }
  }

  /// "5 min"; scripts keep it current, of which nothing is said.
  static func since(_ instant: Instant, _ now: Instant) -> HTML {
    "<span aria-live=\"off\" data-since=\"\(instant.iso8601)\">\(TimeText.duration(start: instant, end: now))</span>"
  }
}

/// A request as a line of the queue, in the list of those like it.
enum HelpQueueRow {
  static func list(_ state: HelpRequest.State) -> String {
    switch state {
    case .waiting: "help-waiting"
    case .taken: "help-taken"
    case .closed: "help-closed"
    }
  }

  /// All that stand in a list.
  static func rows(_ requests: [HelpRequest], _ state: HelpRequest.State, now: Instant) -> HTML {
    """
    <ul class="rows" id="\(list(state))"\(HTML.when(state == .closed, " data-order=\"descending\""))\(HTML.when(state == .waiting, " aria-live=\"polite\""))>\(requests.map { html($0, now: now) })</ul>
    """
  }

  static func id(_ request: HelpRequest, _ state: HelpRequest.State) -> String { "\(list(state))-\(request.id)" }

  static func html(_ request: HelpRequest, now: Instant) -> HTML {
    let state = request.state
    let number = (request.closed ?? request.asked).milliseconds
    return """
      <li id="\(id(request, state))" data-number="\(number)"><span><a href="\(url: "/help/requests/\(request.id)")" dir="auto">\(HelpText.short(request.text))</a><br>
      <span class="muted"><span dir="auto">\(request.asker)</span>\(HTML.when(request.account == nil, ", by mail"))\(note(request))</span></span>
      <span>\(time(request, now))</span></li>
      """
  }

  private static func note(_ request: HelpRequest) -> HTML {
    switch request.state {
    case .waiting: .empty
    case .taken: ", with <span dir=\"auto\">\(request.helperName)</span>"
    case .closed: request.note.map { ": <span dir=\"auto\">\(HelpText.short($0))</span>" } ?? .empty
    }
  }

  private static func time(_ request: HelpRequest, _ now: Instant) -> HTML {
    switch request.state {
    case .waiting: "waits \(HelpState.since(request.asked, now))"
    case .taken: "since \(LiveTime.html(request.taken ?? request.asked))"
    case .closed: "closed \(LiveTime.html(request.closed ?? request.asked))"
    }
  }
}
