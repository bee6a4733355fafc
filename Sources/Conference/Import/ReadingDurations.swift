/// How long something is, where a record says that instead of its end or beside it.
extension FolderReading {
  private static let minuteNames = [
    "minutes", "duration_minutes", "duration_min", "duration (min)", "duration (minutes)",
  ]
  private static let hourNames = ["duration_hours", "duration (h)", "duration (hours)"]
  static let durationNames = minuteNames + ["duration"] + hourNames

  /// Warns where the end is not as long after the start as the duration says.
  func compareDuration(_ stated: Int?, _ record: Record, _ minutes: Int) {
    guard let stated, stated != minutes else { return }
    let name = record.text("minutes") == nil ? "duration" : "minutes"
    warn(
      record.place(any: Self.durationNames),
      "its end is \(minutes) minutes after its start, but “\(name)” says \(stated); the end counts",
      "correct one of the two, or leave “\(name)” empty")
  }

  /// A duration in minutes: "90 min" and "1:30" as they say, a number alone by its column.
  func duration(_ record: Record, isInHours: Bool) -> Int? {
    guard let text = record.text(any: Self.durationNames) else { return nil }
    switch WrittenDuration(text: text) {
    case .minutes(let minutes): return minutes
    case .number(let number): return minutes(number, of: record, isInHours: isInHours)
    case nil:
      error(
        record.place(any: Self.durationNames), "“\(text.prefix(40))” is not a duration",
        "give minutes, such as 90, or write 90 min or 1:30")
      return nil
    }
  }

  /// Minutes, unless the column or the format says that it is hours; a small number that may be either is warned of.
  private func minutes(_ number: Double, of record: Record, isInHours: Bool) -> Int {
    let (minutes, hours) = (Int(number.rounded()), Int((number * 60).rounded()))
    if record.text(any: Self.minuteNames) != nil { return minutes }
    if record.text("duration") == nil || isInHours && number <= 12 { return hours }
    guard number <= 12 else { return minutes }
    // Nothing that is in a schedule takes four minutes or half of one.
    let isHours = number <= 4 || number != number.rounded()
    let text = record.text("duration") ?? ""
    warn(
      record.place("duration"),
      "“duration” may be minutes or hours; “\(text)” is taken for \(isHours ? "hours" : "minutes")",
      "write \(text) h or \(text) min, or name the column “minutes”")
    return isHours ? hours : minutes
  }
}
