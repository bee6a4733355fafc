/// A recursive descent over JSON's bytes, at most `Node.depthLimit` levels deep.
struct JSONReader {
  var cursor: ByteCursor
  var problems: Problems
  let file: String
  private let limit: Int
  private var count = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, file: String, problems: Problems, limit: Int = Node.limit) {
    self.limit = limit
    self.cursor = ByteCursor(bytes)
    self.file = file
    self.problems = problems
  }

  mutating func document() throws(Problem) -> Node {
    skipBlanks()
    guard cursor.current != nil else {
      throw Problem(.error, at: Place(file: file), "the file is empty", advice: "write at least []")
    }
    let node = try value(depth: 1)
    skipBlanks()
    if let character = cursor.quotedCharacter {
      throw problem(
        "\(character) follows after the end of the value", advice: "put several values into one list: [ …, … ]")
    }
    return node
  }

  private mutating func value(depth: Int) throws(Problem) -> Node {
    count += 1
    guard count <= limit else {
      throw problem("the file has more than \(limit) values", advice: "split it into several files")
    }
    let start = cursor.position
    switch cursor.current {
    case UInt8(ascii: "{"): return Node(.map(try map(depth: depth)), file: file, at: start)
    case UInt8(ascii: "["): return Node(.list(try list(depth: depth)), file: file, at: start)
    case .quote: return Node(.text(try string()), file: file, at: start)
    case .some(let byte) where byte.isWordByte: return Node(word(), file: file, at: start)
    default: throw missingValue
    }
  }

  private mutating func list(depth: Int) throws(Problem) -> [Node] {
    let opening = cursor.position
    try open(depth: depth)
    var items: [Node] = []
    while try !closes(with: "]", openedAt: opening) {
      items.append(try value(depth: depth + 1))
      try separate(before: "]", openedAt: opening)
    }
    return items
  }

  private mutating func map(depth: Int) throws(Problem) -> [Node.Entry] {
    let opening = cursor.position
    try open(depth: depth)
    var fields = MapEntries()
    while try !closes(with: "}", openedAt: opening) {
      fields.add(try entry(depth: depth), problems: &problems)
      try separate(before: "}", openedAt: opening)
    }
    return fields.entries
  }

  /// Steps over an opening bracket if that is not too deep.
  private mutating func open(depth: Int) throws(Problem) {
    guard depth <= Node.depthLimit else {
      throw problem("lists and maps are nested deeper than \(Node.depthLimit) levels", advice: "make the data flatter")
    }
    cursor.advance()
    skipBlanks()
  }

  private mutating func entry(depth: Int) throws(Problem) -> Node.Entry {
    let start = cursor.position
    guard cursor.current == .quote else {
      throw problem(
        "a field's name is expected here, not \(cursor.quotedCharacter ?? "the end")",
        advice: "put names in double quotes")
    }
    let key = try string()
    skipBlanks()
    guard cursor.current == .colon else {
      throw problem("a colon is missing after \(key.quoted)", advice: "write \"name\": value")
    }
    cursor.advance()
    skipBlanks()
    return Node.Entry(key: key, value: try value(depth: depth + 1), keyFile: file, keyPosition: start)
  }

  /// Steps over the closing bracket if it is next.
  private mutating func closes(with bracket: Unicode.Scalar, openedAt opening: Position) throws(Problem) -> Bool {
    guard let byte = cursor.current else { throw unclosed(bracket, openedAt: opening) }
    guard byte == UInt8(ascii: bracket) else { return false }
    cursor.advance()
    return true
  }

  /// Steps over the comma after a value; reports one that is missing or that stands before the closing bracket.
  private mutating func separate(before bracket: Unicode.Scalar, openedAt opening: Position) throws(Problem) {
    skipBlanks()
    guard let byte = cursor.current else { throw unclosed(bracket, openedAt: opening) }
    let comma = cursor.position.place(in: file)
    if byte == .comma {
      cursor.advance()
      skipBlanks()
      guard cursor.current == UInt8(ascii: bracket) else { return }
      problems.error(at: comma, "a comma stands before the closing \(bracket)", advice: "remove the comma")
    } else if Self.startsValue(byte) {
      problems.error(at: comma, "a comma is missing before this value", advice: "write a comma between values")
    } else if byte != UInt8(ascii: bracket) {
      throw problem(
        "a comma or \(bracket) is expected here, not \(cursor.quotedCharacter ?? "the end")",
        advice: "write a comma between values, and put text in double quotes")
    }
  }

  mutating func skipBlanks() {
    while let byte = cursor.current, byte == .space || byte == .lineFeed || byte == .carriageReturn || byte == .tab {
      cursor.advance()
    }
  }

  func problem(_ message: String, advice: String) -> Problem {
    Problem(.error, at: cursor.position.place(in: file), message, advice: advice)
  }

  private var missingValue: Problem {
    guard let byte = cursor.current else {
      return problem("a value is missing at the end of the file", advice: "check that the file is complete")
    }
    let advice =
      switch byte {
      case UInt8(ascii: "'"): "JSON text stands in double quotes"
      case UInt8(ascii: "/"), UInt8(ascii: "#"): "JSON has no comments; remove this one"
      case .comma: "remove the comma, or write the value that is missing"
      default: "put text in double quotes"
      }
    return problem("a value is expected here, not \(cursor.quotedCharacter ?? "the end")", advice: advice)
  }

  private func unclosed(_ bracket: Unicode.Scalar, openedAt opening: Position) -> Problem {
    Problem(
      .error, at: opening.place(in: file), "the bracket that opens here is never closed",
      advice: "close it with \(bracket), and check that the file is complete")
  }

  private static func startsValue(_ byte: UInt8) -> Bool {
    byte == .quote || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte.isWordByte
  }
}
