/// Abbreviations that mean one offset to everyone, or nearly so.
enum ZoneAbbreviation {
  /// Hours east of UTC, doubled because of the half ones.
  private static let halfHours: [String: Int] = [
    "AOE": -24, "HST": -20, "AKST": -18, "AKDT": -16, "PST": -16, "PDT": -14, "MST": -14, "MDT": -12, "EST": -10,
    "EDT": -8, "BRT": -6, "ART": -6, "UTC": 0, "UT": 0, "GMT": 0, "Z": 0, "WET": 0, "WEST": 2, "CET": 2, "WAT": 2,
    "CEST": 4, "CAT": 4, "EET": 4, "SAST": 4, "EEST": 6, "EAT": 6, "MSK": 6, "HKT": 16, "SGT": 16, "AWST": 16,
    "JST": 18, "KST": 18, "ACST": 19, "AEST": 20, "ACDT": 21, "AEDT": 22, "NZST": 24, "NZDT": 26,
  ]

  /// Where clocks show the time for a part of the year only, so that who writes it mostly means what they show.
  private static let places = [
    "AKST": "America/Anchorage", "AKDT": "America/Anchorage", "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles", "MDT": "America/Denver", "EST": "America/New_York", "EDT": "America/New_York",
    "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon", "CET": "Europe/Berlin", "CEST": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "ACDT": "Australia/Adelaide", "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
  ]

  /// The zone of such a place; nil for what clocks somewhere show all the year.
  static func place(ofSeasonal text: String) -> String? { places[text.uppercased()] }

  /// Seconds east of UTC, in any case; AoE ("anywhere on Earth"), which deadlines are given in, is UTC−12.
  static func offset(_ text: String) -> Int? {
    halfHours[text.uppercased()].map { $0 * 1800 }
  }
}
