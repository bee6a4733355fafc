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
        read again and compared. What is written while it is copied is not in the copy: stop what serves the conference before. \
        \(files)
        """)

    private static let files = """
      Files are not in the database, and have to be carried over beside it: all that is in the folders \
      \(DataFolder.fileFolders.joined(separator: ", ")).
      """

    @Option(help: "Where the conference is: sqlite:DIR or postgres://...") var from: String
    @Option(help: "Where it is to go: sqlite:DIR or postgres://...") var to: String

    func run() async throws {
      for place in [from, to] { ProcessTitle.hideSecrets(of: place) }
      let source = try Self.source(from)
      let target = try Self.isServer(to) ? Database.open(postgres: to) : Self.folder(to).open()
      let tables = try await source.copy(to: target)
      try await ProgramStore(target).fillIndex()
      for table in tables {
        let count = table.rows == 1 ? "1 row" : "\(table.rows) rows"
        print("  \(table.name): \(count), checksum \(String(table.checksum, radix: 16))")
      }
      let hasMoved = try await source.hasMoved(since: tables)
      try source.close()
      try target.close()
      print("Copied \(tables.count) tables; what was written was read again and is the same. \(Self.files)")
      if hasMoved {
        FileHandle.standardError.write(
          Data(
            "Warning: the conference was changed while it was copied, and the copy lacks that: stop what serves it, and copy it into another new database\n"
              .utf8))
      }
    }

    /// The database to be copied, as it is: one of an older program is not brought up to date, and what is none is not made one.
    private static func source(_ place: String) throws -> Database {
      if isServer(place) {
        guard let database = try Database.openReadOnly(postgres: place) else {
          throw ConferenceError.notFound(
            "there is nothing to copy: the database has no tables of a conference; look whether its name is right")
        }
        return database
      }
      let data = try folder(place)
      try data.openReadOnly().close()
      // What serves it may go on writing, which a connection that only reads might take for a file that nobody changes.
      return try data.openExisting()
    }

    private static func isServer(_ place: String) -> Bool {
      place.hasPrefix("postgres://") || place.hasPrefix("postgresql://")
    }

    private static func folder(_ place: String) throws -> DataFolder {
      guard place.hasPrefix("sqlite:"), place.count > 7 else {
        // It is not repeated: there may be a password in it.
        throw ValidationError(
          "one of the places is no database; write sqlite:DIR or postgres://USER:PASSWORD@HOST/NAME")
      }
      return DataFolder(path: String(place.dropFirst(7)))
    }
  }
}
