import ArgumentParser
import Conference

/// Where people reach the site, for the links that they get.
struct SiteOption: ParsableArguments {
  @Option(help: "Where the site is reached (address, HATATA_ADDRESS). Default: http://127.0.0.1:8080") var address:
    String?

  /// What was given, else what is set in the folder.
  func root(of folder: DataFolder) async throws -> String {
    let settings = try await Settings(data: folder, flags: ["address": address])
    return settings.text("address", default: "http://127.0.0.1:8080")
  }
}
