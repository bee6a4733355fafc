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
    return [.put(HelpState.html(request, place: place, now: site.clock.now()), id: HelpState.id, in: "")]
  }
}

/// The queue, for helpers.
enum LiveHelpQueue: LiveFeature {
  static let name = "help-queue"
  private static let states: [HelpRequest.State] = [.waiting, .taken, .closed]

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    rest.isEmpty && access.mayHelp
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard let request = try await site.helpDesk.request(event.subject, for: nil) else { return [] }
    let waiting = try await site.helpDesk.open(for: nil).filter { $0.state == .waiting }.count
    let others = states.filter { $0 != request.state }
    return others.map { LiveUpdate.remove(id: HelpQueueRow.id(request, $0)) } + [
      .put(
        HelpQueueRow.html(request, now: site.clock.now()), id: HelpQueueRow.id(request, request.state),
        in: HelpQueueRow.list(request.state)),
      .text("\(waiting)", id: HelpQueuePage.countID),
    ]
  }
}
