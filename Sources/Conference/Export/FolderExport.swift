import Foundation

/// Writes a conference as a folder of tables that `Importer` reads back as the same conference.
public struct FolderExport {
  private let draft: Draft
  /// The files' texts by name.
  public private(set) var files: [String: String] = [:]

  public init(_ draft: Draft) {
    self.draft = draft
    files["conference.yml"] = ConferenceYAML.text(draft.conference)
    files["code-of-conduct.md"] = draft.conference.codeOfConduct.flatMap { ExportedText.canonical($0).nonEmpty }
    addPapers()
    addSessions()
    for kind in Event.Kind.allCases { addEvents(of: kind) }
    addEventDetails()
    addSponsors()
    addLinks()
    addPages()
  }

  /// The names of the files in `media/` that the conference refers to.
  public var media: Set<String> {
    var names: [String?] = [draft.conference.logo, draft.conference.website]
    for paper in draft.papers {
      names += [paper.thumbnail, paper.video, paper.slides, paper.poster, paper.pdf, paper.forum] + paper.code
      names += Self.files(of: paper.authors, paper.links)
    }
    for event in draft.events {
      names += [event.image, event.video, event.recording, event.slides, event.website, event.join]
      names += Self.files(of: event.people, event.links) + event.talks.map(\.video)
    }
    for sponsor in draft.sponsors {
      names += [sponsor.logo, sponsor.video, sponsor.website, sponsor.join]
      names += Self.files(of: sponsor.contacts, sponsor.links)
    }
    names += Self.files(of: draft.members.map(\.person), [])
    names += draft.sessions.flatMap { [$0.join] + $0.slots.map(\.join) + Self.files(of: $0.chairs, []) }
    return Set(names.compactMap { $0 }.filter { MediaName.path(of: $0) != nil })
  }

  private static func files(of people: [Person], _ links: [Link]) -> [String?] {
    people.flatMap { [$0.image, $0.website] } + links.map(\.url)
  }

  private mutating func add(_ name: String, _ header: [String], _ rows: [[String?]]) {
    guard !rows.isEmpty else { return }
    var table = CSVWriter(header)
    for row in rows { table.append(row) }
    files[name] = table.text
  }

  private mutating func addPapers() {
    let header = [
      "id", "title", "authors", "abstract", "tldr", "keywords", "program", "track", "kind", "pdf", "forum", "code",
      "video", "slides",
      "poster", "thumbnail", "similar", "bibtex",
    ]
    add(
      "papers.csv", header,
      draft.papers.map { paper in
        [
          paper.id, paper.title, CSVWriter.names(paper.authors), paper.abstract, paper.tldr,
          CSVWriter.list(paper.keywords), paper.program,
          paper.track, paper.kind, paper.pdf, paper.forum, CSVWriter.list(paper.code), paper.video, paper.slides,
          paper.poster,
          paper.thumbnail, CSVWriter.list(paper.similar), paper.bibtex,
        ]
      })
    let detailed = draft.papers.filter { $0.authors.contains(where: \.hasDetails) }
    add(
      "authors.csv", ["paper"] + Self.personHeader,
      detailed.flatMap { paper in
        paper.authors.map { [paper.id] + Self.cells(of: $0) }
      })
  }

  private static let personHeader = [
    "name", "affiliation", "country", "zone", "email", "website", "image", "biography",
  ]

  private static func cells(of person: Person) -> [String?] {
    [
      person.name, person.affiliation, person.country, person.zone, person.email, person.website, person.image,
      person.biography,
    ]
  }

  private mutating func addSessions() {
    let header = ["id", "kind", "title", "start", "end", "event", "sponsor", "join", "cancelled", "description"]
    add(
      "sessions.csv", header,
      draft.sessions.map { session in
        [
          session.id, session.kind.rawValue, session.title, session.start.iso8601, session.end.iso8601,
          session.event?.id, session.sponsor,
          session.join, session.isCancelled ? "yes" : nil, session.description,
        ]
      })
    add(
      "slots.csv", ["session", "paper", "start", "end", "join"],
      draft.sessions.flatMap { session in
        session.slots.map { [session.id, $0.paper, $0.start?.iso8601, $0.end?.iso8601, $0.join] }
      })
    add(
      "chairs.csv", ["session"] + Self.personHeader,
      draft.sessions.flatMap { session in session.chairs.map { [session.id] + Self.cells(of: $0) } })
  }

