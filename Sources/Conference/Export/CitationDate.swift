extension ConferenceInfo {
  /// The year that papers are cited by: the one that the date for citations begins with, else that of the first day.
  public var citationYear: String? {
    guard let cited = citationDate?.prefix(4), cited.count == 4, cited.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return start.map { String($0.year) }
    }
    return String(cited)
  }

  /// The date of publication in the two forms that Google Scholar reads, YYYY/M/D and YYYY: the one for citations if it is written
  /// in one of them, else the first day, or only the year where the first day is of another one.
  public var publicationDate: String? {
    if let citationDate, citationDate.wholeMatch(of: /[0-9]{4}(?:\/[0-9]{1,2}\/[0-9]{1,2})?/) != nil {
      return citationDate
    }
    guard let start, String(start.year) == citationYear else { return citationYear }
    return "\(start.year)/\(start.month)/\(start.day)"
  }
}
