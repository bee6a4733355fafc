import Foundation
import Markup

/// What changes on pages that are open: the state of a part, not a difference, so that it may come twice.
enum LiveUpdate: Equatable {
  /// Puts an element in place of the one with the same id, or else into a list, at the place of its `data-number`.
  case put(HTML, id: String, in: String)
  case remove(id: String)
  /// Sets the text of an element, such as a count.
  case text(String, id: String)

  /// As the page's script reads it.
  fileprivate var fields: [String: String] {
    switch self {
    case .put(let html, let id, let list): ["put": id, "in": list, "html": html.string]
    case .remove(let id): ["remove": id]
    case .text(let text, let id): ["text": id, "value": text]
    }
  }
}

/// Lines of a stream of events (HTML Standard, 9.2).
enum LiveText {
  /// One event for all updates together; the reader resumes after `id`.
  static func event(_ updates: [LiveUpdate], topic: String, id: Int64) throws -> [UInt8] {
    struct Body: Encodable {
      let topic: String
      let updates: [[String: String]]
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(Body(topic: topic, updates: updates.map(\.fields)))
    return Array("id: \(id)\ndata: ".utf8) + Array(data) + Array("\n\n".utf8)
  }

  /// Nothing but how far the reader has come.
  static func cursor(_ id: Int64) -> [UInt8] { Array("id: \(id)\nevent: cursor\ndata:\n\n".utf8) }

  /// The history is shorter than what the page has missed: it has to be loaded again.
  static let reset = Array("event: reset\ndata:\n\n".utf8)

  /// What the page asked for and is not told of, by the page's names: it is not there, or not for who asks. Which of both is not said.
  static func gone(_ names: [String]) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    return Array("event: gone\ndata: ".utf8) + Array(try encoder.encode(names)) + Array("\n\n".utf8)
  }

  /// The server stops; after so many milliseconds another may be there.
  static func farewell(_ milliseconds: Int = .random(in: 1_000...8_000)) -> [UInt8] {
    Array("event: farewell\nretry: \(milliseconds)\ndata: \(milliseconds)\n\n".utf8)
  }

  /// A comment: whoever is gone is noticed, and proxies do not close what looks idle.
  static let pulse = Array(":\n\n".utf8)
}
