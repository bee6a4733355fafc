import Conference
import Markup

/// Who did what when.
enum DeedList {
  static func html(_ deeds: [DeedEntry], _ visit: Visit) -> HTML {
    guard !deeds.isEmpty else { return "<p class=\"muted\">Nothing yet.</p>" }
    return "<ul class=\"rows\">\(deeds.map { row($0, visit) })</ul>"
  }

  private static func row(_ entry: DeedEntry, _ visit: Visit) -> HTML {
    """
    <li><span dir="auto">\(actor(entry)) \(entry.deed.action)\(subject(entry))\(detail(entry.deed, visit))</span>
    <span class="muted">\(ConsoleTime.html(entry.at, visit))</span></li>
    """
  }

  private static func actor(_ entry: DeedEntry) -> HTML {
    guard let id = entry.deed.by else {
      return "<strong>\(Signature.words(name: nil, token: entry.tokenName))</strong>:"
    }
    let token = entry.tokenName.map { ", by the token “\($0)”" } ?? ""
    return "<a href=\"\(url: "/organize/record?by=\(id)")\">\(entry.name ?? id)</a>\(token):"
  }

  private static func subject(_ entry: DeedEntry) -> HTML {
    guard let name = entry.subjectName else { return .empty }
    return " — <a href=\"\(url: "/organize/people/\(entry.deed.subject)")\">\(name)</a>"
  }

  private static func detail(_ deed: Deed, _ visit: Visit) -> HTML {
    guard !deed.detail.isEmpty else { return .empty }
    let facts = deed.detail.sorted { $0.key < $1.key }.map { key, value in
      "\(key): \(words(value, of: key, visit))" as HTML
    }
    return "<br><span class=\"muted\">\(facts.joined(separator: " · "))</span>"
  }

  /// Titles in place of keys, roles and standings by their words, and times as people read them.
  private static func words(_ value: String, of key: String, _ visit: Visit) -> HTML {
    if let instant = Instant(iso8601: value) { return ConsoleTime.html(instant, visit) }
    switch key {
    case "about":
      let title = ChannelKey(value).flatMap { Channel($0, in: visit.program)?.title }
      return title.map { "<bdi>\($0)</bdi>" } ?? "\(value)"
    case "with": return "<a href=\"\(url: "/question/\(value)")\">another question</a>"
    case "before": return "\(value.split(separator: ", ").map { PeopleWords.word(String($0)) }.joined(separator: ", "))"
    default: return "\(value)"
    }
  }
}
