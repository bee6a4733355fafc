/// What holds after the last transition in a zone file: a POSIX TZ string, as extended by RFC 9636, 3.3.1.
struct YearlyRule: Sendable, Equatable {
  struct Summer: Sendable, Equatable {
    /// Seconds east of UTC.
    var offset: Int
    /// On the wall as it is before the change.
    var start: YearlyTime
    var end: YearlyTime
  }

  /// Seconds east of UTC outside summer.
  var standard: Int
  var summer: Summer?

  /// The stretch of one offset around the instant, in seconds since 1970.
  ///
  /// Changes may lie up to a week outside their year, so those of the neighboring years are looked at as well.
  func period(at seconds: Int64) -> ZoneRules.Period {
    var period = ZoneRules.Period(start: .min, end: .max, offset: standard)
    guard let summer else { return period }
    let year = Civil.date(of: Int(Civil.floor(seconds + Int64(standard), by: 86_400))).year
    for year in (year - 1)...(year + 2) {
      period.narrow(to: seconds, at: summer.start.seconds(in: year) - Int64(standard), offset: summer.offset)
      period.narrow(to: seconds, at: summer.end.seconds(in: year) - Int64(summer.offset), offset: standard)
    }
    return period
  }
}

extension ZoneRules.Period {
  /// Takes a change into account; of two at the same moment the later one counts, as in zones with summer all year.
  fileprivate mutating func narrow(to seconds: Int64, at change: Int64, offset: Int) {
    if change > seconds {
      end = min(end, change)
    } else if change >= start {
      (start, self.offset) = (change, offset)
    }
  }
}

/// A moment of every year on a wall.
struct YearlyTime: Sendable, Equatable {
  enum Date: Sendable, Equatable {
    /// Jn: 1 to 365, where February 29 is never counted.
    case dayWithoutLeapDay(Int)
    /// n: 0 to 365, where it is.
    case dayFromZero(Int)
    /// Mm.w.d: the week 1 to 4 or 5 for the last, and the weekday with Sunday as 0.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  var date: Date
  /// Seconds after midnight, from −167 to 167 hours.
  var time: Int

  /// Seconds from 1970-01-01T00:00 on the wall.
  func seconds(in year: Int) -> Int64 {
    Int64(dayNumber(in: year) * 86_400 + time)
  }

  private func dayNumber(in year: Int) -> Int {
    let newYear = Civil.number(year: year, month: 1, day: 1)
    switch date {
    case .dayWithoutLeapDay(let day): return newYear + day - (day >= 60 && Civil.isLeap(year) ? 0 : 1)
    case .dayFromZero(let day): return newYear + day
    case .weekday(let month, let week, let weekday):
      let first = Civil.number(year: year, month: month, day: 1)
      let toWeekday = (weekday - Weekday(dayNumber: first).rawValue + 7) % 7
      let days = toWeekday + (week - 1) * 7
      return first + (days < Civil.length(month: month, year: year) ? days : days - 7)
    }
  }
}
