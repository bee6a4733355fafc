/// What a file is by its name, as far as it matters whether to speak of it when an import did not use it.
enum FileKind {
  case table, spreadsheet, other
  /// Pictures, web pages, programs and what accompanies them: nobody expects them in a program.
  case silent

  init(of name: String) {
    let file = name.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let ending = file.lastIndex(of: ".").map { String(file[file.index(after: $0)...]) } ?? ""
    if file.hasPrefix("~$") || Self.companions.contains(Self.stem(of: file)) || Self.isKept(name) {
      self = .silent
    } else if Self.tableEndings.contains(ending) {
      // Below the top, data for scripts and pages is usual.
      self = name.contains("/") && !["csv", "tsv"].contains(ending) ? .silent : .table
    } else if Self.spreadsheetEndings.contains(ending) {
      self = .spreadsheet
    } else {
      self = name.contains("/") || Self.silentEndings.contains(ending) ? .silent : .other
    }
  }

  /// The name without its ending.
  static func stem(of name: String) -> String { name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name }

  /// The table that a file such as `papers (1).csv`, `My conference - Papers.csv` or `sesions.csv` was meant to be.
  static func meant(by name: String, among tables: [String]) -> String? {
    // The last word counts: spreadsheet programs put the workbook's name first.
    let named = Folding.words(of: stem(of: name)).reversed().lazy.compactMap { word in
      tables.first { $0 == word || $0.dropLast() == word }
    }
    return named.first ?? Spelling.nearest(to: stem(of: name), among: tables)
  }

  /// Whether it lies where entries' own files are kept, from which not all need to be named.
  static func isKept(_ name: String) -> Bool {
    ["media/", "thumbnails/", "static/"].contains { name.hasPrefix($0) }
  }

  private static let tableEndings: Set = ["csv", "tsv", "json", "yml", "yaml"]
  private static let spreadsheetEndings: Set = ["xlsx", "xls", "xlsm", "xlsb", "ods", "numbers", "gsheet"]
  private static let silentEndings: Set = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tif", "tiff", "ico", "pdf", "mp4", "webm", "mov", "mp3",
    "ogg", "wav", "vtt", "srt", "css", "scss", "less", "js", "mjs", "ts", "map", "html", "htm", "woff", "woff2", "ttf",
    "otf", "eot", "geojson", "py", "ipynb", "rb", "sh", "lock", "cfg", "ini", "db", "log", "bak",
  ]
  private static let companions: Set = [
    "readme", "license", "licence", "copying", "notice", "contributing", "changelog", "makefile", "dockerfile", "cname",
    "requirements", "robots", "package", "package-lock", "manifest",
  ]
}
