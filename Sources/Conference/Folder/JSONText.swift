/// Reads JSON strictly (RFC 8259), with the place of every value; numbers and truth values keep their text.
public enum JSONText {
  /// The value that the text holds, or nil where it cannot be read; mistakes that leave no doubt are reported and
  /// passed.
  public static func parse(_ text: String, file: String, problems: inout Problems) -> Node? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = JSONReader(bytes, file: file, problems: problems)
      defer { problems = reader.problems }
      do throws(Problem) {
        return try reader.document()
      } catch {
        reader.problems.append(error)
        return nil
      }
    }
  }
}
