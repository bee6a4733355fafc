import Foundation
import Testing

@testable import Web

/// A page as an open browser holds it, to which updates are applied as its script does.
struct LivePage {
  private(set) var text: String

  init(_ text: String) { self.text = text }

  /// The event that the page was rendered at.
  var cursor: String {
    get throws { try #require(found(/data-cursor="(\d+)"/, text)) }
  }

  /// The element with an id, whole, with its times as instants alone.
  func element(_ id: String) -> String? { range(of: id).map { String(text[$0]).withBareTimes } }

  /// Applies all that a stream has sent, as text/event-stream.
  mutating func apply(stream: String) throws {
    for line in stream.split(separator: "\n") where line.hasPrefix("data: {") {
      let body = try JSONDecoder().decode(Body.self, from: Data(line.dropFirst(6).utf8))
      for update in body.updates { apply(update) }
    }
  }

  private struct Body: Decodable { let updates: [[String: String]] }

  private mutating func apply(_ update: [String: String]) {
    if let id = update["put"], let html = update["html"] {
      if let place = range(of: id) { return text.replaceSubrange(place, with: html) }
      if let list = update["in"], let place = range(of: list) { insert(html, in: place) }
    } else if let id = update["remove"], let place = range(of: id) {
      text.removeSubrange(place)
    } else if let id = update["text"], let place = range(of: id), let start = text[place].firstIndex(of: ">") {
      guard let end = text[place].lastIndex(of: "<") else { return }
      text.replaceSubrange(text.index(after: start)..<end, with: update["value"] ?? "")
    }
  }

  private mutating func insert(_ html: String, in list: Range<String.Index>) {
    let element = text[list]
    guard let start = element.firstIndex(of: ">"), let end = element.lastIndex(of: "<") else { return }
    let descends = element[..<start].contains("data-order=\"descending\"")
    let number = Int(found(/data-number="(\d+)"/, html) ?? "") ?? 0
    let rows = element[start..<end].matches(of: /<[a-z]+ [^>]*data-number="(\d+)"/)
    let next = rows.first { row in Int(row.1).map { descends ? $0 < number : $0 > number } ?? false }
    text.insert(contentsOf: html, at: next?.range.lowerBound ?? end)
  }

  private func range(of id: String) -> Range<String.Index>? {
    guard let mark = text.range(of: " id=\"\(id)\""), let start = text[..<mark.lowerBound].lastIndex(of: "<") else {
      return nil
    }
    let name = text[text.index(after: start)...].prefix { $0.isLetter || $0.isNumber }
    var (depth, rest) = (0, text[start...])
    while let tag = rest.firstMatch(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
      if tag.2 == name { depth += tag.1.isEmpty ? 1 : -1 }
      rest = rest[tag.range.upperBound...]
      if depth == 0 { return start..<tag.range.upperBound }
    }
    return nil
  }
}

extension String {
  /// With its times as instants alone: a page says them in its reader's zone, a stream leaves that to scripts.
  var withBareTimes: String {
    replacing(/<time datetime="([^"]*)"[^>]*>[^<]*<\/time>/) { "<time datetime=\"\($0.1)\"></time>" }
  }
}

extension StorySite {
  /// Lets the site take up what was changed, as it does by itself where it runs as a service.
  func takeUp() async { await LiveWatch(site: site).takeUp() }
}
