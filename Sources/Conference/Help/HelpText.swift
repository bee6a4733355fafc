/// What was asked, as lists of it have it.
public enum HelpText {
  /// The beginning of a text, on one line.
  public static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 90 ? String(line.prefix(90)) + " …" : line
  }
}
