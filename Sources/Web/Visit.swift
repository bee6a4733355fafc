import Conference
import Foundation
import Hummingbird

/// Everything that a page may depend on: the program, the time, the visitor's zone and the address. Nothing personal.
struct Visit: Sendable {
  let site: Site
  let program: Program
  let search: ProgramSearch
  let conference: ConferenceInfo
  let now: Instant
  var zone: Zone
  /// One of 16 orders in which papers are shuffled, drawn by the browser once; 0 where scripts don't run.
  let shuffle: Int
  /// The path and the query as they were asked for.
  let path: String
  let query: Query
  let parameters: Parameters
  let audience: Audience
  let isSignedIn: Bool
  let choices: Choices
  /// The newest event that the page may be older than nothing of: its stream goes on from here.
  let cursor: Int64
  /// What is announced to those of a session that concerns who asks; nil on pages that an audience shares.
  var ownAnnouncements: [Announcement]?
  /// How many cases of the conduct desk wait for who asks; 0 on pages that an audience shares, where a script asks for it.
  var untakenCases = 0
  /// How many wait at the help desk, for who helps; 0 on pages that an audience shares, too.
  var waitingHelp = 0

  /// Whether there is anything to sign in to.
  var hasDoors: Bool { choices.hasAccounts || choices.registration.mode != .closed || choices.policies != .standard }

  var today: Day { zone.day(at: now) }

  /// The id in the address, as the route calls it.
  func parameter(_ name: String) throws -> String {
    guard let value = parameters.get(name) else { throw ConferenceError.notFound("this page") }
    return value
  }

  /// The address of a path from outside, for calendars, citations and search engines.
  func absolute(_ path: String) -> String { site.settings.address + path }

  /// The days of the conference in the visitor's zone: every day on which something is live.
  var days: [Day] { sessionsByDay.map(\.day) }

  /// What is live on each of the days; a session that runs past midnight is on several.
  var sessionsByDay: [(day: Day, sessions: [Session])] {
    var days: [Day: [Session]] = [:]
    for session in program.sessions {
      let first = zone.day(at: session.start)
      days[first, default: []].append(session)
      // One that ends at midnight has nothing of the day after; one that never ends does not make a day of each.
      let last = min(zone.day(at: session.end.adding(seconds: -1)), first.adding(days: 31))
      var day = first.adding(days: 1)
      while day <= last {
        days[day, default: []].append(session)
        day = day.adding(days: 1)
      }
    }
    return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

/// A query string, decoded.
struct Query: Sendable {
  private let items: [(name: String, value: String)]

  init(_ text: String?) {
    items = (text ?? "").split(separator: "&").prefix(100).map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (Self.decoded(parts[0]), parts.count > 1 ? Self.decoded(parts[1]) : "")
    }
  }

  /// A form that came in parts.
  init(fields: [(name: String, value: String)]) {
    items = fields.map { ($0.name, $0.value.trimmingCharacters(in: .whitespacesAndNewlines)) }
  }

  /// The trimmed value; nil if it is absent or empty.
  subscript(name: String) -> String? {
    items.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// Every value of a name that may come several times.
  func all(_ name: String) -> [String] { items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

  /// What stands in it, in its order.
  var names: [String] { items.map(\.name) }

  private static func decoded(_ text: Substring) -> String {
    let spaced = text.replacing("+", with: " ")
    return (spaced.removingPercentEncoding ?? String(spaced)).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// `text` as it can stand in a query.
  static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"):
        bytes.append(byte)
      default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let digits = Array("0123456789ABCDEF".utf8)
}
