/// For how long the organizers keep backups, as they tell people: who erases themselves stays in them for as long.
public struct Backups: Choice {
  public static let name = "backups"
  public static let standard = Backups(checked: nil)
  /// Ten years.
  public static let most = 3_650

  /// Nil where nobody has said so.
  public let days: Int?

  private init(checked days: Int?) { self.days = days }

  /// Throws unless it is from a day to ten years, or not said.
  public init(days: Int?) throws {
    if let days, !(1...Self.most).contains(days) {
      throw ConferenceError.invalid(
        field: "Days", problem: "\(days) is not from 1 to \(Self.most.grouped)",
        advice: "Write after how many days you delete a backup, or nothing.")
    }
    self.init(checked: days)
  }
}
