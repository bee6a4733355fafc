import Foundation

/// Writes each mail as a file that mail programs open, for development: nothing leaves the machine.
public struct FolderTransport: MailTransport {
  public let path: String

  public init(path: String) { self.path = path }

  /// The file's name begins with the mail's date, so that names sort by it; sent again, the mail replaces itself.
  public func send(_ message: MailMessage) async -> MailOutcome {
    let file = URL(fileURLWithPath: path).appendingPathComponent("\(Self.stamp(message.date))-\(message.id.local).eml")
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(message.bytes).write(to: file, options: .atomic)
      return .accepted("written to \(file.path)")
    } catch {
      return .tryLater("\(file.path) cannot be written: \(error.localizedDescription)")
    }
  }

  /// "20200428T135500Z"
  private static func stamp(_ date: Date) -> String {
    date.formatted(
      .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false).timeSeparator(
        .omitted)) + "Z"
  }
}
