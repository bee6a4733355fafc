import Conference
import Hummingbird
import Logging
import NIOEmbedded
import Testing

@testable import Database
@testable import Web

/// What is said of a write whose connection was lost before the answer came.
@Suite struct LostWriteTests {
  private let lost = DatabaseError(
    .unavailable, "A database", "was lost during a write", "look before doing it again", isOutcomeUnknown: true)
  private let away = DatabaseError(.unavailable, "A database", "cannot be reached", nil)
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  private func visit(_ story: StorySite) throws -> Visit {
    let (site, edition) = (story.site, story.site.edition)
    let context = SiteContext(
      source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
    return Visit(
      site: site, program: edition.program, search: edition.search,
      conference: try #require(edition.program.conference), now: site.clock.now(), zone: edition.program.zone,
      shuffle: 0, path: "/report", query: Query(nil), parameters: context.parameters,
      audience: Access(nil, conduct: edition.conduct).audience, isSignedIn: false, choices: edition.choices, cursor: 0)
  }

  @Test("the page says that it may have been done, and only of what surely was not that nothing was changed")
  func page() async throws {
    try await StorySite.run(papers: 5) { _, story in
      let visit = try visit(story)
      let unknown = ErrorPage.page(lost, visit, isPage: false, logger: logger)
      #expect(unknown.status == 503)
      #expect(unknown.body.string.contains("may or may not have been done. Look before you send it again."))
      #expect(!unknown.body.string.contains("Nothing was changed"))
      let known = ErrorPage.page(away, visit, isPage: false, logger: logger)
      #expect(known.status == 503)
      #expect(known.body.string.contains("Nothing was changed or lost. Try again in a minute."))
    }
  }

  @Test("what was written is shown without a word that it was not sent")
  func written() {
    let page = Page(title: "-", section: .other, body: "")
    let texts = [true, false].map { mayBeSent in
      Written(Query("text=Looms"), mayBeSent: mayBeSent).shown(on: page, back: "/", isSignedOut: false).body.string
    }
    #expect(texts.allSatisfy { $0.contains("Looms") })
    #expect(texts.map { $0.contains("It was not sent") } == [false, true])
  }

  @Test("a program is told so as well")
  func program() {
    let (unknown, known) = (APIProblem(lost, logger: logger), APIProblem(away, logger: logger))
    #expect(unknown.status == 503 && known.status == 503)
    #expect(unknown.detail.contains("may or may not have been done"))
    #expect(unknown.advice == "look before you send it again")
    #expect(known.detail == "Nothing was changed or lost.")
  }
}
