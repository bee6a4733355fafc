import ArgumentParser
import Conference
import Configuration
import Foundation
import SystemPackage

/// What can be set: a flag counts over the environment, the environment over DIR/settings.json.
struct Settings {
  private let reader: ConfigReader

  /// - Parameter flags: what was given on the command line, under the keys of the file: "port", "log.level".
  init(data: DataFolder, flags: [String: String?]) async throws {
    let given = flags.compactMapValues { $0 }.map {
      (
        AbsoluteConfigKey($0.key.split(separator: ".").map(String.init)),
        ConfigValue(.string($0.value), isSecret: $0.key == "database")
      )
    }
    do {
      reader = ConfigReader(providers: [
        InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: given)),
        EnvironmentVariablesProvider().prefixKeys(with: "hatata"),
        try await FileProvider<JSONSnapshot>(filePath: FilePath(data.settingsPath), allowMissing: true),
      ])
    } catch {
      throw ValidationError(
        "\(data.settingsPath) cannot be read as settings: \(error.localizedDescription) It holds JSON such as {\"port\": 8080}"
      )
    }
  }

  /// What the file holds under names that are no settings, such as misspelled ones, in words.
  static func unknown(in data: DataFolder) -> [String] {
    guard let bytes = FileManager.default.contents(atPath: data.settingsPath),
      let file = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
    else { return [] }
    return file.keys.filter { !names.contains($0) }.sorted().map { name in
      let meant = names.first { FieldName.normalized($0) == FieldName.normalized(name) }
      return "\(data.settingsPath): “\(name)” is no setting and does nothing"
        + (meant.map { "; it is called “\($0)”" } ?? "")
    }
  }

  private static let names = [
    "address", "apiRequestsPerMinute", "clock", "database", "databaseConnections", "files", "host", "liveHistory",
    "log",
    "mail", "mailCA", "mailFrom", "mailPassword", "mailRate", "openid", "port", "signInsPerClient", "statementTimeout",
    "trustedProxies",
  ]

  func text(_ key: String, isSecret: Bool = false) -> String? {
    reader.string(forKey: ConfigKey(key.split(separator: ".").map(String.init)), isSecret: isSecret)
  }

  func text(_ key: String, default fallback: String) -> String { text(key) ?? fallback }

  func number(_ key: String, default fallback: Int, in range: ClosedRange<Int>) throws -> Int {
    let path = ConfigKey(key.split(separator: ".").map(String.init))
    let number = reader.int(forKey: path) ?? text(key).map { Int($0) ?? range.lowerBound - 1 } ?? fallback
    guard range.contains(number) else {
      throw ValidationError("\(key) must be a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }
}