  private mutating func addEvents(of kind: Event.Kind) {
    let header = [
      "id", "title", "people", "summary", "description", "notice", "website", "join", "image", "video", "recording",
      "slides",
    ]
    add(
      kind.fileName + ".csv", header,
      draft.events.filter { $0.kind == kind }.map { event in
        [
          event.name, event.title, CSVWriter.names(event.people), event.summary, event.description, event.notice,
          event.website, event.join, event.image,
          event.video, event.recording, event.slides,
        ]
      })
  }

  private mutating func addEventDetails() {
    let detailed = draft.events.filter { $0.people.contains(where: \.hasDetails) }
    add(
      "people.csv", ["event"] + Self.personHeader,
      detailed.flatMap { event in
        event.people.map { [event.id] + Self.cells(of: $0) }
      })
    add(
      "agenda.csv", ["event", "title", "people", "kind", "section", "start", "end"],
      draft.events.flatMap { event in
        event.agenda.map { [event.id, $0.title, $0.people, $0.kind, $0.section, $0.start?.iso8601, $0.end?.iso8601] }
      })
    add(
      "talks.csv", ["event", "title", "people", "video"],
      draft.events.flatMap { event in
        event.talks.map { [event.id, $0.title, $0.people, $0.video] }
      })
  }

  private mutating func addSponsors() {
    let header = ["id", "name", "tier", "booth_of", "description", "website", "logo", "video", "join"]
    add(
      "sponsors.csv", header,
      draft.sponsors.map {
        [$0.id, $0.name, $0.tier, $0.sharedBooth, $0.description, $0.website, $0.logo, $0.video, $0.join]
      })
    add(
      "contacts.csv", ["sponsor"] + Self.personHeader,
      draft.sponsors.flatMap { sponsor in
        sponsor.contacts.map { [sponsor.id] + Self.cells(of: $0) }
      })
  }

  private mutating func addLinks() {
    func rows(_ owner: String, _ links: [Link]) -> [[String?]] { links.map { [owner, $0.label, $0.url] } }
    let links =
      draft.papers.flatMap { rows("paper/\($0.id)", $0.links) } + draft.events.flatMap { rows($0.id, $0.links) }
      + draft.sponsors.flatMap { rows("sponsor/\($0.id)", $0.links) }
    add("links.csv", ["of", "label", "url"], links)
  }

  private mutating func addPages() {
    add(
      "faq.csv", ["id", "section", "question", "answer"],
      draft.answers.map { [$0.id, $0.section, $0.question, $0.text] })
    add(
      "committee.csv", ["id", "role"] + Self.personHeader,
      draft.members.map { [$0.id, $0.role] + Self.cells(of: $0.person) })
    add(
      "themes.csv", ["id", "day", "title", "paper"],
      draft.themes.flatMap { theme in
        theme.papers.map { [theme.id, theme.day?.iso, theme.title, $0] }
      })
  }
}

extension FolderExport {
  /// Writes the files and the media they refer to; the folder must be empty or not exist.
  ///
  /// - Returns: how many files there are now.
  public func write(to folder: String, media: String) throws -> Int {
    let manager = FileManager.default
    if let existing = try? manager.contentsOfDirectory(atPath: folder), !existing.isEmpty {
      throw ConferenceError.conflict("\(folder) is not empty; name a new folder, so that nothing in it is overwritten")
    }
    try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try write(beside: folder)
    let paths = self.media.compactMap { MediaName.path(of: $0) }.filter { manager.fileExists(atPath: media + "/" + $0) }
    for path in paths {
      let target = URL(fileURLWithPath: folder + "/media/" + path)
      try manager.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try manager.copyItem(at: URL(fileURLWithPath: media + "/" + path), to: target)
    }
    return files.count + paths.count
  }
}

extension FolderExport {
  /// Writes only the tables and texts into a folder that has its media already.
  public func write(beside folder: String) throws {
    for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
  }
}

extension Event.Kind {
  /// The table in which events of this kind stand, without its ending; also the address of their page.
  public var fileName: String { self == .plenary ? rawValue : rawValue + "s" }
}
