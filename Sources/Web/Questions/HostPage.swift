import Conference
import Markup

/// The queue that a host reads aloud from: on a second screen or a phone, by keys alone if one likes.
enum HostPage {
  static let closingId = "queue-closing"

  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let thing = try visit.questionedThing()
    let questions = visit.site.questions
    try personal.access.require(
      try await questions.mayHost(thing.subject, personal.host), "The queue is for the speakers and moderators")
    let queue = try await questions.queue(thing.subject, for: personal.host)
    let isClosed = try await questions.isClosed(thing.subject)
    let path = Address.queue(thing.subject)
    let moderation = try await QuestionModeration.html(thing.subject, back: path, personal)
    return Page(
      title: "Host: \(thing.title)", section: .other, styles: ["questions", "question-row", "question-host"],
      scripts: ["part", "host", "maths"], isUnlisted: true,
      body: """
        <div class="host"><div class="host-ways"><p class="crumb"><a href="\(url: Address.questions(thing.subject))">Questions</a></p>
        <a class="button is-quiet" href="\(url: Address.questions(thing.subject))/screen" target="_blank">Big screen</a>
        <details class="host-keys"><summary>Keys</summary><dl class="facts">\(keys.map { "<dt><kbd>\($0.0)</kbd></dt><dd>\($0.1)</dd>" as HTML })</dl></details></div>
        <h1 dir="auto">\(thing.title)</h1>\(HostTime.html(thing, visit))
        <div data-part="\(path)" data-part-loaded>\(part(queue, thing, path, isClosed: isClosed, moderation, personal))</div>
        <label class="choice"><input type="checkbox" id="show-done"> Show what is answered and dismissed</label></div>
        """)
  }

  private static func part(
    _ queue: [Question], _ thing: QuestionedThing, _ path: String, isClosed: Bool, _ moderation: HTML,
    _ personal: Personal
  ) -> HTML {
    let pinned = queue.first { $0.state == .pinned }?.id
    let own = queue.filter { $0.author == personal.access.account?.id }.map(\.id)
    return """
      <div data-part-body tabindex="-1" data-topics="\(thing.subject.hostTopic) \(thing.subject.topic)" data-cursor="\(personal.visit.cursor)" data-own-questions="\(own.joined(separator: " "))">
      \(DoneNotice.html(personal.visit, sentences))
      <form class="actions host-bar" id="hosting" action="\(url: path)" method="post">\(personal.tokenField)<input type="hidden" name="after" value="\(pinned)">
      <button class="button is-main" type="submit" name="next" value="1" data-key="n" data-focus="next">Next question</button>\(closing(isClosed))</form>
      <ol class="queue" id="\(QueueRow.list)" data-order="descending" aria-label="Queue">\(queue.map { QueueRow.html($0, about: thing) })</ol>
      <p class="questions-none muted">Nothing has been asked yet. Questions come in here by themselves.</p>\(moderation)</div>
      """
  }

  private static let sentences = QuestionModeration.sentences.merging(
    ["none": "Nothing is open just now.", "merged": "Merged; each voter has one vote for both."]) { $1 }

  static func closing(_ isClosed: Bool) -> HTML {
    """
    <button class="button" id="queue-closing" type="submit" name="close" value="\(isClosed ? "0" : "1")" data-key="c">\(isClosed ? "Take questions again" : "Take no more questions")</button>
    """
  }

  private static let keys = [
    ("n", "This is answered; the next question"), ("↓ ↑ or j k", "Go through the queue"), ("p", "Take up"),
    ("a", "Answered"), ("d", "Dismiss"), ("o", "Open again, or put back"),
    ("m", "Merge into another question"), ("Enter", "More: answer in writing"),
    ("c", "Take no more questions, or take them again"),
  ]
}

/// What hosts and moderators do.
enum HostActions {
  /// The button that was pressed says what: next after what its page shows as being answered, close, or a move of the question
  /// that it names.
  static func act(_ act: Act) async throws -> Reply {
    let thing = try act.visit.questionedThing()
    let (questions, host) = (act.site.questions, act.personal.host)
    var done = ""
    if act.form["next"] != nil {
      let next = try await questions.next(thing.subject, after: act.form["after"], by: host)
      if next == nil { done = "?done=none" }
    } else if let close = act.form["close"] {
      try await questions.setClosed(close == "1", thing.subject, by: host)
    } else if let move = Questions.Move.allCases.first(where: { act.form[$0.rawValue] != nil }) {
      try await questions.move(act.form[move.rawValue] ?? "", move, by: host)
    } else {
      throw ConferenceError.invalid(field: "Queue", problem: "no button was pressed", advice: "Press one of the page.")
    }
    return .seeOther("\(Address.queue(thing.subject))\(done)")
  }

  static func move(_ act: Act) async throws -> Reply {
    guard let move = act.form["move"].flatMap({ Questions.Move(rawValue: $0) }) else {
      throw ConferenceError.invalid(field: "Question", problem: "nothing was chosen", advice: "Press a button.")
    }
    return try await done(act, "moved") { try await act.site.questions.move($0, move, by: act.personal.host) }
  }

  static func answer(_ act: Act) async throws -> Reply {
    let text = act.form["answer"] ?? ""
    return try await done(act, text.isEmpty ? "moved" : "answered") {
      try await act.site.questions.answer($0, text, by: act.personal.host)
    }
  }

  /// From the queue, one is back in it afterwards.
  static func merge(_ act: Act) async throws -> Reply {
    let other = try act.field("into", "Other question")
    let reply = try await done(act, "merged") {
      try await act.site.questions.merge($0, into: other, by: act.personal.host)
    }
    guard act.form["queue"] != nil, let target = try await act.site.questions.question(other, for: act.personal.host)
    else { return reply }
    return .seeOther("\(Address.queue(target.subject))?done=merged")
  }

  static func unmerge(_ act: Act) async throws -> Reply {
    try await done(act, "moved") { try await act.site.questions.unmerge($0, by: act.personal.host) }
  }

  private static func done(_ act: Act, _ what: String, _ body: (String) async throws -> Void) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await body(id)
    return .seeOther("/question/\(id)?done=\(what)")
  }
}
