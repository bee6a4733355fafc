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

  /// Removes the mails of these names, the parts of their `MessageID`s before the at sign.
  public func forget(_ names: Set<String>) { remove { _, name in names.contains(name) } }

  public func forget(before date: Date) {
    let end = Self.stamp(date)
    remove { stamp, _ in stamp < end }
  }

  /// Removes files that were written here, by their mails' dates and names; others stay.
  private func remove(where isGone: (_ stamp: String, _ name: String) -> Bool) {
    for file in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where file.hasSuffix(".eml") {
      let parts = file.dropLast(4).split(separator: "-", maxSplits: 1).map(String.init)
      guard parts.count == 2, Self.isStamp(parts[0]), isGone(parts[0], parts[1]) else { continue }
      try? FileManager.default.removeItem(atPath: "\(path)/\(file)")
    }
  }

  private static func isStamp(_ text: String) -> Bool {
    text.utf8.count == 16 && text.hasSuffix("Z") && text.first?.isNumber == true
  }

  /// "20200428T135500Z"
  private static func stamp(_ date: Date) -> String {
    date.formatted(
      .iso8601.year().month().day().dateSeparator(.omitted).time(includingFractionalSeconds: false).timeSeparator(
        .omitted)) + "Z"
  }
}
