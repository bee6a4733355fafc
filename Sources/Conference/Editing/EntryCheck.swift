/// What is wrong with one field of an entry.
public struct FieldProblem: Hashable, Sendable {
  /// As the entry calls it: "title", "authors".
  public let field: String
  public let problem: String
  public let advice: String

  public init(_ field: String, _ problem: String, _ advice: String) {
    (self.field, self.problem, self.advice) = (field, problem, advice)
  }

  var error: ConferenceError { .invalid(field: field, problem: problem, advice: advice) }
}

/// The rules that entries keep, the same that an import holds files to.
public struct EntryCheck {
  let draft: Draft

  public init(_ draft: Draft) { self.draft = draft }

  /// Everything that is wrong with an entry, in the order of its fields.
  public func problems(_ entry: some Entry) -> [FieldProblem] {
    var found: [FieldProblem] = []
    let name = (entry as? Event)?.name ?? entry.id
    if name.isEmpty {
      found += Self.required([("id", name)])
    } else if !Slug.isAddress(name) {
      found.append(
        FieldProblem("id", "it cannot stand in an address", "use letters, digits, dots and hyphens, at most 120"))
    }
    switch entry {
    case let paper as Paper: found += problems(of: paper)
    case let session as Session: found += problems(of: session)
    case let event as Event: found += problems(of: event)
    case let sponsor as Sponsor: found += problems(of: sponsor)
    case let answer as Answer:
      found += Self.required([("question", answer.question), ("text", answer.text)])
    case let member as Member: found += Self.people([member.person], "person")
    case let conference as ConferenceInfo: found += problems(of: conference)
    case let theme as Theme: found += problems(of: theme)
    default: break
    }
    return found
  }

  private func problems(of paper: Paper) -> [FieldProblem] {
    let known = Set(draft.papers.map(\.id))
    return Self.required([("title", paper.title)]) + Self.people(paper.authors, "authors")
      + Self.addresses([
        ("pdf", paper.pdf), ("forum", paper.forum), ("video", paper.video), ("slides", paper.slides),
        ("poster", paper.poster),
      ]) + Self.addresses(paper.code.map { ("code", $0) }) + Self.links(paper.links)
      + paper.similar.filter { !known.contains($0) }.map { Self.missing("similar", "paper", $0) }
  }

  private func problems(of session: Session) -> [FieldProblem] {
    var found = Self.required([("title", session.title)])
    if session.end <= session.start {
      found.append(FieldProblem("end", "it is not after the start", "look at the day, and at the half of the day"))
    }
    if session.end - session.start > 31 * 86_400_000 {
      found.append(FieldProblem("end", "it is more than a month after the start", "look at the day and the year"))
    }
    if let event = session.event, !draft.events.contains(where: { $0.reference == event }) {
      found.append(Self.missing("event", "event", event.id))
    }
    if let sponsor = session.sponsor, !draft.sponsors.contains(where: { $0.id == sponsor }) {
      found.append(Self.missing("sponsor", "sponsor", sponsor))
    }
    return found + Self.addresses([("join", session.join)]) + Self.people(session.chairs, "chairs")
      + problems(of: session.slots)
  }

  private func problems(of slots: [Slot]) -> [FieldProblem] {
    let known = Set(draft.papers.map(\.id))
    var seen: Set<String> = []
    return slots.flatMap { slot in
      var found: [FieldProblem] = []
      if !known.contains(slot.paper) { found.append(Self.missing("papers", "paper", slot.paper)) }
      if !seen.insert(slot.paper).inserted {
        found.append(FieldProblem("papers", "the paper \(slot.paper) is there twice", "leave one of the two out"))
      }
      if let start = slot.start, let end = slot.end, end <= start {
        found.append(
          FieldProblem(
            "papers", "the part of the paper \(slot.paper) does not end after its start", "correct its times"))
      }
      return found + Self.addresses([("papers", slot.join)])
    }
  }

