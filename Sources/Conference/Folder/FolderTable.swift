extension ConferenceFolder {
  private static let extensions = ["csv", "json", "yml", "yaml", "tsv"]

  /// The data of `name` (without extension, upper and lower case alike) from a .csv, .tsv, .json, .yml or .yaml file;
  /// nil where there is none or, after reporting why, where it cannot be read.
  ///
  /// - Parameter isLenient: whether CSV may be as programs of portals read it.
  public func table(_ name: String, isLenient: Bool = false, problems: inout Problems) -> Table? {
    let found = files(named: name)
    guard let file = found.first else { return nil }
    for other in found.dropFirst() {
      problems.warning(
        at: Place(file: other), "this file is left out because there is \(file) too", advice: "keep one of the two")
    }
    return table(file: file, isLenient: isLenient, problems: &problems)
  }

  /// The data of the file with exactly this name, read by its extension.
  public func table(file: String, isLenient: Bool = false, problems: inout Problems) -> Table? {
    guard let text = text(file, problems: &problems) else { return nil }
    return Self.parsed(text, file: file, isLenient: isLenient, problems: &problems).map { Table(name: file, root: $0) }
  }

  private func files(named name: String) -> [String] {
    Self.extensions.flatMap { (tables["\(name).\($0)".lowercased()] ?? []).sorted(by: >) }
  }

  /// Asked once for a folder, as a table is looked for under some sixty names and media are many.
  static func tables(among names: [String]) -> [String: [String]] {
    Dictionary(grouping: names.filter(isTable)) { $0.lowercased() }
  }

  private static func isTable(_ name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    return extensions.contains(name[name.index(after: dot)...].lowercased())
  }

  private static func parsed(_ text: String, file: String, isLenient: Bool, problems: inout Problems) -> Node? {
    switch file.split(separator: ".").last?.lowercased() {
    case "json": return JSONText.parse(text, file: file, problems: &problems)
    case "yml", "yaml": return YAMLText.parse(text, file: file, problems: &problems)
    case "csv", "tsv":
      let records = CSVText.parse(text, file: file, isLenient: isLenient, problems: &problems)
      return Node(.list(records), file: file, at: Position(line: 1, column: 1))
    default:
      problems.error(
        at: Place(file: file), "this kind of file holds no data that can be read",
        advice: "use .csv, .tsv, .json, .yml or .yaml")
      return nil
    }
  }
}
