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
      while !Task.isCancelled {
        await look()
        do { try await Task.sleep(for: .seconds(30)) } catch { return }
      }
    }
  }

  private func look() async {
    do {
      let count = try await reminders.post(address: address)
      if count > 0 { logger.info("Reminders are on their way", metadata: ["count": "\(count)"]) }
    } catch {
      logger.warning("Reminders could not be looked for", metadata: ["error": "\(error)"])
    }
    do {
      let count = try await digests.post(address: address)
      if count > 0 { logger.info("Questions are on their way to authors", metadata: ["count": "\(count)"]) }
    } catch {
      logger.warning("Questions for authors could not be looked for", metadata: ["error": "\(error)"])
    }
  }
}
