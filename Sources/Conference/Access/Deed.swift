import Database
import Foundation

/// Who did what to what, kept for organizers.
public struct Deed: Hashable, Sendable {
  /// An account, or nil for the command line.
  public let by: String?
  /// The token by which it was done, if it was.
  public let token: String?
  /// In the past tense: "banned", "role changed".
  public let action: String
  public let subject: String
  public internal(set) var detail: [String: String]

  init(by doer: (any Doer)?, _ action: String, _ subject: String, _ detail: [String: String] = [:]) {
    (by, token) = (doer?.signature.account, doer?.signature.token)
    (self.action, self.subject, self.detail) = (action, subject, detail)
  }

  init(_ row: Row) throws {
    (by, token) = (try row.value("account"), try row.value("token"))
    (action, subject) = (try row.value("action"), try row.value("subject"))
    detail =
      try row.value("detail", as: String?.self).map {
        try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
      } ?? [:]
  }

  func write(at now: Instant, _ connection: Connection) throws { try Self.write([self], at: now, connection) }

  /// Writes them down, many in one statement.
  static func write(_ deeds: [Deed], at now: Instant, _ connection: Connection) throws {
    for start in stride(from: 0, to: deeds.count, by: 400) {
      let rows = try deeds[start..<min(start + 400, deeds.count)].map { try $0.row(at: now) }
      try connection.execute(
        "INSERT INTO deeds (id, at, account, token, action, subject, detail) VALUES \(rows: rows)")
    }
  }

  private func row(at now: Instant) throws -> SQL {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = detail.isEmpty ? nil : String(decoding: try encoder.encode(detail), as: UTF8.self)
    return "(\(Account.newId()), \(now.milliseconds), \(by), \(token), \(action), \(subject), \(json))"
  }
}

extension Deed {
  /// What somebody does who writes another name, affiliation or country into their profile.
  static let ownDetails = "changed their own details"

  /// Whether the detail says of somebody what otherwise the list of people says: an address, a name, an identity elsewhere.
  var isPersonal: Bool {
    ["details corrected", Self.ownDetails, "address changed", "\(ConductDesk.name) changed", "untied"].contains(action)
      || action.hasPrefix("tied to ")
  }

  /// What differs between two states, by name, as "before → after". Nothing secret belongs into either.
  static func differences(_ before: [String: String], _ after: [String: String]) -> [String: String] {
    let names = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
    return Dictionary(uniqueKeysWithValues: names.map { ($0, "\(short(before[$0])) → \(short(after[$0]))") })
  }

  private static func short(_ text: String?) -> String {
    guard let text, !text.isEmpty else { return "(nothing)" }
    return text.count > 300 ? text.prefix(300) + "…" : text
  }
}
