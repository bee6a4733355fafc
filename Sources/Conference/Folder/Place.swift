/// A position in a file: lines and columns start at 1, columns count characters (Unicode scalars), and line 0 is the
/// whole file.
public struct Place: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
  public var file: String
  public var line: Int
  public var column: Int

  public init(file: String, line: Int = 0, column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Orders places by file, line and column.
  public static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }

  /// The form that editors jump to, such as `papers.csv:12:5`.
  public var description: String {
    if line == 0 { return file }
    return column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
  }
}

/// A place without its file, kept small because every value of a file has one.
struct Position: Sendable, Hashable {
  var line: UInt32
  var column: UInt32

  init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    self.column = UInt32(clamping: column)
  }

  func place(in file: String) -> Place {
    Place(file: file, line: Int(line), column: Int(column))
  }
}