  private func problems(of event: Event) -> [FieldProblem] {
    Self.required([("title", event.title)]) + Self.people(event.people, "people")
      + Self.addresses([
        ("website", event.website), ("join", event.join), ("image", event.image), ("video", event.video),
        ("recording", event.recording), ("slides", event.slides),
      ]) + Self.links(event.links)
  }

  private func problems(of sponsor: Sponsor) -> [FieldProblem] {
    Self.required([("name", sponsor.name)]) + Self.people(sponsor.contacts, "contacts")
      + Self.addresses([("website", sponsor.website), ("join", sponsor.join), ("video", sponsor.video)])
      + Self.links(sponsor.links)
  }

  private func problems(of theme: Theme) -> [FieldProblem] {
    let known = Set(draft.papers.map(\.id))
    return Self.required([("title", theme.title)])
      + theme.papers.filter { !known.contains($0) }.map { Self.missing("papers", "paper", $0) }
  }

  private func problems(of conference: ConferenceInfo) -> [FieldProblem] {
    var found = Self.required([("name", conference.name)])
    if Zones.named(conference.zone) == nil {
      found.append(FieldProblem("zone", "it is no time zone", "write one such as Europe/Berlin"))
    }
    if let start = conference.start, let end = conference.end, end < start {
      found.append(FieldProblem("end", "it is before the start", "correct one of the two"))
    }
    if let accent = conference.accent, accent.wholeMatch(of: /#[0-9A-Fa-f]{6}/) == nil {
      found.append(FieldProblem("accent", "it is no colour", "write one such as #0B5C63"))
    }
    return found + Self.addresses([("website", conference.website)])
  }
}

extension EntryCheck {
  private static func required(_ fields: [(name: String, text: String)]) -> [FieldProblem] {
    fields.filter { $0.text.allSatisfy(\.isWhitespace) }.map { FieldProblem($0.name, "it is missing", "write one") }
  }

  private static func people(_ people: [Person], _ field: String) -> [FieldProblem] {
    people.flatMap { person in
      var found = required([(field, person.name)])
      if let email = person.email, EmailAddress(email) == nil {
        found.append(FieldProblem(field, "“\(email.prefix(80))” is no e-mail address", "correct it, or leave it out"))
      }
      return found + addresses([(field, person.website)])
    }
  }

  private static func links(_ links: [Link]) -> [FieldProblem] {
    links.flatMap { required([("links", $0.label)]) + addresses([("links", $0.url)]) }
  }

  private static func addresses(_ fields: [(name: String, text: String?)]) -> [FieldProblem] {
    fields.compactMap { name, text in
      guard let text, !isAddress(text) else { return nil }
      return FieldProblem(name, "“\(text.prefix(80))” is no web address", "write the whole address with https://")
    }
  }

  private static func isAddress(_ text: String) -> Bool {
    FolderReading.isWebAddress(text) || MediaName.path(of: text)?.isEmpty == false
  }

  private static func missing(_ field: String, _ kind: String, _ id: String) -> FieldProblem {
    FieldProblem(field, "there is no \(kind) “\(id.prefix(80))”", "add it first, or correct the id")
  }

  /// Throws the first thing that is wrong with what is edited, or with what refers to it; gives the program before and after it.
  static func check(_ edit: ProgramEdit) throws -> EditDrafts? {
    guard let drafts = try EditDrafts(edit) else { return nil }
    let check = EntryCheck(drafts.after)
    for step in edit.steps where step.after?.body != nil {
      guard let row = edit.after[step.name]?.row else { continue }
      if let problem = check.problems(try row.entry()).first { throw problem.error }
    }
    try checkReferences(drafts)
    return drafts
  }

  /// Throws a conflict where something would refer to what is no longer there.
  static func checkReferences(_ drafts: EditDrafts) throws {
    let known = Set(DraftCheck(drafts.before).problems)
    if let problem = DraftCheck(drafts.after).problems.first(where: { !known.contains($0) }) {
      throw ConferenceError.conflict(problem)
    }
  }
}

extension EntryRow {
  func entry() throws -> any Entry {
    func decode<E: Entry>(_ type: E.Type) throws -> any Entry { try decoded(as: type) }
    return try decode(kind.type)
  }
}
