import ArgumentParser
import Conference
import Configuration

/// Where the conference lives; every command that touches it takes this.
struct DataOption: ParsableArguments {
  @Option(help: "The folder with the conference's database and media (HATATA_DATA).")
  var data: String?

  func folder() throws -> DataFolder {
    let environment = ConfigReader(provider: EnvironmentVariablesProvider().prefixKeys(with: "hatata"))
    guard let path = data ?? environment.string(forKey: "data") else {
      throw ValidationError("say where the conference lives: --data DIR, or HATATA_DATA in the environment")
    }
    return DataFolder(path: path)
  }
}
