import Foundation

/// One numbered step of the schema, from a file `NNNN-name.sql`; only this target makes them, since their text is run.
public struct Migration: Sendable, Equatable {
  public let number: Int
  public let name: String
  let text: String

  /// The file's name without its ending, as error messages begin with it.
  var title: String { "\(String(repeating: "0", count: max(0, 4 - String(number).count)))\(number)-\(name)" }

  init(number: Int, name: String, text: String) {
    (self.number, self.name, self.text) = (number, name, text)
  }

  /// Reads `NNNN-name.sql`; throws a migration error for a name of another form.
  init(fileName: String, text: String) throws {
    let match = fileName.wholeMatch(of: /([0-9]{4})-([a-z0-9]+(?:-[a-z0-9]+)*)\.sql/)
    guard let match, let number = Int(match.1) else {
      throw DatabaseError(.migration, "'\(fileName)'", "is not named like 0001-program.sql", "rename the file")
    }
    self.init(number: number, name: String(match.2), text: text)
  }

  /// The migrations that the program comes with.
  public static func bundled() throws -> [Migration] {
    try load(folder: Bundle.module.bundleURL.appendingPathComponent("Migrations"))
  }

  /// All `.sql` files of a folder, by number.
  static func load(folder: URL) throws -> [Migration] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      return try names.filter { $0.hasSuffix(".sql") && !$0.hasPrefix(".") }.sorted().map { name in
        let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        return try Migration(fileName: name, text: text)
      }
    } catch let error as DatabaseError {
      throw error
    } catch {
      throw DatabaseError(
        .migration, "'\(folder.path)'", "cannot be read (\(error.localizedDescription))", "install the program again"
      )
    }
  }
}
