import Conference

/// Which day and which kinds of sessions the address asks for.
struct ScheduleChoice {
  let day: Day
  /// In the order of all kinds; empty means every kind.
  let kinds: [Session.Kind]

  /// Without a day in the address: today while the conference is on, else its first day, else simply today.
  /// Kinds that nobody knows are passed over; throws for a day that is not a date.
  init(_ visit: Visit, days: [Day]) throws {
    let wanted = Set(visit.query.all("kind").flatMap { $0.split(separator: ",").map(String.init) })
    kinds = Session.Kind.allCases.filter { wanted.contains($0.rawValue) }
    if let text = visit.query["day"] {
      guard let day = Day(iso: text) else {
        throw ConferenceError.invalid(
          field: "day", problem: "“\(text.prefix(40))” is not a date",
          advice: "Dates are written as 2020-04-28. The schedule without one opens by itself on the right day.")
      }
      self.day = day
    } else if let first = days.first, let last = days.last {
      day = first <= visit.today && visit.today <= last ? visit.today : first
    } else {
      day = visit.today
    }
  }

  static func address(day: Day, kinds: [Session.Kind]) -> String {
    "/schedule?day=\(day.iso)" + kinds.map { "&kind=\($0.rawValue)" }.joined()
  }
}
