/// Splits the bytes of a delimited file into rows of fields (RFC 4180), with the place of every field.
struct CSVRows {
  /// One line of the table, which can span lines of the file.
  struct Row {
    var fields: [Node] = []
    var position: Position
    /// Whether an error was reported inside the row, so that its fields cannot be trusted.
    var isBroken = false

    var isBlank: Bool { !isBroken && fields.allSatisfy(\.isEmpty) }
  }

  private var cursor: ByteCursor
  private let file: String
  private let delimiter: UInt8
  private let limit: Int
  private let isLenient: Bool
  private var fieldCount = 0

  /// - Parameter isLenient: whether text behind a closing quote is the field's, as Python's reader has it.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, file: String, delimiter: UInt8, limit: Int = Node.limit,
    isLenient: Bool = false
  ) {
    self.isLenient = isLenient
    self.limit = limit
    self.cursor = ByteCursor(bytes)
    self.file = file
    self.delimiter = delimiter
  }

  /// The next row that is not blank, or nil at the end; throws where the rest of the file cannot be read.
  mutating func next(problems: inout Problems) throws(Problem) -> Row? {
    while cursor.current != nil {
      let row = try row(problems: &problems)
      if !row.isBlank { return row }
    }
    return nil
  }

  private mutating func row(problems: inout Problems) throws(Problem) -> Row {
    var row = Row(position: cursor.position)
    repeat {
      row.fields.append(try field(row: &row, problems: &problems))
    } while skipDelimiter()
    cursor.skipLineEnd()
    return row
  }

  private mutating func skipDelimiter() -> Bool {
    guard cursor.current == delimiter else { return false }
    cursor.advance()
    return true
  }

  private mutating func field(row: inout Row, problems: inout Problems) throws(Problem) -> Node {
    fieldCount += 1
    guard fieldCount <= limit else { throw tooManyFields }
    let start = cursor
    skipBlanks()
    if cursor.current == .quote { return try quotedField(row: &row, problems: &problems) }
    skipToFieldEnd()
    let isNull = cursor.offset == start.offset
    return Node(
      isNull ? .null : .text(FormulaGuard.removed(from: cursor.text(from: start.offset))), file: file,
      at: start.position)
  }

  private mutating func quotedField(row: inout Row, problems: inout Problems) throws(Problem) -> Node {
    let start = cursor.position
    cursor.advance()
    var text = try quotedText(openedAt: start)
    let closing = cursor.offset
    skipBlanks()
    if let byte = cursor.current, byte != delimiter, !byte.isLineEnd {
      let place = cursor.position.place(in: file)
      problems.append(
        Problem(
          isLenient ? .warning : .error, at: place,
          "text follows the closing quote of the field that starts in line \(start.line)",
          advice: "write a quote inside of quoted text twice, as in \"the \"\"best\"\" paper\""))
      skipToFieldEnd()
      if isLenient { text += cursor.text(from: closing) } else { row.isBroken = true }
    }
    return Node(.text(FormulaGuard.removed(from: text)), file: file, at: start)
  }

  /// Reads up to the closing quote and steps over it.
  private mutating func quotedText(openedAt start: Position) throws(Problem) -> String {
    var text = ""
    var piece = cursor.offset
    while let byte = cursor.current {
      guard byte == .quote else {
        cursor.advance()
        continue
      }
      text += cursor.text(from: piece)
      cursor.advance()
      guard cursor.current == .quote else { return text }
      piece = cursor.offset
      cursor.advance()
    }
    throw Problem(
      .error, at: start.place(in: file), "the quote that opens here is never closed; the rest of the file is not read",
      advice: "close it with \", and write a quote inside of quoted text twice")
  }

  private mutating func skipBlanks() {
    while let byte = cursor.current, byte == .space || byte == .tab, byte != delimiter { cursor.advance() }
  }

  private mutating func skipToFieldEnd() {
    while let byte = cursor.current, byte != delimiter, !byte.isLineEnd { cursor.advance() }
  }

  private var tooManyFields: Problem {
    Problem(
      .error, at: cursor.position.place(in: file), "the file has more than \(limit) fields",
      advice: "split it into several files, or leave out columns")
  }
}

extension UInt8 {
  var isLineEnd: Bool { self == .lineFeed || self == .carriageReturn }
}
