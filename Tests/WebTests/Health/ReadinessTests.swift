import Synchronization
import Testing

@testable import Web

@Suite struct ReadinessTests {
  private struct Away: Error, CustomStringConvertible {
    let description = "nobody there"
  }

  /// A database that answers when it is told to.
  private final class Slow: Sendable {
    let count = Mutex(0)
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])

    func ask() async {
      await withCheckedContinuation { continuation in
        waiting.withLock { $0.append(continuation) }
        count.withLock { $0 += 1 }
      }
    }

    func answer() {
      let all = waiting.withLock { waiting in
        defer { waiting = [] }
        return waiting
      }
      for one in all { one.resume() }
    }
  }

  @Test("whoever asks while the database is being asked gets the same answer, in time, and it is asked once")
  func hanging() async throws {
    let (slow, book) = (Slow(), LogBook())
    let readiness = Readiness(patience: .milliseconds(20), logger: book.logger) { await slow.ask() }
    let answers = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<50 { group.addTask { await readiness.isReady() } }
      return await group.reduce(into: Set<Bool>()) { $0.insert($1) }
    }
    #expect(answers == [false])
    // As long as it says nothing there is no second question.
    #expect(await !readiness.isReady())
    while slow.count.withLock({ $0 }) == 0 { await Task.yield() }
    #expect(slow.count.withLock { $0 } == 1)
    #expect(book.all.count == 1)
    #expect(book.all.first?.hasPrefix("The database does not answer") == true)
    slow.answer()
  }

  private final class Switch: Sendable {
    private let state = Mutex(true)

    var isOn: Bool {
      get { state.withLock { $0 } }
      set { state.withLock { $0 = newValue } }
    }
  }

  @Test("a line is written when the answer changes, and not with each question")
  func changes() async throws {
    let (server, book) = (Switch(), LogBook())
    let readiness = Readiness(patience: .seconds(60), logger: book.logger) { if !server.isOn { throw Away() } }
    for next in [true, false, false, true, true] {
      server.isOn = next
      for _ in 0..<3 { #expect(await readiness.isReady() == next) }
    }
    #expect(book.all.count == 2)
    #expect(book.all.first?.contains("nobody there") == true)
    #expect(book.all.last?.hasPrefix("The database answers again") == true)
  }
}
