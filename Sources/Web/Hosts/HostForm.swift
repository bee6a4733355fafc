import Conference
import Markup

/// A form for those who host an entry: some of the fields that the console has for it, on a page of their own.
protocol HostForm: EntryForm where Item: HostedEntry {
  /// The console's form of the same entries.
  associatedtype Whole: EntryForm where Whole.Item == Item
  /// The fields that hosts have.
  static var shown: [String] { get }
  /// What else is on the page.
  static func more(_ entry: Item, _ personal: Personal) -> HTML
}

extension HostForm {
  static var noun: String { Whole.noun }
  static var need: Need { .participant }

  static func fields(_ entry: Item?, _ visit: Visit) -> [FormField] {
    Whole.fields(entry, visit).filter { shown.contains($0.name) }
  }

  static func read(_ form: Query, into old: Item?, _ visit: Visit) -> (Item, [FieldProblem]) {
    let (typed, problems) = Whole.read(form, into: old, visit)
    return (old?.taking(partOf: typed) ?? typed, problems.filter { shown.contains($0.field) })
  }

  static func find(_ id: String, _ program: Program) -> Item? { Whole.find(id, program) }
  static func address(_ entry: Item) -> String { Whole.address(entry) }
  static func markdown(_ entry: Item) -> [(String, String?)] { Whole.markdown(entry) }
  static func action(_ entry: Item?) -> String { entry.map { address($0) + "/mine" } ?? "" }
  static func done(_ entry: Item) -> String { action(entry) + "?done=yes" }

  static func frame(_ entry: Item?, _ personal: Personal, status: Int, body: HTML) -> Page {
    Page(
      title: "My \(noun.lowercased())", section: .account, styles: ["account", "organize", "program-console"],
      status: status, isUnlisted: true,
      body: "<div class=\"door is-wide\"><h1>My \(noun.lowercased())</h1>\n\(body)</div>")
  }

  static func head(_ entry: Item, _ personal: Personal) -> HTML {
    """
    <p><a href="\(url: address(entry))" dir="auto">\(EntryTitle.of(entry))</a></p>
    \(HTML.when(personal.visit.query["done"] != nil, "<p class=\"notice\" role=\"status\">Saved; everybody sees it now.</p>"))
    """
  }

  static func foot(_ entry: Item, _ personal: Personal) -> HTML { more(entry, personal) }

  static func check(_ entry: Item?, _ personal: Personal) async throws {
    guard let entry else { throw ConferenceError.notFound(noun.lowercased()) }
    try await personal.visit.site.hosts.check(Item.self, entry.id, personal.access)
  }

  static func store(_ entry: Item, seen: ProgramEdit.Seen, telling notice: SavedNotice?, _ act: Act) async throws
    -> SavedNotice.Told
  {
    try await act.site.hosts.put(entry, seen: seen, by: act.personal.access)
    return .nobody
  }
}

extension Site {
  var hosts: Hosts { Hosts(database, clock: clock, in: data) }
}
