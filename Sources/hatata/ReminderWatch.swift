import Conference
import Logging
import ServiceLifecycle

/// Looks twice a minute whether somebody is to be reminded of something, for as long as the server runs.
struct ReminderWatch: Service {
  let reminders: Reminders
  let digests: QuestionDigests
  let address: String
  let logger: Logger

  func run() async throws {
    await cancelWhenGracefulShutdown {
      var hasLooked = false
      while !Task.isCancelled {
        if await look(isFirst: !hasLooked) { hasLooked = true }
        do { try await Task.sleep(for: .seconds(30)) } catch { return }
      }
    }
  }

  /// Whether questions were looked for.
  private func look(isFirst: Bool) async -> Bool {
    do {
      let count = try await reminders.post(address: address)
      if count > 0 { logger.info("Reminders are on their way", metadata: ["count": "\(count)"]) }
    } catch {
      logger.warning("Reminders could not be looked for", metadata: ["error": "\(error)"])
    }
    do {
      let count = try await digests.post(address: address, isFirst: isFirst)
      if count > 0 { logger.info("Questions are on their way to authors", metadata: ["count": "\(count)"]) }
      return true
    } catch {
      logger.warning("Questions for authors could not be looked for", metadata: ["error": "\(error)"])
      return false
    }
  }
}
