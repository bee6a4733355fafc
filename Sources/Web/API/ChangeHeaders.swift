import Conference
import HTTPTypes

/// What an answer says, besides its body, of the change of the program that was made or tried.
enum ChangeHeaders {
  /// So many bytes of clashes are told, as proxies take no more than some kilobytes of headers; `/program/clashes` has all.
  static let mostBytes = 2_000

  static let all: [ShapeField] = [
    ShapeField(
      "Program-Change", .text(),
      "The number of the change, by which it can be undone; absent where nothing has changed."),
    ShapeField(
      "Program-Clashes", .text(),
      "Who and which rooms are needed in two sessions at once by this change, and were not before: as a JSON list like that of /program/clashes, with signs beyond ASCII as \\u escapes; where that would be longer than \(mostBytes) bytes, its last item says how many there are besides, as {\"more\": 7}. Absent where there are none. They keep nothing from being stored."
    ),
    told,
  ]

  static let told = ShapeField(
    "Program-Mails", .text(),
    "How many mails go to those who saved what the change cancels, moves or takes away; absent where none do. More than \(SavedNotice.mostAtOnce) wait under /mails/batches."
  )

  static let mails = HTTPField.Name("Program-Mails")!
  static let change = HTTPField.Name("Program-Change")!
  static let clashes = HTTPField.Name("Program-Clashes")!

  /// The first of the clashes, and how many there are besides.
  static func text(of clashes: [Clash]) throws -> String {
    var (items, size): ([String], Int) = ([], 0)
    for clash in clashes {
      let item = try ChangeShapes.value(clash).ascii
      size += item.utf8.count + 1
      guard size <= mostBytes else { break }
      items.append(item)
    }
    if items.count < clashes.count { items.append("{\"more\":\(clashes.count - items.count)}") }
    return "[\(items.joined(separator: ","))]"
  }
}

extension APIAnswer {
  /// Names the change that was made, so that it can be undone, and what clashes by it.
  func telling(_ outcome: EditOutcome?) throws -> APIAnswer {
    var answer = self
    answer.headers[ChangeHeaders.change] = outcome?.change.map { "\($0.id)" }
    if let clashes = outcome?.clashes, !clashes.isEmpty {
      answer.headers[ChangeHeaders.clashes] = try ChangeHeaders.text(of: clashes)
    }
    return answer.telling(outcome?.told ?? .nobody)
  }

  /// Says how many mails tell of it.
  func telling(_ told: SavedNotice.Told) -> APIAnswer {
    var answer = self
    if told.mails > 0 { answer.headers[ChangeHeaders.mails] = "\(told.mails)" }
    return answer
  }
}

extension ShapeField {
  static let dryRun = ShapeField(
    "dry-run", .truth, "Check it and say what would clash, and write nothing.", standard: false)
}

extension ShapeField {
  static let notify = ShapeField(
    "notify", .truth, "Mail those who saved it, or a paper in it, what has become of it.", standard: false)
}

extension APICall {
  /// The mails that are asked for.
  var notice: SavedNotice? {
    flag("notify") ? SavedNotice(address: site.settings.address, ofAllChanges: true) : nil
  }
}

extension JSONValue {
  /// On one line that any header can hold.
  fileprivate var ascii: String {
    get throws {
      String(decoding: try json, as: UTF8.self).unicodeScalars.map { scalar in
        if scalar.isASCII { return String(scalar) }
        return String(scalar).utf16.map { "\\u" + Self.digits($0) }.joined()
      }.joined()
    }
  }

  private static func digits(_ unit: UInt16) -> String {
    let text = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - text.count) + text
  }
}
