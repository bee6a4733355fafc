/// Reads delimited text with a header line (RFC 4180; comma, semicolon or tab; any line end).
public enum CSVText {
  /// One map per row, named by the header; rows that cannot be trusted are left out and reported as errors.
  ///
  /// - Parameter isLenient: whether text behind a closing quote is taken for the field's, with a warning.
  public static func parse(_ text: String, file: String, isLenient: Bool = false, problems: inout Problems) -> [Node] {
    var text = text
    return text.withUTF8 { bytes in
      let declared = CSVDelimiter.declared(in: bytes)
      let delimiter = declared ?? CSVDelimiter.recognized(in: bytes, file: file)
      var rows = CSVRows(bytes, file: file, delimiter: delimiter, isLenient: isLenient)
      // The declaration can be read: it has no quotes.
      if declared != nil { _ = try? rows.next(problems: &problems) }
      // Portals are taken as they are.
      if !isLenient { MisreadText.report(bytes, file: file, problems: &problems) }
      return records(of: &rows, file: file, problems: &problems)
    }
  }

  private static func records(of rows: inout CSVRows, file: String, problems: inout Problems) -> [Node] {
    var records: [Node] = []
    do throws(Problem) {
      guard let first = try rows.next(problems: &problems) else {
        problems.warning(
          at: Place(file: file), "the file is empty", advice: "write a header line with the names of the columns first")
        return []
      }
      var header = CSVHeader(first, file: file, problems: &problems)
      while let row = try rows.next(problems: &problems) {
        if let record = header.record(row, problems: &problems) { records.append(record) }
      }
    } catch {
      problems.append(error)
      problems.isIncomplete = true
    }
    return records
  }
}
