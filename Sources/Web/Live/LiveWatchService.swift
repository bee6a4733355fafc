import ServiceLifecycle

extension LiveWatch: Service {
  nonisolated func run() async throws {
    await cancelWhenGracefulShutdown { [self] in
      // One after another: what was read before a change is not told after it.
      let (work, line) = AsyncStream.makeStream(of: Work.self)
      await withDiscardingTaskGroup { group in
        group.addTask { [self] in for await _ in site.changes() { line.yield(.changes) } }
        group.addTask { [self] in await everySecond(line) }
        group.addTask { [self] in
          while !Task.isCancelled {
            await Self.rest(untilDue())
            line.yield(.counts)
          }
        }
        group.addTask { [self] in
          for await next in work {
            switch next {
            case .changes: await takeUp()
            case .counts: await tellCounts()
            case .call: await tellCall()
            }
          }
        }
      }
    }
  }

  /// What reads and tells.
  private enum Work { case changes, counts, call }

  private nonisolated func everySecond(_ line: AsyncStream<Work>.Continuation) async {
    var second = 0
    let pruning = min(3_600, max(10, site.settings.historySeconds / 4))
    while !Task.isCancelled {
      await Self.rest(.seconds(1))
      second += 1
      do {
        try await tellAnnouncements()
      } catch {
        site.logger.error("Announcements could not be told", metadata: ["error": "\(error)"])
      }
      await noteTyping()
      if second % 5 == 0 { await notePresence() }
      line.yield(.counts)
      if second % 20 == 0 { site.live.hub.pulse() }
      if second % 20 == 10 { line.yield(.call) }
      if second % pruning == pruning / 2 { await prune() }
    }
  }
}
