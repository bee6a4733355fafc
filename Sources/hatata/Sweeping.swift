import Conference
import ServiceLifecycle

/// Deletes what is kept for a while only, for as long as the server runs, also in a rehearsal and where no mail is sent.
struct Sweeping: Service {
  let sweeper: Sweeper

  func run() async throws {
    await cancelWhenGracefulShutdown { await sweeper.run() }
  }
}
