import Conference
import Letters

/// What those who saved a session are told of it.
enum SessionLetter {
  /// Nil where nothing has changed that they would want to know.
  static func notice(_ session: Session?, was old: Session?, _ head: Letterhead) -> SavedNotice? {
    guard let session, let old, let news = news(session, old) else { return nil }
    let zone = head.zone
    let day = TimeText.dayText(zone.day(at: session.start))
    let hours = "\(TimeText.clock(session.start, zone: zone)) to \(TimeText.clock(session.end, zone: zone))"
    return SavedNotice(
      about: session,
      Letter(
        on: head.stationery, purpose: .notice, subject: "\(news.subject): \(session.title)",
        [
          .words("\(news.sentence), at \(head.conference):"),
          .entry(
            LetterEntry(
              session.title, lines: ["\(day), \(hours) (\(zone.name(at: session.start)))"],
              url: head.absolute(Address.of(session)))),
        ],
        footnotes: [.words("You get this mail because you saved it, or a paper in it.")]))
  }

  private static func news(_ session: Session, _ old: Session) -> (subject: String, sentence: String)? {
    if session.isCancelled { return old.isCancelled ? nil : ("Cancelled", "This session was cancelled") }
    if old.isCancelled { return ("Takes place", "This session takes place after all") }
    if (session.start, session.end) != (old.start, old.end) { return ("Moved", "This session has another time") }
    return session == old ? nil : ("Changed", "Something about this session has changed")
  }
}
