import Foundation
import Logging
import ServiceLifecycle

/// Ends the program soon after it was told to stop, whatever still runs. What was answered is stored; what was not can be lost at any time.
///
/// It has to be the last of the services: they are told to stop in reverse order, each when the one before has ended.
struct Deadline: Service {
  let logger: Logger

  func run() async throws {
    // Where the program ends for another reason, it ends by itself.
    do { try await gracefulShutdown() } catch { return }
    Thread.detachNewThread { [logger] in
      Thread.sleep(forTimeInterval: 9.5)
      logger.warning("Stopped, although something was still under way")
      _exit(0)
    }
  }
}
