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

  @OptionGroup var person: PersonArgument

  func run() async throws {
    let folder = try await person.data.folder()
    let mails = MailSettings.folder(try await Settings(data: folder, flags: [:]))
    try await person.act(withFiles: true) { people, account in
      try await people.erase(account.id, by: nil, in: folder, mails: mails)
    }
    print("\(person.email) is erased.")
  }
}
