import Foundation

/// Dates as mails write them, always in UTC: `Tue, 28 Apr 2020 13:55:00 +0000`.
enum MailDate {
  static func text(_ date: Date) -> String {
    let parts = calendar.dateComponents([.weekday, .day, .month, .year, .hour, .minute, .second], from: date)
    let (day, month) = (days[(parts.weekday ?? 1) - 1], months[(parts.month ?? 1) - 1])
    let time = [parts.hour, parts.minute, parts.second].map { pair($0 ?? 0) }.joined(separator: ":")
    return "\(day), \(pair(parts.day ?? 1)) \(month) \(parts.year ?? 1970) \(time) +0000"
  }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return calendar
  }()

  private static func pair(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
