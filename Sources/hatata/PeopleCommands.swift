import ArgumentParser
import Conference

struct PeopleCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "people", abstract: "Says who may come in.",
    subcommands: [
      ImportPeople.self, ListPeople.self, SetRole.self, SetStanding.self, IssueCode.self, InvitePeople.self,
      ErasePerson.self, WritePersonalData.self,
    ])
}

struct InvitePeople: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invite",
    abstract: "Writes to those who may come in and never signed in how to do so; an organizer looks at the mails first."
  )

  @OptionGroup var data: DataOption
  @OptionGroup var site: SiteOption

  func run() async throws {
    let folder = try await data.folder()
    let address = try await site.root(of: folder)
    let database = try folder.openExisting()
    let conference = try await ProgramStore(database).load().conference
    let count = try await Invitations(database, clock: .system).invite(
      to: conference?.name ?? "the conference", address: address, by: nil)
    try database.close()
    print(count == 0 ? "Nobody is left to be invited." : "\(count) mails wait at /organize/outbox to be looked at.")
  }
}

struct ListPeople: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists people by words of their names, addresses and affiliations.")

  @Argument(help: "Words, of which each must be there.") var words: [String] = []
  @OptionGroup var data: DataOption
  @Option(help: "participant, volunteer, moderator, chair or organizer.") var role: String?
  @Option(help: "How many to list.") var limit = 50

  func run() async throws {
    let database = try await data.folder().openExisting()
    let role = try role.map { try RoleArgument.role($0) }
    let page = try await People(database, clock: .system).search(
      PeopleChoice(text: words.joined(separator: " "), role: role), for: nil, limit: limit)
    try database.close()
    for account in page.accounts {
      let facts = [account.email?.text, account.role.rawValue, account.standing.rawValue, account.affiliation]
      print("\(account.name)  \(facts.compactMap(\.self).joined(separator: "  "))")
    }
    print("\(page.accounts.count) of \(page.total)")
  }
}

struct SetRole: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role", abstract: "Gives somebody a role, from the next sign-in on.")

  @OptionGroup var person: PersonArgument
  @Argument(help: "participant, volunteer, moderator, chair or organizer.") var role: String

  func run() async throws {
    let role = try RoleArgument.role(role)
    try await person.act { try await $0.setRole(role, of: $1.id, by: nil) }
    print("\(person.email) is now: \(role.name).")
  }
}

struct SetStanding: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "standing",
    abstract: "Lets somebody in (active), lets them wait (waiting), or shuts them out (banned, removed), at once.")

  @OptionGroup var person: PersonArgument
  @Argument(help: "active, waiting, banned or removed.") var standing: String
  @Option(help: "The reason of a ban, for the moderators' record, which has to name an organizer (--by).")
  var why = ""
  @OptionGroup var doer: DoerOption

  func run() async throws {
    guard let standing = Standing(rawValue: standing) else {
      throw ValidationError("“\(standing)” is not one of active, waiting, banned and removed")
    }
    guard why.isEmpty || (standing == .banned && doer.by != nil) else {
      throw ValidationError("--why is of a ban, and is kept with who bans: write banned and --by ADDRESS")
    }
    try await person.act { people, account in
      let organizer = try await doer.account(among: people)
      try await people.setStanding(standing, of: account.id, why: why, by: organizer?.id)
    }
    print("\(person.email) is now \(standing.rawValue)\(standing == .active ? "" : ", and signed out").")
  }
}

struct IssueCode: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Makes a sign-in link and code for somebody whom mail does not reach; works once, for an hour.")

  @OptionGroup var person: PersonArgument
  @OptionGroup var site: SiteOption

  func run() async throws {
    let address = try await site.root(of: try await person.data.folder())
    let ticket = try await person.act { people, account in try await people.signIns.issue(for: account, by: nil) }
    print("Link: \(address)/sign-in/link/\(ticket.link.text)")
    print("Code: \(ticket.code.shown)")
    print("Either works once, for an hour, in any browser.")
  }
}

/// Somebody who is named by an address on the command line.
struct PersonArgument: ParsableArguments {
  @Argument(help: "The person's address.") var email: String
  @OptionGroup var data: DataOption

  /// - Parameter files: whether it is done with the person's files, too.
  @discardableResult
  func act<T: Sendable>(withFiles files: Bool = false, _ body: (People, Account) async throws -> T) async throws -> T {
    guard let address = EmailAddress(email) else { throw ValidationError("“\(email)” is no e-mail address") }
    let folder = try await data.folder()
    let database = try folder.openExisting()
    if files { try await FilesMark(folder, database).require() }
    let people = People(database, clock: .system)
    guard let account = try await people.account(address) else {
      throw ConferenceError.notFound("nobody has the address \(address)")
    }
    let result = try await body(people, account)
    try database.close()
    return result
  }
}

enum RoleArgument {
  static func role(_ text: String) throws -> Role {
    guard let role = Role(written: text) else {
      throw ValidationError("“\(text)” is not one of \(Role.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return role
  }
}
