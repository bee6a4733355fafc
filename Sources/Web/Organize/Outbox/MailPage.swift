import Conference
import Markup

/// One mail, with its text unless it is for its reader only.
enum MailPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let outbox = Outbox(visit.site.database, clock: visit.site.clock)
    guard let mail = try await outbox.entry(try visit.parameter("id"), for: try personal.account.id) else {
      throw ConferenceError.notFound("mail")
    }
    return OrganizePage.page(
      mail.title, path: "/organize/outbox/\(mail.id)", personal,
      body: """
        \(MailNotes.html(visit.site))\(DoneNotice.html(visit, ["retry": "The mail \(MailNotes.fate(1, visit.site)).", "drop": "Dropped; it will not be sent."]))
        \(facts(mail, visit))
        \(text(mail))
        \(buttons(mail).map { $0.html(personal) })
        <p><a href="/organize/outbox">All mails</a></p>
        """)
  }

  private static func facts(_ mail: OutboxEntry, _ visit: Visit) -> HTML {
    """
    <dl class="facts"><div><dt>Kind</dt><dd>\(mail.purpose.word)</dd></div><div><dt>To</dt><dd dir="ltr">\(mail.shownWay.recipient ?? "(hidden)")</dd></div>
    <div><dt>State</dt><dd>\(mail.state.word)\(HTML.when(mail.attempts > 0, ", after \(mail.attempts) \(mail.attempts == 1 ? "attempt" : "attempts")"))</dd></div>
    \(mail.shownWay.lastError.map { "<div><dt>Last answer</dt><dd dir=\"auto\">\($0)</dd></div>" as HTML })
    <div><dt>Written</dt><dd>\(ConsoleTime.html(mail.created, visit))</dd></div>
    \(mail.sent.map { "<div><dt>Sent</dt><dd>\(ConsoleTime.html($0, visit))</dd></div>" as HTML })
    \(next(mail, visit))
    \(mail.expires.map { "<div><dt>Of no use after</dt><dd>\(ConsoleTime.html($0, visit))</dd></div>" as HTML })</dl>
    """
  }

  private static func next(_ mail: OutboxEntry, _ visit: Visit) -> HTML {
    let isHeld = mail.attempts == 0 && mail.next > visit.now
    guard mail.state == .waiting || (mail.state == .waitingForReview && isHeld) else { return .empty }
    return """
      <div><dt>\(isHeld ? "Not before" : "Next attempt")</dt><dd>\(ConsoleTime.html(mail.next, visit))</dd></div>
      """
  }

  private static func text(_ mail: OutboxEntry) -> HTML {
    guard !mail.purpose.isSecret else {
      return "<p class=\"notice\">Its text is not shown, as it is for its reader only.</p>"
    }
    return "<pre class=\"mail-text\" dir=\"auto\" tabindex=\"0\" aria-label=\"Text of the mail\">\(mail.text)</pre>"
  }

  private static func buttons(_ mail: OutboxEntry) -> [ConsoleButton] {
    let retry = ConsoleButton(
      action: "/organize/outbox/\(mail.id)/retry", label: "Send now",
      consequence: mail.state == .unknown ? "It may come twice." : "It is tried at once, as if for the first time.",
      isMain: true)
    let drop = ConsoleButton(
      action: "/organize/outbox/\(mail.id)/drop", label: "Drop", consequence: "It will not be sent.")
    return switch mail.state {
    case .waiting, .failed, .unknown: [retry, drop]
    case .waitingForReview: [drop]
    case .sending, .sent, .dropped: []
    }
  }
}
