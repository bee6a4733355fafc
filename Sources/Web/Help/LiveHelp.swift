import Conference
import Database

/// The state of one request, for its asker and for helpers.
enum LiveHelp: LiveFeature {
  static let name = "help"
  static let counted: Set<String> = ["place"]

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    guard let request = try await site.helpDesk.request(rest, for: nil) else { return false }
    return access.mayRead(request)
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard let request = try await site.helpDesk.request(event.subject, for: nil) else { return [] }
    let place = try await site.helpDesk.place(of: request)
    let state = HelpState.html(request, place: place, now: site.clock.now())
    let others = try await answers(to: request, site)
    return [LiveUpdate.put(state, id: HelpState.id, in: "")] + others
  }

  /// Of what a visitor asked, which only helpers follow.
  private static func answers(to request: HelpRequest, _ site: Site) async throws -> [LiveUpdate] {
    guard request.account == nil else { return [] }
    let answers = try await site.helpDesk.answers(to: request.id, for: nil)
    return [.put(HelpAnswers.list(answers), id: HelpAnswers.id, in: "")]
  }
}

/// The queue, for helpers.
enum LiveHelpQueue: LiveFeature {
  static let name = "help-queue"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty && access.mayHelp
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard event.kind != KnownProblems.changed else { return try await opening("", site) }
    let (desk, now) = (site.helpDesk, site.clock.now())
    guard let request = try await desk.request(event.subject, for: nil) else { return [] }
    let waiting = try await desk.open(for: nil).filter { $0.state == .waiting }.count
    // What was closed last is but a few, so that one that comes or goes moves another one out or in.
    let closed = HelpQueueRow.rows(try await desk.closed(for: nil), .closed, now: now)
    return place(request, now) + [
      .put(closed, id: HelpQueueRow.list(.closed), in: ""), .text("\(waiting)", id: HelpQueuePage.countID),
      .put(HelpNote.html(request), id: HelpNote.id(request), in: ""),
    ]
  }

  /// A known problem ends with time, too.
  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate] {
    [.put(HelpProblems.list(try await site.knownProblems.shown()), id: HelpProblems.id, in: "")]
  }

  private static func place(_ request: HelpRequest, _ now: Instant) -> [LiveUpdate] {
    let open: [HelpRequest.State] = [.waiting, .taken]
    var updates = open.filter { $0 != request.state }.map { LiveUpdate.remove(id: HelpQueueRow.id(request, $0)) }
    guard request.state != .closed else { return updates }
    updates.append(
      .put(
        HelpQueueRow.html(request, now: now), id: HelpQueueRow.id(request, request.state),
        in: HelpQueueRow.list(request.state)))
    return updates
  }
}

/// Who is on which shift, for helpers.
enum LiveHelpShifts: LiveFeature {
  static let name = "help-shifts"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty && access.mayHelp
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    let id = HelpShiftRow.id(event.subject)
    guard let shift = try await site.helpShifts.shift(event.subject) else { return [.remove(id: id)] }
    return [.put(HelpShiftRow.html(shift, now: site.clock.now()), id: id, in: HelpShiftRow.list)]
  }
}
