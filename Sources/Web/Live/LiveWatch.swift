import Conference
import Database

/// Reads the log of events, here or from another node, and lets everything follow: who may do what, what pages are made from, and the pages that are open.
actor LiveWatch {
  let site: Site
  private var cursor: Int64
  /// The newest event of shared topics that is taken up; what comes before it may still have to be told.
  private var taken: Int64 = 0
  private var isFirst = true
  private var counts = LiveCounts()
  private var announced: [Audience: SharedAnnouncements] = [:]
  /// Who is on call, as each topic was told last.
  private var calls: [String: HelpShifts.Call] = [:]

  init(site: Site) {
    self.site = site
    cursor = site.live.hub.published
  }

  /// Takes up everything that is new; tries until it succeeds, since a change is told only once.
  func takeUp() async {
    while !Task.isCancelled {
      do {
        while try await takeUpSome() {}
        return await tellCounts()
      } catch {
        // Until it is known whose rights have changed, everybody's are looked up.
        site.doorkeeper.forgetEverybody()
        site.logger.warning("Changes could not be read", of: error)
        await Self.rest(.seconds(1))
      }
    }
  }

  /// Whether there may be more.
  private func takeUpSome() async throws -> Bool {
    let (last, known, most) = (cursor, max(cursor, taken), 500)
    let (events, shared, oldest) = try await site.database.read { connection in
      let events = try connection.events(after: last, limit: most)
      // Behind many others, which are told one by one, they would have to wait.
      let shared =
        events.count == most
        ? try connection.events(after: known, limit: 10_000, topics: Array(Self.shared))
        : events.filter { $0.id > known && Self.shared.contains($0.topic) }
      return (events, shared, try connection.oldestEventId())
    }
    let isGap = oldest > last + 1
    if isFirst || isGap { site.doorkeeper.forgetEverybody() }
    for event in shared where event.topic == "accounts" { site.doorkeeper.forget(event.subject) }
    // Rows of what they wrote hold their names.
    if shared.contains(where: { $0.topic == "accounts" }) { site.live.history.forgetUpdates() }
    if isFirst || isGap || !shared.isEmpty {
      let conduct = site.edition.conduct
      try await site.refresh()
      // Who has not agreed to the new one has to, before they follow anything.
      if site.edition.conduct != conduct { site.live.hub.closeAll() }
    }
    isFirst = false
    taken = shared.last?.id ?? known
    if isGap {
      site.live.history.forget(upTo: events.first.map { $0.id - 1 } ?? oldest)
      site.live.hub.closeAll()
    }
    for event in events {
      try await tell(event)
      cursor = event.id
    }
    return events.count == most
  }

  /// Topics of what all pages are made from.
  private static let shared: Set<String> = ["program", "choices", "announcements", "accounts"]

  private func tell(_ event: Database.Event) async throws {
    let live = site.live
    close(by: event)
    if let tally = LiveConversations.tally(event, site) { counts.add(tally, of: LiveConversations.name) }
    // What no page can follow leaves no trace in the cursors of pages, which anybody may read.
    guard let (feature, _) = LiveFeatures.find(event.topic) else { return }
    guard !feature.counted.contains(event.kind) else {
      counts.add(event)
      live.history.append(event, nil)
      return live.hub.skip(to: event.id)
    }
    let updates = try await updates(for: event, of: feature)
    live.history.append(event, updates)
    guard !updates.isEmpty else { return live.hub.skip(to: event.id) }
    let bytes = try LiveText.event(updates, topic: event.topic, id: min(event.id, safeId))
    live.hub.publish(bytes, to: event.topic, upTo: event.id)
  }

  /// What every page shows of what an event told about; who is on call is remembered, so as not to be told again.
  private func updates(for event: Database.Event, of feature: any LiveFeature.Type) async throws -> [LiveUpdate] {
    guard feature.name == LiveHelpCall.name else { return try await feature.updates(for: event, site) }
    let call = try await site.helpShifts.call()
    calls[event.topic] = call
    return LiveHelpCall.updates(call, topic: event.topic, site)
  }

  /// Closes the streams that may not go on after an event; those that still may are opened again.
  private func close(by event: Database.Event) {
    let hub = site.live.hub
    switch (event.topic, event.subject) {
    case ("accounts", let account):
      hub.close(account: account)
      site.presence.forget(account)
      site.typing.forget(account)
    // What is open to whom may have changed with what was chosen.
    case ("choices", Policies.name): hub.closeAll()
    // Who is of the desk.
    case ("choices", ConductDesk.name): hub.closeAll { $0.hasPrefix(LiveCases.name + "/") }
    // What is in the program, and who hosts what.
    case ("program", _):
      let program = site.edition.program
      hub.closeAll { topic in
        LiveFeatures.find(topic).map { $0.feature.isShaken($0.rest, by: program) } ?? false
      }
    case (let topic, _) where event.kind == GeneralChannels.removed: hub.closeAll { $0 == topic }
    default: break
    }
  }

  /// Whoever has this one and comes back misses no count that was still to be told.
  private var safeId: Int64 { counts.oldest.map { $0 - 1 } ?? .max }

  /// Tells the counts of topics that nothing was told of for a second: all of one topic together.
  func tellCounts() async {
    for (topic, pending) in counts.due(at: .now) {
      do {
        try await tell(pending, of: topic)
      } catch {
        // They are told with the next second.
        counts.rest(topic, since: .now)
        site.logger.warning("Counts could not be read", of: error)
      }
    }
  }

  private func tell(_ pending: LiveCounts.Pending, of topic: String) async throws {
    let hub = site.live.hub
    let events = pending.events.values.sorted { $0.id < $1.id }
    var updates: [LiveUpdate] = []
    // Read anew: what is remembered of a count may be older than what was told since of what it belongs to.
    for event in events { updates += try await site.freshUpdates(for: event) }
    let tallies = counts.take(pending, of: topic)
    if let (feature, rest) = LiveFeatures.find(topic), !tallies.isEmpty {
      updates += feature.updates(of: tallies, rest, site)
    }
    guard !updates.isEmpty else { return }
    let newest = events.last?.id ?? hub.published
    hub.publish(try LiveText.event(updates, topic: topic, id: min(newest, safeId)), to: topic, upTo: newest)
    counts.rest(topic, since: .now)
  }

  /// Tells what is announced, where its time has come or gone.
  func tellAnnouncements() throws {
    for audience in [Audience.visitor, .participant] {
      let shown = SharedAnnouncements(for: audience, site)
      guard shown != announced[audience] ?? .nothing else { continue }
      announced[audience] = shown
      try publish(LiveAnnouncements.updates(shown), to: LiveAnnouncements.topic(of: audience))
    }
  }

  /// Tells who is on call at the help desk, where a shift has begun or ended since.
  func tellCall() async {
    do {
      let call = try await site.helpShifts.call()
      for topic in [false, true].map(LiveHelpCall.topic) {
        guard call != calls[topic] else { continue }
        calls[topic] = call
        try publish(LiveHelpCall.updates(call, topic: topic, site), to: topic)
      }
    } catch {
      site.logger.warning("Who is on call could not be told", of: error)
    }
  }

  /// Tells what has changed with time, and by no event.
  private func publish(_ updates: [LiveUpdate], to topic: String) throws {
    let published = site.live.hub.published
    site.live.hub.publish(
      try LiveText.event(updates, topic: topic, id: min(published, safeId)), to: topic, upTo: published)
  }

  /// Notes in which channels others are around than were told, once the nodes know it of each other.
  func notePresence() async {
    let now = site.clock.now()
    do {
      if site.database.dialect == .postgres { try await site.presenceExchange.exchange(at: now) }
      for channel in site.presence.changes(at: now).keys { counts.add(.around, of: "\(LiveChat.name)/\(channel)") }
    } catch {
      site.logger.warning("Who is around could not be told", of: error)
    }
  }

  /// Notes in which channels others write than were told.
  func noteTyping() {
    for channel in site.typing.changes(at: site.clock.now()).keys {
      counts.add(.typing, of: "\(LiveChat.name)/\(channel)")
    }
  }

  /// How long it is until counts may be told again.
  func untilDue() -> Duration { counts.wait(at: .now) }

  /// Deletes what is older than the history that is kept.
  func prune() async {
    let before = site.clock.now().adding(seconds: -site.settings.historySeconds).milliseconds
    do {
      _ = try await site.database.write { try $0.pruneEvents(before: before) }
    } catch {
      site.logger.warning("Old events could not be deleted", of: error)
    }
  }

  /// A while, or until the server is told to stop.
  static func rest(_ while: Duration) async { try? await Task.sleep(for: `while`) }
}
