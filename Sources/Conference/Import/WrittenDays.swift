/// The days of a conference as the first page of a site has them: "June 22-25 2020", "29 Nov – 2 Dec, 2022", "Oct 15th, 2026",
/// "June 22, 2026 - June 25, 2026".
struct WrittenDays: Equatable {
  let start: Day
  let end: Day

  /// n for a number, m for a month, - for what stands between two days; the year follows, which y stands for.
  private static let orders: Set<String> = ["mn", "nm", "mn-n", "n-nm", "mn-mn", "nm-nm"]
  private static let dashes: Set<String> = ["-", "–", "—", "−", "&", "to", "and", "until", "through"]
  private static let passed: Set<String> = ["st", "nd", "rd", "th", "of", "the", "from"]

  /// Nil where there is no day, as in "May 2020", or no year; what stands before and after the days is passed.
  init?(text: String) {
    var (order, numbers, months) = ("", [Int](), [Int]())
    var found: WrittenDays?
    for match in text.prefix(200).lowercased().matches(of: /\d+|\p{L}+|[\-–—−&]/) {
      let word = String(match.0)
      if order == "y" {
        // Another day with a year may follow a dash, and nothing else.
        guard Self.dashes.contains(word) else { break }
        order = ""
      } else if let number = Int(word), word.utf8.count <= 2 {
        numbers.append(number)
        order += "n"
      } else if let year = Int(word), word.utf8.count == 4, Self.orders.contains(order) {
        guard let days = WrittenDays(year: year, months: months, numbers: numbers) else { break }
        guard let opening = found else {
          found = days
          (order, numbers, months) = ("y", [], [])
          continue
        }
        found = WrittenDays(start: opening.start, end: days.end) ?? opening
        break
      } else if let month = TimeText.month(word: word) {
        months.append(month)
        order += "m"
      } else if Self.dashes.contains(word) {
        if !order.isEmpty { order += "-" }
      } else if !Self.passed.contains(word), Weekday(word: word) == nil {
        if found != nil { break }
        (order, numbers, months) = ("", [], [])
      }
    }
    guard let found else { return nil }
    self = found
  }

  private init?(year: Int, months: [Int], numbers: [Int]) {
    guard let firstMonth = months.first, let lastMonth = months.last, let first = numbers.first,
      let last = numbers.last, let end = Day(year: year, month: lastMonth, day: last),
      // "29 Dec – 2 Jan 2021" begins in the year before.
      let start = Day(year: firstMonth > lastMonth ? year - 1 : year, month: firstMonth, day: first)
    else { return nil }
    self.init(start: start, end: end)
  }

  private init?(start: Day, end: Day) {
    guard start <= end, end.number - start.number < 60 else { return nil }
    (self.start, self.end) = (start, end)
  }
}
