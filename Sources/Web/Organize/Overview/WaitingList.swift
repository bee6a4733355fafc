import Conference
import Markup

/// What waits for somebody, each thing a line that leads to it; first on the overview.
struct WaitingList {
  private struct Line {
    let count: Int
    let path: String
    /// With the count before it.
    let one: String
    let many: String

    var html: HTML {
      "<li><a href=\"\(url: path)\">\(count == 1 ? "1 \(one)" : "\(count) \(many)")</a></li>"
    }
  }

  private let lines: [Line]

  /// - Parameter people: how many wait to be let in, as far as who looks may know.
  init(people: Int, _ personal: Personal) async throws {
    let (visit, me) = (personal.visit, try personal.account.id)
    let claims = try await visit.site.claims.waiting(for: me)
      .count(where: { visit.program.paper($0.paper) != nil })
    let ownLines = [
      Line(
        count: people, path: "/organize/people/waiting", one: "person waits to be let in",
        many: "people wait to be let in"),
      Line(
        count: claims, path: "/organize/claims", one: "claim of a paper waits for a word",
        many: "claims of papers wait for a word"),
      Line(
        count: visit.program.clashes.count, path: "/organize/program/clashes", one: "clash in the program",
        many: "clashes in the program"),
      Line(
        count: visit.untakenCases, path: "/conduct/cases", one: "case of conduct that nobody has taken",
        many: "cases of conduct that nobody has taken"),
      Line(
        count: visit.waitingHelp, path: "/help/queue", one: "question at the help desk waits",
        many: "questions at the help desk wait"),
    ]
    let further = try await Self.ofOrganizers(personal, me)
    lines = (ownLines + further).filter { $0.count > 0 }
  }

  private static func ofOrganizers(_ personal: Personal, _ me: String) async throws -> [Line] {
    guard personal.access.mayOrganize else { return [] }
    let site = personal.visit.site
    let mails = try await Outbox(site.database, clock: site.clock).counts(for: me)[.waitingForReview, default: 0]
    let questions = try await site.questions.totals(for: me).waiting
    return [
      Line(
        count: mails, path: "/organize/outbox", one: "mail waits for your word",
        many: "mails wait for your word"),
      Line(
        count: questions, path: "/organize/questions", one: "question to speakers waits for a host",
        many: "questions to speakers wait for a host"),
    ]
  }

  var html: HTML {
    guard !lines.isEmpty else { return .empty }
    return """
      <section class="notice" aria-labelledby="waits"><h2 id="waits">What waits</h2><ul>\(lines.map(\.html))</ul></section>
      """
  }
}
