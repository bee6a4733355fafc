import Conference
import Database
import Logging
import ServiceLifecycle

/// Sends mail for as long as the server runs.
struct PostOffice: Service {
  let postman: Postman

  /// A rehearsal sends nothing, unless it was started with a place for its mail: those of the real conference may be waiting
  /// in its database.
  static func services(
    _ mail: MailSettings, _ database: Database, in data: DataFolder, clock: Clock, address: String, isRehearsal: Bool,
    logger: Logger
  ) -> [any Service] {
    guard !isRehearsal else {
      logger.notice("A rehearsal sends no mail; --mail folder:DIR writes its mails into a folder")
      return []
    }
    guard mail.isSending else {
      logger.warning(
        """
        This server sends no mail, as it was not told how (--mail, HATATA_MAIL): mails wait for another one that was. --mail folder:DIR \
        writes them into a folder
        """)
      return []
    }
    logger.info("Mail goes to \(mail.place)", metadata: ["from": "\(mail.sender)"])
    let outbox = Outbox(database, clock: clock)
    return [
      PostOffice(
        postman: Postman(
          outbox, by: mail.transport, from: mail.sender, data: data, settings: mail.postman, logger: logger)),
      ReminderWatch(
        reminders: Reminders(database, clock: clock), digests: QuestionDigests(database, clock: clock),
        address: address,
        logger: logger),
    ]
  }

  func run() async throws {
    await cancelWhenGracefulShutdown { await postman.run() }
  }
}
