import ArgumentParser
import Conference
import Database
import Foundation

struct DatabaseCommands: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "database", abstract: "Moves a conference from one kind of database to the other.",
    subcommands: [Copy.self])

  struct Copy: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Copies everything from one database into another, new one: all of it or nothing.",
      discussion: """
        A place is sqlite:DIR, the data folder, or postgres://USER:PASSWORD@HOST/NAME, an empty database. What was written is \
        read again and compared. \(files)
        """)

    private static let files = """
      Files are not in the database, and have to be carried over beside it: all that is in the folders \
      \(DataFolder.fileFolders.joined(separator: ", ")).
      """

    @Option(help: "Where the conference is: sqlite:DIR or postgres://...") var from: String
    @Option(help: "Where it is to go: sqlite:DIR or postgres://...") var to: String

    func run() async throws {
      for place in [from, to] { ProcessTitle.hideSecrets(of: place) }
      let source = try Self.open(from, isNew: false)
      let target = try Self.open(to, isNew: true)
      let tables = try await source.copy(to: target)
      try await ProgramStore(target).fillIndex()
      for table in tables {
        let count = table.rows == 1 ? "1 row" : "\(table.rows) rows"
        print("  \(table.name): \(count), checksum \(String(table.checksum, radix: 16))")
      }
      try source.close()
      try target.close()
      print("Copied \(tables.count) tables; what was written was read again and is the same. \(Self.files)")
    }

    private static func open(_ place: String, isNew: Bool) throws -> Database {
      if place.hasPrefix("postgres://") || place.hasPrefix("postgresql://") {
        return try Database.open(postgres: place)
      }
      guard place.hasPrefix("sqlite:"), place.count > 7 else {
        // It is not repeated: there may be a password in it.
        throw ValidationError(
          "one of the places is no database; write sqlite:DIR or postgres://USER:PASSWORD@HOST/NAME")
      }
      let data = DataFolder(path: String(place.dropFirst(7)))
      return try isNew ? data.open() : data.openExisting()
    }
  }
}
