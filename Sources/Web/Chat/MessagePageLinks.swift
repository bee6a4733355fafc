import Conference
import Markup

extension MessageAnchor {
  /// Where an address says that a page begins or ends; nil where it does not say.
  init?(_ query: Query) {
    if let number = query["before"].flatMap({ Int64($0) }) {
      self = .before(number)
    } else if let number = query["after"].flatMap({ Int64($0) }) {
      self = .after(number)
    } else if let number = query["around"].flatMap({ Int64($0) }) {
      self = .around(number)
    } else {
      return nil
    }
  }
}

/// The ways from a page of a channel, or of a thread, to those beside it.
extension MessagePage {
  /// By which scripts know what of the list stands on other pages.
  var attributes: HTML { "\(HTML.when(hasOlder, " data-older")) data-whole=\"\(hasNewer ? "no" : "yes")\"" }

  /// Whose messages of the page are left out, by which a script knows that they have to come once their authors are blocked no more.
  func without(_ blocked: Set<String>) -> HTML {
    let authors = Set(messages.map(\.author)).intersection(blocked).sorted()
    return HTML.when(!authors.isEmpty, " data-without=\"\(authors.joined(separator: " "))\"")
  }

  func older(_ label: HTML, _ path: String) -> HTML {
    guard hasOlder, let first = messages.first else { return .empty }
    return Self.link("\(url: path)?before=\(first.number)", label)
  }

  func newer(_ label: HTML, _ path: String) -> HTML {
    guard hasNewer, let last = messages.last else { return .empty }
    return Self.link("\(url: path)?after=\(last.number)", label)
  }

  private static func link(_ address: HTML, _ label: HTML) -> HTML {
    "<p class=\"chat-more\"><a class=\"button is-quiet\" data-part-link href=\"\(address)\">\(label)</a></p>"
  }
}
