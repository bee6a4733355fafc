/// What one dialect is to run of a migration.
///
/// Lines from `-- only: sqlite` (or `postgres`) to `-- end`, each a line of its own, belong to that dialect alone:
/// ```sql
/// -- only: sqlite
/// CREATE VIRTUAL TABLE paper_search USING fts5(title, abstract);
/// -- end
/// ```
struct MigrationText: Equatable {
  let sql: String

  init(_ migration: Migration, for dialect: Dialect) throws {
    var kept: [Substring] = []
    var section: (dialect: Dialect, line: Int)?
    for (index, line) in Self.lines(of: migration.text).enumerated() {
      switch try Self.marker(line) {
      case .only(let dialect) where section == nil: section = (dialect, index + 1)
      case .only:
        throw Self.error(migration, index + 1, "begins a section within a section", "write '-- end' before it")
      case .unknown(let name):
        throw Self.error(migration, index + 1, "is only for '\(name)'", "write 'sqlite' or 'postgres'")
      case .end where section != nil: section = nil
      case .end:
        throw Self.error(migration, index + 1, "ends a section that has not begun", "write '-- only: ...' before it")
      case nil: if section == nil || section?.dialect == dialect { kept.append(line) }
      }
    }
    if let section { throw Self.error(migration, section.line, "begins a section that never ends", "write '-- end'") }
    sql = kept.joined(separator: "\n")
  }

  /// The hash, as 16 hexadecimal digits, of the text without white space at line ends and without empty lines: it tells
  /// that a file was changed by mistake, and protects against nobody.
  var checksum: String {
    let lines = sql.split(separator: "\n").map { $0.trimmingTrailingSpace() }.filter { !$0.isEmpty }
    let digits = String(Self.fnv1a(lines.joined(separator: "\n").utf8), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The 64-bit FNV-1a hash of Fowler, Noll and Vo.
  static func fnv1a(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }

  private enum Marker {
    case only(Dialect), unknown(String), end
  }

  private static func marker(_ line: Substring) throws -> Marker? {
    let line = line.trimmingSpace()
    guard line.hasPrefix("--") else { return nil }
    let text = line.dropFirst(2).trimmingSpace()
    if text == "end" { return .end }
    guard text.hasPrefix("only") else { return nil }
    let rest = text.dropFirst("only".count).trimmingSpace()
    guard rest.hasPrefix(":") else { return nil }
    let name = String(rest.dropFirst().trimmingSpace())
    return Dialect(rawValue: name).map(Marker.only) ?? .unknown(name)
  }

  private static func error(_ migration: Migration, _ line: Int, _ problem: String, _ advice: String) -> DatabaseError {
    DatabaseError(.migration, "Line \(line) of \(migration.title).sql", problem, advice)
  }
}

extension Substring {
  fileprivate func trimmingSpace() -> Substring { drop(while: \.isWhitespace).trimmingTrailingSpace() }

  fileprivate func trimmingTrailingSpace() -> Substring {
    var line = self
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }
}
