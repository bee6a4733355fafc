import Conference
import Markup

/// How entries of a type are edited by a form.
protocol EntryForm: SendableMetatype {
  associatedtype Item: Entry
  /// "Paper"
  static var noun: String { get }
  /// What one needs to use it.
  static var need: Need { get }
  /// The fields of an entry, or of a new one.
  static func fields(_ entry: Item?, _ visit: Visit) -> [FormField]
  /// What was typed, and what of it cannot be understood; fields that no form has stay as they are in `old`.
  static func read(_ form: Query, into old: Item?, _ visit: Visit) -> (Item, [FieldProblem])
  static func find(_ id: String, _ program: Program) -> Item?
  /// Where participants see it.
  static func address(_ entry: Item) -> String
  /// Its texts in Markdown, by label.
  static func markdown(_ entry: Item) -> [(String, String?)]
  /// Where the form is sent to.
  static func action(_ entry: Item?) -> String
  /// Where one is once it is stored.
  static func done(_ entry: Item) -> String
  /// The page around the form.
  static func frame(_ entry: Item?, _ personal: Personal, status: Int, body: HTML) -> Page
  /// What stands over the form, and under it, of an entry that is there.
  static func head(_ entry: Item, _ personal: Personal) -> HTML
  static func foot(_ entry: Item, _ personal: Personal) async throws -> HTML
  /// Throws unless one may use it.
  static func check(_ entry: Item?, _ personal: Personal) async throws
  /// Whether those who saved an entry are told by mail of what is changed.
  static func telling(_ entry: Item?, _ personal: Personal) async throws -> [FormField]
  /// Stores it; says who was told.
  static func store(_ entry: Item, seen: ProgramEdit.Seen, telling notice: SavedNotice?, _ act: Act) async throws
    -> SavedNotice.Told
}

/// In the console, by who may change the program.
extension EntryForm {
  static var need: Need { .chair }

  /// Its own address, at which it can be looked at again where it was refused.
  static func action(_ entry: Item?) -> String {
    entry.map { ProgramLink.entry(Item.entryKind, $0.id) } ?? ProgramLink.new(Item.entryKind)
  }

  static func done(_ entry: Item) -> String { ProgramLink.entry(Item.entryKind, entry.id) + "&done=saved" }

  static func frame(_ entry: Item?, _ personal: Personal, status: Int, body: HTML) -> Page {
    OrganizePage.page(
      entry.map { "Edit \(noun.lowercased()): \(EntryTitle.of($0))" } ?? "New \(noun.lowercased())",
      path: "/organize/program/entry",
      personal, styles: ["program-console"], scripts: [FormTime.script], status: status, body: body)
  }

  static func check(_ entry: Item?, _ personal: Personal) throws {
    try need.check(personal.access, personal.visit.choices.policies, at: personal.visit.now)
  }

  static func telling(_ entry: Item?, _ personal: Personal) async throws -> [FormField] { [] }

  static func store(_ entry: Item, seen: ProgramEdit.Seen, telling notice: SavedNotice?, _ act: Act) async throws
    -> SavedNotice.Told
  {
    try await act.editor.told(by: try act.personal.account.id, telling: notice) { try $0.put(entry, seen: seen) }
  }
}

/// The form of every kind of entry.
enum EntryForms {
  static func form(of kind: EntryKind) -> any EntryForm.Type {
    switch kind {
    case .conference: ConferenceForm.self
    case .paper: PaperForm.self
    case .session: SessionForm.self
    case .event: EventForm.self
    case .sponsor: SponsorForm.self
    case .answer: AnswerForm.self
    case .member: MemberForm.self
    case .theme: ThemeForm.self
    }
  }

  /// The form that an address or a form's field names.
  static func form(named name: String?) throws -> any EntryForm.Type {
    guard let kind = name.flatMap({ EntryKind(rawValue: $0) }) else { throw ConferenceError.notFound("form") }
    return form(of: kind)
  }
}

/// What several forms have.
enum EntryFields {
  static let peopleHint = "One in each line: name; affiliation; country; e-mail address (which is never shown)."
  static let linksHint = "One in each line: label; address."
  static let mediaHint = "An address, or a file of the conference such as media/talk.mp4."

  /// Only a new entry's address can be chosen: it never changes once it is known to others.
  static func id(_ known: String?) -> [FormField] {
    known == nil
      ? [FormField("id", "Id", nil, hint: "Stands in its address for good: letters, digits and hyphens.")] : []
  }
}
