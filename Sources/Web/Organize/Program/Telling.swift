import Conference
import Markup

/// Whether those who saved something are told by mail what becomes of it: they are where it is cancelled, moved or taken away, unless
/// somebody says otherwise.
enum Telling {
  static let names: Set = ["tell", "tell-all"]

  /// How many saved something.
  static func count(_ audience: SavedAudience, _ personal: Personal) async throws -> Int {
    try await audience.count(for: try personal.account.id, personal.visit.site.database)
  }

  /// In a form by which anything may be changed.
  static func fields(_ count: Int) -> [FormField] {
    guard count > 0 else { return [] }
    return [
      FormField(
        "tell", "Mail them if it is cancelled, gets another time, or takes place after all", "yes", .check,
        hint: "\(people(count)) saved it, or a paper in it. \(review(count))"),
      FormField("tell-all", "Mail them whatever else is changed, too", "", .check),
    ]
  }

  /// In a form that takes something away, or moves it.
  static func box(_ count: Int, id: String) -> HTML {
    guard count > 0 else { return "<p class=\"muted\">Nobody saved it.</p>" }
    return """
      <label class="choice" for="\(id)"><input type="checkbox" id="\(id)" name="tell" value="yes" checked> Mail the \(people(count)) who saved it</label>
      \(HTML.when(!review(count).isEmpty, "<p class=\"muted\">\(review(count))</p>"))
      """
  }

  /// Beside the button that takes back a change of which mails told.
  static func undoBox(_ change: ProgramChange) -> HTML {
    """
    <label class="choice"><input type="checkbox" name="tell-all" value="yes" checked> Mail who was told<span class="sr"> of change \(change.id)</span></label>
    """
  }

  /// What was chosen in any of them.
  static func notice(_ act: Act) -> SavedNotice? {
    let tellsAll = act.form["tell-all"] != nil
    guard tellsAll || act.form["tell"] != nil else { return nil }
    return SavedNotice(address: act.site.settings.address, ofAllChanges: tellsAll)
  }

  /// What stands in the address after it.
  static func query(_ told: SavedNotice.Told) -> String { told.mails == 0 ? "" : "&told=\(told.mails)" }

  /// Says what the address says of mails.
  static func done(_ visit: Visit) -> HTML {
    guard let count = visit.query["told"].flatMap({ Int($0) }), count > 0 else { return .empty }
    let mails = count == 1 ? "1 mail" : "\(count) mails"
    return count > SavedNotice.mostAtOnce
      ? " \(mails) to those who saved it wait under Mail until an organizer sends them off."
      : " \(mails) to those who saved it \(MailNotes.fate(count, visit.site))."
  }

  static func people(_ count: Int) -> String { count == 1 ? "1 person" : "\(count) people" }

  private static func review(_ count: Int) -> String {
    count > SavedNotice.mostAtOnce ? "So many mails wait under Mail until an organizer sends them off." : ""
  }
}
