import ArgumentParser
import Conference

struct ErasePerson: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase",
    abstract: "Erases somebody at once and for good, who asks for it and cannot come in to do it under “My data”.",
    discussion: """
      Name, address, profile, plan and notes go; what they wrote to others stays, by a former participant, and their name on papers. \
      Backups hold what they held, for as long as they are kept.
      """)

  @Argument(help: "The person's address.") var email: String
  @OptionGroup var data: DataOption

  func run() async throws {
    let folder = try await data.folder()
    let mails = MailSettings.folder(try await Settings(data: folder, flags: [:]))
    try await PersonArgument(email: email, data: data).act { people, account in
      try await people.erase(account.id, by: nil, in: folder, mails: mails)
    }
    print("\(email) is erased.")
  }
}
