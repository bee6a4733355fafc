import Foundation

/// The keys of a file of references.
struct BibTeXKeys {
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  /// The entry, or entries, with a number behind every key that the file already has: "okonkwo2026title-2".
  mutating func distinguish(_ entry: String) -> String {
    var result = ""
    var position = entry.startIndex
    for range in BibTeXSource.keys(in: entry) {
      result += entry[position..<range.lowerBound] + free(String(entry[range]))
      position = range.upperBound
    }
    return result + entry[position...]
  }

  /// BibTeX does not tell keys apart by case.
  private mutating func free(_ key: String) -> String {
    var candidate = key
    while !used.insert(candidate.lowercased()).inserted {
      let count = counts[key.lowercased(), default: 1] + 1
      counts[key.lowercased()] = count
      candidate = "\(key)-\(count)"
    }
    return candidate
  }

  /// Family name, year and first telling word of the title in ASCII: "okonkwo2026title"; the id where all is empty.
  static func key(for paper: Paper, year: String?) -> String {
    let key = family(of: paper.authors.first?.name ?? "") + (year ?? "") + word(of: paper.title)
    return key.isEmpty ? "paper-\(Slug.made(of: paper.id))" : key
  }

  private static func family(of name: String) -> String {
    let parts = name.split(separator: ",", maxSplits: 1)
    if parts.count == 2, let family = words(String(parts[0])).last { return family }
    let words = words(name)
    return words.last { !["jr", "sr", "ii", "iii", "iv"].contains($0) } ?? words.last ?? ""
  }

  private static func word(of title: String) -> String {
    let small = ["a", "an", "the", "on", "of", "in", "for", "to", "and", "with", "from", "by", "at", "is", "are"]
    let words = words(title)
    return words.first { !small.contains($0) } ?? words.first ?? ""
  }

  /// In Latin letters without marks; what is joined by a hyphen is one word.
  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).compactMap { word in
      let letters = ascii(String(word)).lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
      return letters.isEmpty ? nil : String(letters.prefix(40))
    }
  }

  private static func ascii(_ word: String) -> String {
    // Setting up a transliteration takes longer than all the rest.
    guard !word.utf8.allSatisfy({ $0 < 0x80 }) else { return word }
    return word.applyingTransform(StringTransform("Any-Latin; Latin-ASCII"), reverse: false) ?? word
  }
}
