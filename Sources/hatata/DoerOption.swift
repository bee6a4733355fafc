import ArgumentParser
import Conference

/// Who does what a command does.
struct DoerOption: ParsableArguments {
  @Option(help: "The address of the account that is on record for it; none is the command line.") var by: String?

  func account(among people: People) async throws -> Account? {
    guard let by else { return nil }
    guard let address = EmailAddress(by) else { throw ValidationError("“\(by)” is no e-mail address") }
    guard let account = try await people.account(address) else {
      throw ConferenceError.notFound("nobody has the address \(address)")
    }
    return account
  }
}
