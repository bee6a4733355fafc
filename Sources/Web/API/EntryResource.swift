import Conference

/// The entries of one kind, as the API has them.
struct EntryResource: Sendable {
  let kind: EntryKind
  /// Below `/program`.
  let path: String
  /// "Paper": what programs call one.
  let noun: String
  let shape: Shape
  let list: @Sendable (Program) -> [any Entry]

  static let all: [EntryResource] = [
    EntryResource(kind: .conference, path: "conference", noun: "Conference", shape: EntryShapes.conference) {
      [$0.conference].compactMap { $0 }
    },
    EntryResource(kind: .paper, path: "papers", noun: "Paper", shape: EntryShapes.paper) { $0.papers },
    EntryResource(kind: .session, path: "sessions", noun: "Session", shape: EntryShapes.session) { $0.sessions },
    EntryResource(kind: .event, path: "events", noun: "Event", shape: EntryShapes.event) { $0.events },
    EntryResource(kind: .sponsor, path: "sponsors", noun: "Sponsor", shape: EntryShapes.sponsor) { $0.sponsors },
    EntryResource(kind: .answer, path: "answers", noun: "Answer", shape: EntryShapes.answer) { $0.answers },
    EntryResource(kind: .member, path: "members", noun: "Member", shape: EntryShapes.member) { $0.members },
    EntryResource(kind: .theme, path: "themes", noun: "Theme", shape: EntryShapes.theme) { $0.themes },
  ]

  /// Where all of them are, below `/api/v1`.
  var collection: String { "/program/\(path)" }

  /// Where one of them is.
  var item: String {
    switch kind {
    case .conference: collection
    case .event: collection + "/{kind}/{name}"
    default: collection + "/{id}"
    }
  }

  func entryName(_ call: APICall) throws -> EntryName {
    switch kind {
    case .conference:
      guard let id = call.site.edition.program.conference?.id else {
        throw ConferenceError.conflict("there is no conference yet; import one first")
      }
      return EntryName(kind: kind, id: id)
    case .event:
      let (kind, name) = (try call.id("kind"), try call.id("name"))
      guard let reference = EventReference("\(kind)/\(name)") else {
        throw ConferenceError.notFound("event")
      }
      return EntryName(kind: .event, id: reference.id)
    default: return EntryName(kind: kind, id: try call.id())
    }
  }

  /// The fields that make up an entry's id.
  private func names(_ name: EntryName) -> [String: JSONValue] {
    guard kind == .event, let reference = EventReference(name.id) else { return ["id": .text(name.id)] }
    return ["kind": .text(reference.kind.rawValue), "name": .text(reference.name)]
  }

  /// What was sent, with the id that the address has; throws where it says another.
  func fields(_ body: JSONValue, _ name: EntryName) throws -> [String: JSONValue] {
    guard case .map(var fields) = body else { return [:] }
    for (field, value) in names(name) {
      if let given = fields[field], given != value {
        throw ConferenceError.invalid(
          field: field, problem: "it differs from the address, and never changes",
          advice: "leave it out; to rename, add a new one and remove this one")
      }
      fields[field] = value
    }
    return fields
  }

  /// Where an entry is, below `/api/v1`.
  func address(_ name: EntryName) -> String { kind == .conference ? collection : "\(collection)/\(name.id)" }
}
