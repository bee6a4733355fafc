/// The columns of a list that hold numbers of registrations, by which people are known again.
///
/// One that is called so may say what was registered for ("Full", "Student"): it knows nobody, and is passed by.
struct NumberColumns {
  private typealias Cell = (text: String, place: Place)

  /// A column of tickets or orders alone is none of them: it says as often what was bought ("3-day pass"), and an order may be of
  /// several people.
  private static let known = [
    "registration", "registration number", "registration no", "registration no.", "registration id", "registration #",
    "reg number", "reg. number", "reg no", "reg. no.", "reg id", "reg #", "reference", "ticket number", "ticket no",
    "ticket no.", "ticket id", "ticket #",
  ]

  /// By their names.
  let names: [String]

  init(of records: [Record], _ problems: inout Problems) {
    var good: [String] = []
    for name in Self.known where records.contains(where: { $0.hasField(name) }) {
      let open = records.filter { $0.text(any: good) == nil }
      let cells: [Cell] = open.compactMap { record in
        record.text(name).map { (text: $0, place: record.place(name)) }
      }
      guard let cell = Self.kind(in: cells) else {
        good.append(name)
        continue
      }
      problems.warning(
        at: cell.place, "\(cell.text.quoted) stands in this column again: it is no number, and the column is passed by",
        advice: "people are known by their addresses; a column registration number would be taken")
    }
    names = good
  }

  /// A cell whose text stands above already, where the texts say a kind: most have no digit, or each stands twice or more often, taken
  /// all together. Nil where they are numbers, of which some may be there twice by mistake.
  private static func kind(in cells: [Cell]) -> Cell? {
    var seen: Set<String> = []
    let again = cells.filter { !seen.insert($0.text).inserted }
    let words = cells.count { cell in !cell.text.contains { $0.isNumber } }
    return words * 2 > cells.count || seen.count <= again.count ? again.first : nil
  }
}
