import ArgumentParser
import Conference

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the conference out.", subcommands: [Folder.self])

  struct Folder: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes a folder of CSV and YAML files that “hatata import” reads back as the same conference.")

    @OptionGroup var data: DataOption
    @Option(help: "The folder to write; it must be empty or not exist.") var to: String

    func run() async throws {
      let data = try await data.folder()
      let database = try data.openExisting()
      guard let draft = try await ProgramStore(database).draft() else {
        throw ConferenceError.notFound("there is no conference in \(data.path) yet; import one first")
      }
      let count = try FolderExport(draft).write(to: to, media: data.mediaPath)
      print("Wrote \(count) files to \(to).")
    }
  }
}
