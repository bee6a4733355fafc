import Conference
import Markup

/// Entries before and after a change.
enum DifferenceList {
  static func html(_ differences: [EntryDifference], _ visit: Visit, limit: Int = 300) -> HTML {
    guard !differences.isEmpty else { return "<p class=\"muted\">Nothing but the order.</p>" }
    let labels = Set(differences.prefix(limit).map(\.kind)).reduce(into: [EntryKind: [String: String]]()) {
      $0[$1] = Self.labels(EntryForms.form(of: $1), visit)
    }
    return """
      <ul class="differences">\(differences.prefix(limit).map { item($0, labels[$0.kind] ?? [:], visit) })</ul>\(
        HTML.when(differences.count > limit, "<p>and \(differences.count - limit) more</p>"))
      """
  }

  /// The fields of one entry before and after.
  static func fields(_ fields: [EntryDifference.Field], _ labels: [String: String], _ visit: Visit) -> HTML {
    HTML.when(!fields.isEmpty, "<dl>\(fields.map { field($0, labels, visit) })</dl>")
  }

  /// What the form of a kind calls its fields, by the names that they are stored under.
  static func labels<Form: EntryForm>(_ form: Form.Type, _ visit: Visit) -> [String: String] {
    Form.fields(nil, visit).reduce(into: ["slots": "Papers"]) { $0[$1.name] = $1.label }
  }

  private static func item(_ difference: EntryDifference, _ labels: [String: String], _ visit: Visit) -> HTML {
    """
    <li><span class="verb">\(difference.verb.rawValue)</span> \(difference.kind.rawValue) <strong dir="auto">\(difference.title)</strong> <code>\(difference.id)</code>
    \(fields(difference.fields, labels, visit))</li>
    """
  }

  private static func field(_ field: EntryDifference.Field, _ labels: [String: String], _ visit: Visit) -> HTML {
    """
    <dt>\(labels[field.name] ?? field.name)</dt><dd><del dir="auto">\(value(field.before, visit))</del> <ins dir="auto">\(value(field.after, visit))</ins></dd>
    """
  }

  private static func value(_ text: String?, _ visit: Visit) -> HTML {
    guard let text, !text.isEmpty else { return "(nothing)" }
    if let instant = Instant(iso8601: text) {
      return "\(ConsoleTime.html(instant, visit)) (\(visit.zone.name(at: instant)))"
    }
    return text.count > 1_000 ? "\(text.prefix(1_000))…" : "\(text)"
  }
}
