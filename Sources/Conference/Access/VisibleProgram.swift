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
    }
    let open = isOpen(policies.schedule)
    return Program(
      draft: draft, version: version, changed: changed, numbers: numbers, stamps: open ? stamps : [:])
  }

  /// Two in the morning in UTC+12 of the day of its first session, as the conference counts days; nil where it has none.
  public func release(of event: Event) -> Instant? {
    guard let start = sessions(of: event).first?.start else { return nil }
    return Instant(seconds: Int64(zone.day(at: start).number) * 86_400).adding(minutes: (2 - 12) * 60)
  }

  /// When something that is hidden from an audience will be seen, next.
  public func nextOpening(_ policies: Policies, after now: Instant) -> Instant? {
    let releases = policies.release == .onTheirDay ? events.compactMap { release(of: $0) }.filter { $0 > now } : []
    return (releases + [policies.nextChange(after: now)].compactMap(\.self)).min()
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
