import ArgumentParser
import Conference
import Web

struct WritePersonalData: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "Writes everything that is held of somebody into an archive, for who asks for it and cannot come in.",
    discussion: """
      It is what they would download under “My data”, also what they wrote to others in private: give it to nobody else. That it was \
      written is on record.
      """)

  @OptionGroup var person: PersonArgument
  @Option(help: "The ZIP archive to write; there must be none of that name.") var to: String

  func run() async throws {
    let folder = try await person.data.folder()
    try await person.act(withFiles: true) { people, account in
      try await people.noteArchive(of: account.id)
      try await PersonalArchive(of: account.id, people, in: folder).write(to: to)
    }
    print("Everything that is held of \(person.email) is in \(to).")
  }
}
