/// Lets only so many tests in at once: all of them together would take longer, each, than what they wait for may take.
public actor Gate {
  @TaskLocal private static var isInside = false
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  public init(places: Int) { free = places }

  /// Runs the body once there is room for it; one that is inside already does not wait for itself.
  public nonisolated func through(_ body: @Sendable () async throws -> Void) async throws {
    if Self.isInside { return try await body() }
    await enter()
    do {
      try await Self.$isInside.withValue(true) { try await body() }
    } catch {
      await leave()
      throw error
    }
    await leave()
  }

  private func enter() async {
    guard free == 0 else { return free -= 1 }
    await withCheckedContinuation { waiting.append($0) }
  }

  private func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
