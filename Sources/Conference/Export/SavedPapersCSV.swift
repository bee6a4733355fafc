/// Saved papers as a table for spreadsheets, which run nothing of it.
public enum SavedPapersCSV {
  /// - Parameters:
  ///   - notes: by the paper's id.
  ///   - address: where the site is reached, without a slash at the end.
  public static func file(_ papers: [Paper], notes: [String: String], address: String) -> [UInt8] {
    var table = CSVWriter(["id", "title", "authors", "keywords", "page", "pdf", "note"])
    for paper in papers {
      table.append([
        paper.id, paper.title, CSVWriter.names(paper.authors), CSVWriter.list(paper.keywords),
        "\(address)/papers/\(paper.id)",
        paper.pdf.map { $0.hasPrefix("media/") ? "\(address)/\($0)" : $0 }, notes[paper.id],
      ])
    }
    return Array(table.text.utf8)
  }
}
