/// An entry of which somebody who is named in it writes a part: the speakers of a keynote, the hosts of a social, those at a booth.
public protocol HostedEntry: Entry {
  /// The same with what a host may write as it stands in `written`; everything else stays.
  func taking(partOf written: Self) -> Self
  /// What a host may write, by field.
  var part: [(field: String, text: String?)] { get }
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

  public func isHosted(by access: Access, in program: ProgramEdit) -> Bool { access.isHost(of: self) }
}

extension Session: HostedEntry {
  public func taking(partOf written: Session) -> Session {
    var session = self
    (session.description, session.join) = (written.description, written.join)
    return session
  }

  public var part: [(field: String, text: String?)] { [("description", description), ("join", join)] }

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

  public func isHosted(by access: Access, in program: ProgramEdit) -> Bool { access.isRepresentative(of: self) }
}

extension [Link] {
  fileprivate var part: String { map { "\($0.label) \($0.url)" }.joined(separator: "\n") }
}
