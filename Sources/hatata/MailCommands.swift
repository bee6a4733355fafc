import ArgumentParser
import Conference
import Foundation
import Letters
import Mail

struct MailCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Looks whether mail arrives.", subcommands: [Test.self])

  struct Test: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Sends one mail at once, with the settings of the server, and says what happened.")

    @Argument(help: "Who gets it, such as you@example.org.") var address: String
    @OptionGroup var data: DataOption
    @OptionGroup var mail: MailOptions

    func run() async throws {
      let folder = try await data.folder()
      for words in Settings.unknown(in: folder) { print(words) }
      let settings = try MailSettings(try await Settings(data: folder, flags: mail.flags), in: folder)
      let message = try Self.message(to: address, from: settings.sender)
      guard let smtp = settings.transport as? SMTPTransport else {
        return try Self.finish(await settings.transport.send(message), advice: "check the folder and who may write it")
      }
      let (outcome, trace) = await smtp.deliver(message)
      let report = MailReport(server: smtp.server, sender: settings.sender, trace: trace)
      for step in report.steps { print(step) }
      try Self.finish(outcome, advice: report.advice)
      print("It should be in the inbox of \(message.to) soon; look among the junk as well.")
    }

    private static func message(to address: String, from sender: Mailbox) throws -> MailMessage {
      do {
        let subject = "A mail to see whether mail arrives"
        let letter = LetterText([.words("This mail was sent by “hatata mail test”. It arrived: mail works.")])
        return MailMessage(
          id: try MessageID("test-\(UUID().uuidString.lowercased())", at: sender.address), date: Date(), from: sender,
          to: try MailAddress(address), subject: HeaderText(flattening: subject), text: letter.plain,
          html: letter.html(subject: subject, on: Stationery(name: sender.name?.text ?? "Hatata")))
      } catch let error as MailError {
        throw ValidationError("“\(address)”: \(error)")
      }
    }

    private static func finish(_ outcome: MailOutcome, advice: String) throws {
      guard case .accepted(let words) = outcome else {
        throw ConferenceError.unavailable("the mail was not taken: \(outcome.words) (\(advice))")
      }
      print("The mail was taken: \(words)")
    }
  }
}
