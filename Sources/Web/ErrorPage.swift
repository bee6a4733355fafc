import Conference
import Database
import Logging
import Markup

/// What went wrong, as a page: the domain's errors in their own words, anything else as a number that the log knows.
enum ErrorPage {
  /// - Parameter isPage: whether a page was asked for, to which one can return; a form has a way back of its own.
  static func page(_ error: any Error, _ visit: Visit, isPage: Bool = true, logger: Logger) -> Page {
    let known = error as? ConferenceError
    if let refusal = known?.refusal { return page(refusal) }
    switch known {
    case .notFound(let what): return notFound(what, visit)
    case .unauthenticated: return signInFirst(isPage ? visit.path : nil, visit)
    case .unavailable(let what): return page(503, "Not available just now", "\(what). Try again in a minute.")
    default: return failed(error, visit, logger)
    }
  }

  private static func page(_ refusal: Refusal) -> Page {
    // In a paragraph of its own: scripts show the first beside what was asked for, without the title that this one refers to.
    let more: HTML = "<p>Ask the organizers if you think it should be.</p>"
    return page(
      refusal.status, refusal.title, refusal.words, more: HTML.when(refusal.status == 403, more)
    ).refusing(refusal)
  }

  /// What is nobody's fault who asks.
  private static func failed(_ error: any Error, _ visit: Visit, _ logger: Logger) -> Page {
    if error.mayBeDone {
      logger.warning("A write was interrupted and may have been done", metadata: ["error": "\(error)"])
      return page(
        503, "Perhaps saved, perhaps not",
        "The database went away while this was being saved, so that it may or may not have been done. Look before you send it again."
      )
    }
    if (error as? DatabaseError)?.isPassing == true {
      logger.warning("The database does not answer", metadata: ["error": "\(error)"])
      return page(503, "Not available just now", "Nothing was changed or lost. Try again in a minute.")
    }
    if error.isFullDisk {
      logger.error("A disk is full: free space on it, and all goes on by itself", metadata: ["error": "\(error)"])
      return page(
        507, "No room left",
        "The disk of this conference is full, so that nothing can be saved just now, and what you sent was not. Keep it, and try again in some minutes; everything can still be read. If it lasts, tell the organizers."
      )
    }
    let reference = Fingerprint.text(of: "\(error)\(visit.now.milliseconds)".utf8).prefix(8)
    logger.error("A page failed", metadata: ["reference": "\(reference)", "error": "\(error)"])
    return page(500, "This page failed", "It is our fault, and on record as \(reference). The rest of the site works.")
  }

  private static func signInFirst(_ back: String?, _ visit: Visit) -> Page {
    let way: HTML =
      back.map { "<a class=\"button is-main\" href=\"/sign-in?back=\(Query.encoded($0))\">Sign in</a>" } ?? .empty
    return Page(
      title: "Sign in first", section: .other, status: 401, isUnlisted: true,
      body: """
        \(LeavingNotice.html(visit))<div class="empty"><h1>Sign in first</h1><p>This part of the conference is for participants.</p>
        <p class="actions">\(way)<a class="button" href="/">What is on now</a><a class="button" href="/schedule">Schedule</a></p></div>
        """)
  }

  private static func notFound(_ what: String, _ visit: Visit) -> Page {
    page(404, "Not found", "There is no \(what) here. It may have moved, or the address may have been cut off.")
  }

  private static func page(_ status: Int, _ title: String, _ text: String, more: HTML = .empty) -> Page {
    Page(
      title: title, section: .other, status: status, isUnlisted: true,
      body: """
        <div class="empty"><h1>\(title)</h1><p dir="auto">\(text)</p>\(more)
        <form action="/search" role="search" class="actions"><label class="sr" for="lost-q">Search everything</label>
        <input class="field" id="lost-q" type="search" name="q" placeholder="Search everything"><button class="button is-main" type="submit">Search</button></form>
        <p class="actions"><a class="button" href="/">What is on now</a><a class="button" href="/schedule">Schedule</a><a class="button" href="/papers">Papers</a></p></div>
        """)
  }
}

extension DatabaseError {
  /// Whether the same may succeed in a minute, without anybody's doing.
  fileprivate var isPassing: Bool { kind == .unavailable || kind == .busy }
}
