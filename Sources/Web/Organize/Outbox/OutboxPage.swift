import Conference
import Markup

/// The mails on their way, and those that have gone.
enum OutboxPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, query) = (personal.visit, personal.visit.query)
    let outbox = Outbox(visit.site.database, clock: visit.site.clock)
    let state = query["state"].flatMap { OutboxEntry.State(rawValue: $0) }
    let mails = try await outbox.page(
      state, batch: query["batch"], for: try personal.account.id, before: query["before"], limit: Paging.size + 1)
    return OrganizePage.page(
      "Mail", path: "/organize/outbox", personal,
      body: """
        \(MailNotes.html(visit.site))\(DoneNotice.html(visit, ["invited": "The mails are below; nothing goes before you send them.", "approved": "Approved: the mails \(MailNotes.fate(2, visit.site)); those for a later time go then.", "dropped": "What had not gone was dropped."]))
        \(try await batches(outbox, personal))
        \(states(try await outbox.counts(for: try personal.account.id), chosen: state))
        \(query["batch"] == nil ? kinds(try await outbox.purposes(state, for: try personal.account.id)) : .empty)
        \(MailList.html(Array(mails.prefix(Paging.size)), visit))
        \(older(mails, query))
        """)
  }

  private static func batches(_ outbox: Outbox, _ personal: Personal) async throws -> HTML {
    let open = try await outbox.batches(for: try personal.account.id).filter {
      $0.counts[.waitingForReview, default: 0] > 0 || $0.counts[.waiting, default: 0] > 0
    }
    guard !open.isEmpty else { return .empty }
    return """
      <section class="section" aria-labelledby="batches"><div class="section-head"><h2 id="batches">To many people</h2></div>
      <ul class="rows">\(open.map { row($0, personal) })</ul></section>
      """
  }

  private static func row(_ batch: OutboxBatch, _ personal: Personal) -> HTML {
    let review = batch.counts[.waitingForReview, default: 0]
    let waiting = batch.counts[.waiting, default: 0]
    let held = batch.next.flatMap { $0 > personal.visit.now ? $0 : nil }
    let approve = ConsoleButton(
      action: "/organize/outbox/batches/approval", label: review == 1 ? "Send 1 mail" : "Send \(review) mails",
      fields: [("batch", batch.id)], isMain: true)
    let drop = ConsoleButton(
      action: "/organize/outbox/batches/drop", label: "Drop what has not gone", fields: [("batch", batch.id)])
    return """
      <li><span dir="auto"><a href="\(url: "/organize/outbox?batch=\(Query.encoded(batch.id))")">\(batch.subject)</a><br>
      <span class="muted">\(review) wait for your word, \(waiting) wait to be sent, \(batch.counts[.sent, default: 0]) sent\(held.map { "; none goes before \(ConsoleTime.html($0, personal.visit))" as HTML })</span></span>
      <span class="actions">\(HTML.when(review > 0, approve.html(personal)))\(drop.html(personal))</span></li>
      """
  }

  private static func states(_ counts: [OutboxEntry.State: Int], chosen: OutboxEntry.State?) -> HTML {
    let all = counts.values.reduce(0, +)
    let items = OutboxEntry.State.allCases.filter { counts[$0] != nil }
    return """
      <section class="section" aria-labelledby="mails"><div class="section-head"><h2 id="mails">Mails</h2></div>
      <nav class="states" aria-label="State"><ul><li><a href="/organize/outbox"\(HTML.when(chosen == nil, " aria-current=\"page\""))>all \(all)</a></li>
      \(items.map { state in
        "<li><a href=\"\(url: "/organize/outbox?state=\(state.rawValue)")\"\(HTML.when(chosen == state, " aria-current=\"page\""))>\(state.word) \(counts[state] ?? 0)</a></li>" as HTML
      })</ul></nav></section>
      """
  }

  /// How many there are of each kind, as the subjects of some are for their readers only.
  private static func kinds(_ counts: [MailPurpose: Int]) -> HTML {
    let words = MailPurpose.allCases.compactMap { purpose in counts[purpose].map { "\(purpose.word): \($0)" } }
    return HTML.when(!words.isEmpty, "<p class=\"muted\">\(words.joined(separator: " · "))</p>")
  }

  private static func older(_ mails: [OutboxEntry], _ query: Query) -> HTML {
    guard mails.count > Paging.size else { return .empty }
    let kept = ["state", "batch"].compactMap { name in query[name].map { "\(name)=\(Query.encoded($0))&" } }.joined()
    return """
      <nav class="pages" aria-label="Parts of the list"><a href="\(url: "/organize/outbox?\(kept)before=\(mails[Paging.size - 1].id)")">Older mails</a></nav>
      """
  }
}

/// Mails in a list, each with its state.
enum MailList {
  static func html(_ mails: [OutboxEntry], _ visit: Visit) -> HTML {
    guard !mails.isEmpty else { return "<p class=\"muted\">No mails.</p>" }
    return """
      <ul class="rows">\(mails.map { mail in
        """
        <li><span><a href="\(url: "/organize/outbox/\(mail.id)")" dir="auto">\(mail.title)</a><br><span class="muted">\(mail.purpose.isSecret ? "for its reader only" : mail.purpose.word), to <bdi>\(mail.shownWay.recipient ?? "(hidden)")</bdi></span></span>
        <span class="muted">\(mail.state.word), \(ConsoleTime.html(mail.sent ?? mail.created, visit))</span></li>
        """ as HTML
      })</ul>
      """
  }
}

extension OutboxEntry {
  /// Its subject; of one that is for its reader only, of which kind it is.
  var title: String { purpose.isSecret ? purpose.word : subject }
}

extension MailPurpose {
  /// The word in lists.
  var word: String {
    switch self {
    case .signIn: "Way to sign in"
    case .notice: "Notice"
    case .reminder: "Reminder"
    case .conduct: "From the conduct desk"
    case .announcement: "Announcement"
    }
  }
}

extension OutboxEntry.State {
  /// The word in lists.
  var word: String {
    switch self {
    case .waitingForReview: "for review"
    case .waiting: "waiting"
    case .sending: "being sent"
    case .sent: "sent"
    case .failed: "failed"
    case .dropped: "dropped"
    case .unknown: "not known whether it went"
    }
  }
}
