/// An entry of which somebody who is named in it writes a part: the speakers of a keynote, the hosts of a social, those at a booth.
public protocol HostedEntry: Entry {
  /// The same with what a host may write as it stands in `written`; everything else stays.
  func taking(partOf written: Self) -> Self
  /// What a host may write, by field.
  var part: [(field: String, text: String?)] { get }
  /// What of it may be an address, or the name of a file of the conference.
  var references: [(field: String, text: String)] { get }
  /// Whether somebody hosts it, as the program stands.
  func isHosted(by access: Access, in program: ProgramEdit) throws -> Bool
}

extension Event: HostedEntry {
  public func taking(partOf written: Event) -> Event {
    var event = self
    (event.summary, event.description, event.notice) = (written.summary, written.description, written.notice)
    (event.website, event.join, event.links) = (written.website, written.join, written.links)
    return event
  }

  public var part: [(field: String, text: String?)] {
    [
      ("summary", summary), ("description", description), ("notice", notice), ("website", website), ("join", join),
      ("links", links.part),
    ]
  }

  public var references: [(field: String, text: String)] {
    addresses([("website", website), ("join", join)]) + links.references
  }

  public func isHosted(by access: Access, in program: ProgramEdit) -> Bool { access.isHost(of: self) }
}

extension Session: HostedEntry {
  public func taking(partOf written: Session) -> Session {
    var session = self
    (session.description, session.join) = (written.description, written.join)
    return session
  }

  public var part: [(field: String, text: String?)] { [("description", description), ("join", join)] }

  public var references: [(field: String, text: String)] { addresses([("join", join)]) }

  public func isHosted(by access: Access, in program: ProgramEdit) throws -> Bool {
    access.isHost(
      of: self, event: try event.flatMap { try program.entry(Event.self, $0.id) },
      sponsor: try sponsor.flatMap { try program.entry(Sponsor.self, $0) })
  }
}

extension Sponsor: HostedEntry {
  public func taking(partOf written: Sponsor) -> Sponsor {
    var sponsor = self
    (sponsor.description, sponsor.website, sponsor.join) = (written.description, written.website, written.join)
    (sponsor.video, sponsor.contacts, sponsor.links) = (written.video, written.contacts, written.links)
    return sponsor
  }

  public var part: [(field: String, text: String?)] {
    let people = contacts.flatMap { [$0.name, $0.affiliation, $0.country, $0.email] }.compactMap(\.self)
    return [
      ("description", description), ("website", website), ("join", join), ("video", video),
      ("contacts", people.joined(separator: "\n")), ("links", links.part),
    ]
  }

  public var references: [(field: String, text: String)] {
    addresses([("website", website), ("join", join), ("video", video)]) + links.references
      + contacts.flatMap { addresses([("contacts", $0.website), ("contacts", $0.image)]) }
  }

  public func isHosted(by access: Access, in program: ProgramEdit) -> Bool { access.isRepresentative(of: self) }
}

extension HostedEntry {
  /// Throws where a part that a host wrote names a file of the conference that it did not name before: such files are shown to
  /// whoever sees the entry, and may be withheld from them elsewhere.
  func checkFiles(before: Self) throws {
    let known = Set(before.references.map(\.text))
    for (field, text) in references where MediaName.path(of: text) != nil && !known.contains(text) {
      throw ConferenceError.invalid(
        field: field, problem: "“\(text.prefix(60))” names a file of the conference, which only organizers do",
        advice: "Write a whole address that begins with https://.")
    }
  }

  fileprivate func addresses(_ texts: [(field: String, text: String?)]) -> [(field: String, text: String)] {
    texts.compactMap { field, text in text.map { (field, $0) } }
  }
}

extension [Link] {
  fileprivate var references: [(field: String, text: String)] { map { ("links", $0.url) } }

  fileprivate var part: String { map { "\($0.label) \($0.url)" }.joined(separator: "\n") }
}
