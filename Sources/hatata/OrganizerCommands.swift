import ArgumentParser
import Conference

struct OrganizerCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organizer", abstract: "Says who runs the conference.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes somebody an organizer, and prints a link with which they sign in, once, within a day.")

    @Argument(help: "The name, in quotation marks.") var name: String
    @Argument(help: "The e-mail address.") var email: String
    @OptionGroup var data: DataOption
    @OptionGroup var site: SiteOption

    func run() async throws {
      guard let mail = EmailAddress(email) else { throw ValidationError("“\(email)” is no e-mail address") }
      let folder = try await data.folder()
      let address = try await site.root(of: folder)
      let database = try folder.openExisting()
      let people = People(database, clock: .system)
      let account = try await people.addOrganizer(mail, name: name)
      let ticket = try await people.signIns.issue(for: account, by: nil, lasting: 86_400)
      let isPublic = try await Policies.current(database) == .standard
      try database.close()
      print("\(account.name) is an organizer. Sign in with this link, once, until tomorrow:")
      print("\(address)/sign-in/link/\(ticket.link.text)")
      print("Later sign-ins are by mail.")
      if isPublic {
        print(
          "The program is open to everybody, also who is not signed in; /organize/access or “hatata access” closes it.")
      }
    }
  }
}
