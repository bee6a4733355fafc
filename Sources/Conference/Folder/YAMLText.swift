/// Reads YAML by libyaml's rules; unquoted `No`, `12:30:45`, `2020-04-27` and `1e3` stay the text that was written.
public enum YAMLText {
  /// The most values, counting what aliases repeat, that are read from one file.
  static let limit = 1_000_000

  /// The one document that the text holds, or nil where there is none or it cannot be read.
  public static func parse(_ text: String, file: String, problems: inout Problems) -> Node? {
    var text = text
    return text.withUTF8 { bytes in
      var reader = YAMLReader(bytes, file: file, problems: problems)
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
