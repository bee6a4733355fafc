import Foundation
import Logging
import Mail

extension Postman {
  /// Sends one claimed mail and writes down how that ended, also when the task is canceled meanwhile.
  func deliver(_ entry: OutboxEntry) async {
    let (outcome, id) = await attempt(entry)
    log(outcome, entry)
    await Task { await note(outcome, of: entry, id: id) }.value
  }

  private func attempt(_ entry: OutboxEntry) async -> (MailOutcome, id: String?) {
    do {
      let message = try message(of: entry)
      return (await transport.send(message), message.id.description)
    } catch {
      return (.refused("\(error)"), nil)
    }
  }

  /// The same bytes in every attempt, so that who gets them twice can tell.
  func message(of entry: OutboxEntry) throws -> MailMessage {
    var message = MailMessage(
      id: try MessageID(entry.id, at: sender.address),
      date: Date(timeIntervalSince1970: TimeInterval(entry.created.seconds)), from: sender,
      to: try MailAddress(entry.recipient), subject: try HeaderText(entry.subject), text: entry.text, html: entry.html)
    message.unsubscribe = try entry.unsubscribe.map { try UnsubscribeLink($0) }
    if let report = entry.report {
      message.replyTo = report.reporter.map { Mailbox(address: $0.mailbox) }
      message.picture = data.flatMap { PictureFolder.cases($0).bytes(CasePicture.name(of: report.id)) }
    }
    return message
  }

  /// Tries for some seconds where the database is away; the mail is `unknown` if that is not enough.
  private func note(_ outcome: MailOutcome, of entry: OutboxEntry, id: String?) async {
    for _ in 1...10 {
      do {
        return try await outbox.record(outcome, of: entry, id: id)
      } catch {
        logger.error(
          "A mail's outcome could not be written down", metadata: ["mail": "\(entry.id)", "error": "\(error)"])
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
      }
    }
  }

  /// Says nothing of who it was for.
  private func log(_ outcome: MailOutcome, _ entry: OutboxEntry) {
    let words = outcome.words.replacing(entry.recipient, with: "…")
    let metadata: Logger.Metadata = [
      "mail": "\(entry.id)", "purpose": "\(entry.purpose.rawValue)", "answer": "\(words)",
    ]
    switch outcome {
    case .accepted: logger.info("A mail was sent", metadata: metadata)
    case .refused: logger.warning("A mail was refused", metadata: metadata)
    case .tryLater: logger.warning("A mail could not be sent yet", metadata: metadata)
    case .uncertain: logger.warning("A mail may or may not have gone", metadata: metadata)
    }
  }
}
