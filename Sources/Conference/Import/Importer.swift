/// What a folder says, once it was read: a draft, and everything that was wrong or left out.
public struct Reading: Sendable {
  public var draft: Draft
  public var problems: [Problem]
  /// What the folder was recognized as, for people: "the ICLR 2020 portal's folder".
  public var format: String
  /// The folder's files that the draft refers to.
  public var media: [String]
  /// Tables that could not be read, or not to their end.
  public var unreadable: [String]
  /// Entries whose ids were made of their texts, since no file gives them.
  var derived: Set<EntryName>
  /// Whether a file says what the conference is called, rather than only the folder.
  var isNamed: Bool
  /// How many more problems there are than are listed.
  public var omitted: Int
  /// How many errors there are, listed or not.
  public var errorCount: Int

  public var errors: [Problem] { problems.filter { $0.severity == .error } }

  /// Whether it may be stored: nothing is wrong, or only rows are and these may be left out.
  public func isAcceptable(skippingBadRows: Bool) -> Bool {
    errors.isEmpty || (skippingBadRows && unreadable.isEmpty)
  }
}

/// Reads folders of files as conferences.
public enum Importer {
  /// Reads everything in the folder and checks it; never throws for what the files say, which is in `problems`.
  ///
  /// - Parameters:
  ///   - title: what to call the conference where no file names it, such as the folder's name.
  ///   - isKept: whether a file, such as "media/figures/one.svg", is in the data folder from before, so that this one need not have it again.
  public static func read(
    _ folder: ConferenceFolder, title: String = "Conference",
    keeping isKept: @escaping (String) -> Bool = { _ in false }
  ) -> Reading {
    let reading = FolderReading(folder: folder, title: title, isKept: isKept)
    reading.readAll()
    let nearNames = reading.unknown.meantNames
    guard reading.isPortal, !nearNames.isEmpty else { return reading.result }
    // Which names are meant is known only once everything was asked for; they are taken unless that does harm.
    var kept = nearNames
    for _ in 0..<2 {
      let second = FolderReading(folder: folder, title: title, taking: kept, isKept: isKept)
      second.readAll()
      if second.errorCount <= reading.errorCount { return second.result }
      let bad = Set(second.problems.sorted.filter { $0.severity == .error }.map(\.place.file))
      kept = kept.filter { !bad.contains($0.key) }
    }
    return reading.result
  }
}

extension FolderReading {
  fileprivate func readAll() {
    readConference()
    readPapers()
    readSessionsAndEvents()
    readSponsors()
    readContacts()
    readChairs()
    readEventDetails()
    readAnswers()
    readMembers()
    finish()
  }

  fileprivate var result: Reading {
    Reading(
      draft: draft, problems: problems.sorted, format: format, media: media.sorted(), unreadable: unreadable.sorted(),
      derived: derived, isNamed: isNamed, omitted: problems.omitted, errorCount: problems.errorCount)
  }

  /// In this order: weekday names need the portal's days, and calendars come last since they repeat what the others say.
  fileprivate func readSessionsAndEvents() {
    readSessions()
    readEvents()
    nameUntitledSessions()
    settleAnnounced()
    readCalendar()
    splitNamedSlots()
    placeNamedSlots()
    simplifySlots()
  }

  fileprivate func finish() {
    decodeLaTeXLetters()
    completeConference()
    checkReferences()
    if read.isEmpty && unreadable.isEmpty {
      error(
        Place(file: title), "there is nothing in this folder that a conference could be made of",
        "put papers.csv, sessions.csv and the others there; see docs/conference-folder.md")
    }
    reportLeftovers()
  }

  /// Sessions of events and sponsors that are not there.
  private func checkReferences() {
    let events = Set(draft.events.map(\.reference))
    let sponsors = Set(draft.sponsors.map(\.id))
    for index in draft.sessions.indices {
      let session = draft.sessions[index]
      let source = "session \(session.id)"
      if let event = session.event, !events.contains(event) {
        let target = "\(event.kind.rawValue) \(event.name)"
        dangling(event.kind.rawValue, event.name, at: citation(of: target, from: source))
        draft.sessions[index].event = nil
      }
      if let sponsor = session.sponsor, !sponsors.contains(sponsor) {
        dangling("sponsor", sponsor, at: citation(of: "sponsor \(sponsor)", from: source))
        draft.sessions[index].sponsor = nil
      }
    }
    checkSimilar()
    if draft.papers.isEmpty && draft.sessions.isEmpty && draft.events.isEmpty && errorCount == 0 {
      warn(Place(file: title), "there are no papers, sessions or events", "add papers.csv and sessions.csv")
    }
  }

  private func checkSimilar() {
    let ids = Set(draft.papers.map(\.id))
    for index in draft.papers.indices {
      for id in draft.papers[index].similar where !ids.contains(id) {
        dangling("paper", id, at: citation(of: "paper \(id)", from: "paper \(draft.papers[index].id)"))
      }
      draft.papers[index].similar.removeAll { !ids.contains($0) }
    }
  }

  /// What the folder looks like, by the files that only one kind of portal had.
  fileprivate var format: String {
    let names = folder.tableNames
    if program != nil { return "the folder of a portal such as ACL 2023's" }
    if names.contains("conference") { return "a conference folder" }
    if names.contains("poster_schedule") || names.contains("oral_schedule") { return "the ICLR 2020 portal's folder" }
    if names.contains("overall_calendar") || names.contains("main_papers") || names.contains("plenary_sessions") {
      return "the ACL 2020 portal's folder"
    }
    if names.contains("main_calendar") || names.contains("config") { return "the Mini-Conf template's folder" }
    return "a conference folder"
  }
}
