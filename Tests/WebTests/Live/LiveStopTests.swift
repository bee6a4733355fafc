import Conference
import Logging
import Testing

@testable import Web

@Suite struct LiveStopTests {
  private struct Failure: Error {}

  /// Does something in a task that was told to stop.
  private func stopped(_ body: @escaping @Sendable () async -> Void) async {
    await Task {
      _ = withUnsafeCurrentTask { $0?.cancel() }
      await body()
    }.value
  }

  @Test("what the stop of the server cuts off is no warning")
  func stop() async throws {
    let book = LogBook(level: .warning)
    try await StorySite.run(papers: 5, logger: book.logger) { _, story in
      let watch = LiveWatch(site: story.site)
      await stopped {
        await watch.tellCall()
        await watch.prune()
      }
    }
    #expect(book.all.filter { $0.contains("Cancellation") } == [])
  }

  @Test("what fails otherwise is warned of, also while the server stops")
  func failures() async {
    let book = LogBook(level: .warning)
    let logger = book.logger
    logger.warning("one", of: CancellationError())
    await stopped { logger.warning("two", of: Failure()) }
    await stopped { logger.warning("none", of: CancellationError()) }
    #expect(book.all.map { $0.prefix(3) } == ["one", "two"])
  }
}
