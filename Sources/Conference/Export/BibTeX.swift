import Foundation

/// References to papers in the format of BibTeX.
public enum BibTeX {
  /// The paper's own reference where it has a usable one, otherwise one made of what is known about the paper.
  public static func entry(for paper: Paper, conference: ConferenceInfo) -> String {
    if let own = paper.bibtex?.trimmingCharacters(in: .whitespacesAndNewlines), BibTeXSource.isWhole(own) { return own }
    return made(for: paper, conference: conference)
  }

  /// The references to all the papers, with a number behind keys that would otherwise stand there twice.
  public static func file(_ papers: [Paper], conference: ConferenceInfo) -> String {
    var keys = BibTeXKeys()
    return papers.map { keys.distinguish(entry(for: $0, conference: conference)) + "\n" }.joined(separator: "\n")
  }

  private static func made(for paper: Paper, conference: ConferenceInfo) -> String {
    let year = conference.citationYear
    var fields = [("title", "{\(BibTeXText.escaped(paper.title))}")]
    let authors = paper.authors.map(\.name).compactMap(BibTeXText.author).joined(separator: " and ")
    if !authors.isEmpty { fields.append(("author", authors)) }
    fields.append(("booktitle", BibTeXText.escaped(conference.proceedings ?? conference.name)))
    if let year { fields.append(("year", year)) }
    if let url = url(of: paper) { fields.append(("url", url)) }
    let lines = fields.map { name, value in "  \(name) = {\(value)}" }.joined(separator: ",\n")
    return "@inproceedings{\(BibTeXKeys.key(for: paper, year: year)),\n\(lines)\n}"
  }

  private static func url(of paper: Paper) -> String? {
    [paper.forum, paper.pdf].compactMap(\.self).first { $0.hasPrefix("https://") || $0.hasPrefix("http://") }
      .map(BibTeXText.url)
  }
}
