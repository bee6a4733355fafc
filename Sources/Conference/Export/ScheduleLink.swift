import Foundation

/// Addresses in a schedule, which are always whole.
enum ScheduleLink {
  /// Without a slash at its end.
  static func base(_ url: String) -> String {
    let url = CalendarEscape.uri(url)
    return String(url.reversed().drop { $0 == "/" }.reversed())
  }

  /// An address with http or https, or a file of ours ("media/logo.png"); nil for everything else.
  static func absolute(_ address: String, base: String) -> String? {
    let address = CalendarEscape.uri(address.trimmingCharacters(in: .whitespacesAndNewlines))
    if isOutside(address) { return address }
    guard !address.isEmpty, !address.hasPrefix("//"), !address.prefix(while: { $0 != "/" }).contains(":") else {
      return nil
    }
    return address.hasPrefix("/") ? base + address : "\(base)/\(address)"
  }

  static func isOutside(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("https://") || start.hasPrefix("http://")
  }
}
