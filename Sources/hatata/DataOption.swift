import ArgumentParser
import Conference
import Configuration

/// Where the conference lives; every command that touches it takes this.
struct DataOption: ParsableArguments {
  @Option(help: "The folder with the conference's database and files (HATATA_DATA).")
  var data: String?

  @Option(
    help: ArgumentHelp(
      """
      Where media and the pictures that people send lie, if not in that folder: one that all servers share, where there are several \
      (files, HATATA_FILES).
      """, valueName: "folder"))
  var files: String?

  @Option(
    help: ArgumentHelp(
      """
      A PostgreSQL database in place of the folder's own one, as postgres://USER:PASSWORD@HOST/NAME (database, HATATA_DATABASE): \
      for conferences that need several servers.
      """, valueName: "url"))
  var database: String?

  /// The folder that was named, with the database that belongs to it.
  func folder() async throws -> DataFolder {
    let environment = ConfigReader(provider: EnvironmentVariablesProvider().prefixKeys(with: "hatata"))
    guard let path = data ?? environment.string(forKey: "data") else {
      throw ValidationError("say where the conference lives: --data DIR, or HATATA_DATA in the environment")
    }
    if let database { ProcessTitle.hideSecrets(of: database) }
    let settings = try await Settings(data: DataFolder(path: path), flags: ["database": database, "files": files])
    return DataFolder(
      path: path, files: settings.text("files"),
      postgres: try settings.text("database", isSecret: true).map(Self.checked))
  }

  private static func checked(_ database: String) throws -> String {
    guard database.hasPrefix("postgres://") || database.hasPrefix("postgresql://") else {
      throw ValidationError(
        "the database is no PostgreSQL address; write it as postgres://USER:PASSWORD@HOST/NAME, or leave it out for the folder's own"
      )
    }
    return database
  }
}
