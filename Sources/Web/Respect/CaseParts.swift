import Conference
import Markup

/// How a case stands: the same on all pages of those who may see it.
enum CaseState {
  static let id = "case-state"

  static func html(_ found: ConductCase, forReporter: Bool) -> HTML {
    """
    <p class="notice" id="\(id)" role="status">\(words(found, forReporter)) Reported \(LiveTime.html(found.at)).</p>
    """
  }

  private static func words(_ found: ConductCase, _ forReporter: Bool) -> HTML {
    if let outside = found.outside {
      return
        "<strong>Sent to <span dir=\"ltr\">\(outside)</span></strong>, outside of this conference; they answer to your address."
    }
    if let decided = found.decided { return "<strong>Decided</strong> \(LiveTime.html(decided))." }
    guard let handler = found.handlerName else {
      return forReporter ? "<strong>With the conduct desk.</strong>" : "<strong>Nobody has taken it yet.</strong>"
    }
    return "<strong><span dir=\"auto\">\(handler)</span> looks after it.</strong>"
  }

  static func word(_ found: ConductCase) -> String {
    if found.outside != nil { return "sent outside" }
    return found.decided != nil ? "decided" : found.handler == nil ? "new" : "taken"
  }
}

extension Reported {
  /// Where it stands, or where the person is met, if that is anywhere.
  var address: String? {
    switch kind {
    case .message: subject.map { "/messages/\($0)" }
    case .question: channel.map { "/questions/\($0)" }
    case .person: channel.map { "/chat/\($0)" }
    case .incident: nil
    }
  }
}

/// What the reporter said, and what was reported.
enum CaseWords {
  static func html(_ found: ConductCase, forReporter: Bool) -> HTML {
    """
    \(ReportedCopy.html(found.reported))
    \(HTML.when(!found.words.isEmpty, "<div class=\"case-words\" dir=\"auto\"><h2>\(forReporter ? "What you said" : "What the reporter says")</h2><p class=\"plain-text\">\(found.words)</p></div>"))
    """
  }
}

/// From whom its reporter keeps a case.
enum CaseSubjects {
  static func html(_ file: ConductFile) -> HTML {
    guard !file.keptFrom.isEmpty else { return .empty }
    let names = file.keptFrom.map { "<strong dir=\"auto\">\($0)</strong>" as HTML }.joined(separator: ", ")
    return "<p>It is about \(names), and kept from them.</p>"
  }
}

/// What happened with a case.
enum CaseEntries {
  static let id = "case-entries"

  static func row(_ entry: ConductEntry, forReporter: Bool) -> HTML {
    """
    <li id="\(rowID(entry))" data-number="\(entry.number)" class="entry is-\(entry.kind.rawValue)"><p class="entry-head"><strong dir="auto">\(entry.name)</strong> \(words(entry.kind, forReporter)) <span class="muted">\(LiveTime.html(entry.at))</span></p>
    \(entry.text.map { "<p class=\"plain-text\" dir=\"auto\">\($0)</p>" as HTML })</li>
    """
  }

  static func rowID(_ entry: ConductEntry) -> String { "entry-\(entry.number)" }

  private static func words(_ kind: ConductEntry.Kind, _ forReporter: Bool) -> String {
    switch kind {
    case .looked: "looked at it"
    case .taken: "took it"
    case .noted: "noted for the desk"
    case .wrote: forReporter ? "wrote to you" : "wrote to the reporter"
    case .answered: forReporter ? "wrote to the desk" : "wrote, as the reporter"
    case .decided: "decided"
    case .reopened: "reopened it"
    }
  }
}
