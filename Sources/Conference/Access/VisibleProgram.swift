/// The program as an audience may see it. Every page, search, calendar, file and export is made from such a program, so that
/// what is not in it cannot be shown.
extension Program {
  public func visible(to audience: Audience, _ policies: Policies, at now: Instant) -> Program {
    if audience == .organizer || (policies == .standard) { return self }
    guard var draft else { return self }
    let isOpen = { (openness: Policies.Openness) in openness.isOpen(to: audience, at: now) }
    if !isOpen(policies.papers) {
      draft.papers = []
      draft.themes = []
      for index in draft.sessions.indices { draft.sessions[index].slots = [] }
    }
    if !isOpen(policies.sponsors) { draft.sponsors = [] }
    if !isOpen(policies.schedule) { (draft.sessions, draft.events, draft.themes) = ([], [], []) }
    if !isOpen(policies.talks) { draft.withdrawTalks() }
    if !isOpen(policies.rooms) { draft.withdrawRooms() }
    if policies.release == .onTheirDay {
      draft.withdrawTalks { release(of: $0).map { $0 > now } ?? false }
      for index in draft.papers.indices where (release(of: draft.papers[index]) ?? now) > now {
        (draft.papers[index].video, draft.papers[index].slides) = (nil, nil)
      }
    }
    let open = isOpen(policies.schedule)
    return Program(
      draft: draft, version: version, changed: changed, numbers: numbers, stamps: open ? stamps : [:],
      formerStarts: open ? formerStarts : [:])
  }

  /// Two in the morning in UTC+12 of the day of its first session that is not cancelled, as the conference counts days; nil where
  /// it has none.
  public func release(of event: Event) -> Instant? {
    let times = sessions(of: event)
    return (times.first { !$0.isCancelled } ?? times.first).map { Self.release(on: zone.day(at: $0.start)) }
  }

  /// When the video and the slides of a paper are released: the same on the day on which the paper is first met, or on the
  /// conference's first day where it is in no session; nil where the conference has no days.
  public func release(of paper: Paper) -> Instant? {
    let times = appearances(of: paper)
    let day = (times.first { !$0.session.isCancelled } ?? times.first).map { zone.day(at: $0.start) } ?? firstDay
    return day.map { Self.release(on: $0) }
  }

  /// When a paper's video and slides are released, while that is still to come.
  public func releaseToCome(of paper: Paper, _ policies: Policies, at now: Instant) -> Instant? {
    guard policies.release == .onTheirDay, paper.video != nil || paper.slides != nil else { return nil }
    return release(of: paper).flatMap { $0 > now ? $0 : nil }
  }

  /// When an event's talks are released, while that is still to come.
  public func releaseToCome(of event: Event, _ policies: Policies, at now: Instant) -> Instant? {
    guard policies.release == .onTheirDay, event.hasTalk else { return nil }
    return release(of: event).flatMap { $0 > now ? $0 : nil }
  }

  private var firstDay: Day? { conference?.start ?? sessions.first.map { zone.day(at: $0.start) } }

  private static func release(on day: Day) -> Instant {
    Instant(seconds: Int64(day.number) * 86_400).adding(minutes: (2 - 12) * 60)
  }

  /// When something that is hidden from an audience will be seen, next.
  public func nextOpening(_ policies: Policies, after now: Instant) -> Instant? {
    var releases: [Instant] = []
    if policies.release == .onTheirDay {
      releases += events.compactMap { release(of: $0) }
      releases += papers.compactMap { release(of: $0) }
    }
    return (releases.filter { $0 > now } + [policies.nextChange(after: now)].compactMap(\.self)).min()
  }
}

extension Draft {
  /// Takes away all recordings and slides.
  fileprivate mutating func withdrawTalks() {
    withdrawTalks { _ in true }
    for index in papers.indices { (papers[index].video, papers[index].slides) = (nil, nil) }
    for index in sponsors.indices { sponsors[index].video = nil }
  }

  /// Takes away the recordings and slides of some events.
  fileprivate mutating func withdrawTalks(_ isHidden: (Event) -> Bool) {
    for index in events.indices where isHidden(events[index]) {
      (events[index].video, events[index].recording, events[index].slides) = (nil, nil, nil)
      for talk in events[index].talks.indices { events[index].talks[talk].video = nil }
    }
  }

  fileprivate mutating func withdrawRooms() {
    for index in sessions.indices {
      sessions[index].join = nil
      for slot in sessions[index].slots.indices { sessions[index].slots[slot].join = nil }
    }
    for index in events.indices { events[index].join = nil }
    for index in sponsors.indices { sponsors[index].join = nil }
  }
}

extension Event {
  /// Whether there is something of it to watch, or slides.
  public var hasTalk: Bool {
    video != nil || recording != nil || slides != nil || talks.contains { $0.video != nil }
  }
}
