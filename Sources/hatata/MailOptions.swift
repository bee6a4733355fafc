import ArgumentParser
import Conference
import Mail

/// How mail leaves; commands that send any take this.
struct MailOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      smtp://USER@HOST:587, smtps://USER@HOST or folder:DIR, into which mails are written (mail, HATATA_MAIL). The password \
      is only taken from HATATA_MAIL_PASSWORD or the file (mailPassword). Default: folder:DATA/mail, or none with a PostgreSQL \
      database
      """, valueName: "place"))
  var mail: String?
  @Option(
    help: "Who mails come from, such as “ICLR 2020 <no-reply@iclr.cc>” (mailFrom, HATATA_MAIL_FROM)."
  ) var mailFrom: String?
  @Option(
    help: ArgumentHelp(
      "A file of certificates to trust in place of the system's (mailCA, HATATA_MAIL_CA).", valueName: "file"))
  var mailCa: String?
  @Option(
    help: "How many mails may leave in a minute (mailRate, HATATA_MAIL_RATE); 0 for any number. Default: 300"
  ) var mailRate: Int?

  var flags: [String: String?] {
    ["mail": mail, "mailFrom": mailFrom, "mailCA": mailCa, "mailRate": mailRate.map(String.init)]
  }
}

/// What the mail settings come to.
struct MailSettings {
  let transport: any MailTransport
  let sender: Mailbox
  let postman: Postman.Settings
  /// Where mails go, without a password.
  let place: String
  /// Whether a server with these settings sends what waits. Of several over one PostgreSQL database, one that was told of no way would take
  /// mails from those that were.
  let isSending: Bool
  /// The folder that mails are written into, if they are.
  var folder: String? { (transport as? FolderTransport)?.path }

  /// The folder that these settings name, for what only has to know where mails lie; nil where they leave, or go where they do as a rule.
  static func folder(_ settings: Settings) -> String? {
    settings.text("mail").flatMap { folder($0) }
  }

  private static func folder(_ place: String) -> String? {
    place.hasPrefix("folder:") ? String(place.dropFirst("folder:".count)) : nil
  }

  init(_ settings: Settings, in data: DataFolder) throws {
    let place = settings.text("mail", default: "folder:\(data.mailPath)")
    do {
      if let folder = Self.folder(place) {
        transport = FolderTransport(path: folder)
      } else {
        transport = SMTPTransport(
          try SMTPServer(
            place, password: settings.text("mailPassword", isSecret: true), certificates: settings.text("mailCA")))
      }
      sender = try Self.sender(settings, leaves: transport is SMTPTransport)
    } catch let error as MailError {
      throw ValidationError("\(error)")
    }
    self.place = place
    isSending = settings.text("mail") != nil || data.postgres == nil
    var postman = Postman.Settings()
    let rate = try settings.number("mailRate", default: 300, in: 0...1_000_000)
    postman.perMinute = rate == 0 ? nil : rate
    self.postman = postman
  }

  private static func sender(_ settings: Settings, leaves: Bool) throws -> Mailbox {
    if let text = settings.text("mailFrom") {
      do {
        return try Mailbox(text)
      } catch let error as MailError {
        throw ValidationError("who mails come from, “\(text)”: \(error)")
      }
    }
    guard !leaves else {
      throw ValidationError(
        "say who mails come from: --mail-from \"NAME <ADDRESS>\", HATATA_MAIL_FROM, or “mailFrom” in settings.json")
    }
    return try Mailbox("Hatata <no-reply@localhost>")
  }
}
