/// Says in an organizer's words what libyaml found wrong, and what to do.
enum YAMLMessage {
  static func problem(_ failure: YAMLFailure, bytes: UnsafeBufferPointer<UInt8>, file: String) -> Problem {
    if failure.problem.hasPrefix("Maximum nesting level") { return tooDeep(at: place(of: failure.mark, bytes, file)) }
    if let offset = failure.byteOffset { return unreadable(at: offset, failure.problem, bytes: bytes, file: file) }
    let isUnclosedQuote = failure.context.contains("quoted scalar") && failure.problem.contains("unexpected")
    let mark = isUnclosedQuote ? failure.contextMark : failure.mark
    let (message, advice) = isUnclosedQuote ? unclosedQuote : words(for: failure, bytes: bytes)
    return Problem(.error, at: place(of: mark, bytes, file), message, advice: advice)
  }

  static func tooDeep(at place: Place) -> Problem {
    Problem(
      .error, at: place, "lists and maps are nested deeper than \(Node.depthLimit) levels",
      advice: "make the data flatter, and put text that starts with [, { or - in quotes")
  }

  private static func place(of mark: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ file: String) -> Place {
    cursor(at: mark, bytes).position.place(in: file)
  }

  private static func cursor(at mark: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> ByteCursor {
    var cursor = ByteCursor(bytes)
    cursor.advance(toScalar: mark)
    return cursor
  }

  private static func unreadable(
    at offset: Int, _ problem: String, bytes: UnsafeBufferPointer<UInt8>, file: String
  ) -> Problem {
    var cursor = ByteCursor(bytes)
    cursor.advance(toOffset: offset)
    let isControl = problem.hasPrefix("control")
    return Problem(
      .error, at: cursor.position.place(in: file),
      isControl ? "an invisible control character, which YAML does not allow" : problem,
      advice: isControl ? "delete the character" : "save the file as UTF-8")
  }

  private static let unclosedQuote = (
    "the quote that opens here is never closed",
    "close it, and write ' inside of '…' twice and \" inside of \"…\" as \\\""
  )

  private static func words(for failure: YAMLFailure, bytes: UnsafeBufferPointer<UInt8>) -> (String, String) {
    if failure.problem.hasSuffix("cannot start any token") {
      return badStart(cursor(at: failure.mark, bytes))
    }
    for (part, message, advice) in known where failure.problem.contains(part) { return (message, advice) }
    return (failure.problem, "check the indentation and the quotes of this line and the one before")
  }

  private static func badStart(_ cursor: ByteCursor) -> (String, String) {
    if cursor.current == .tab { return ("a tab stands where only spaces may indent", "replace the tab by spaces") }
    return ("text cannot start with \(cursor.quotedCharacter ?? "this")", "put the text in quotes")
  }

  // The order matters: the first part that libyaml's words contain decides.
  private static let known: [(String, String, String)] = [
    ("tab character", "a tab stands where only spaces may indent", "replace the tab by spaces"),
    (
      "mapping values are not allowed", "a colon stands inside of text without quotes, or the line is indented wrongly",
      "put text that holds “: ” in quotes, and indent like the line before"
    ),
    (
      "could not find expected ':'", "this line is neither “name: value” nor a part of the text before",
      "add the colon, indent the line as a part of the text before, or put the text in quotes"
    ),
    (
      "did not find expected key", "this does not fit to the fields before",
      "indent it like the other fields, and put text that holds quotes in quotes as a whole"
    ),
    (
      "did not find expected '-'", "this does not fit to the list before",
      "start it with - like the other items, or indent it less or more"
    ),
    (
      "block sequence entries are not allowed", "a list item cannot start here",
      "start the list on a line of its own, or put text that starts with - in quotes"
    ),
    ("mapping keys are not allowed", "? cannot start here", "put text that starts with ? in quotes"),
    ("',' or ']'", "the [ before this is not closed", "close it with ], or put text that starts with [ in quotes"),
    ("',' or '}'", "the { before this is not closed", "close it with }, or put text that starts with { in quotes"),
    ("unknown escape", "\\ stands before a character that it cannot escape", "write \\\\ or use single quotes"),
    ("hexdecimal", "\\x, \\u or \\U needs hexadecimal digits", "write the character itself"),
    ("invalid Unicode", "\\u or \\U names no character", "write the character itself"),
    ("undefined tag handle", "text that starts with ! names a type", "put the text in quotes"),
    ("node content", "a value is missing here", "write the value, or put text that starts with a sign in quotes"),
    (
      "document start", "text follows after the end of the document",
      "indent it like the lines before, or put it in quotes"
    ),
    ("directive", "% at the start of a line is for directives", "put text that starts with % in quotes"),
  ]
}
