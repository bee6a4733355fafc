import Conference
import Foundation

/// Asks Python's zoneinfo, on the same database, what the product computes itself.
enum PythonZoneinfo {
  struct Failure: Error {
    let status: Int32
  }

  /// A line is a question: "offsets" at seconds since 1970, or "instants" of walls, then a zone and the numbers.
  private static let script = """
    import sys
    from datetime import datetime, timedelta, timezone
    from zoneinfo import ZoneInfo
    epoch = datetime(1970, 1, 1)
    for line in sys.stdin:
        kind, name, *numbers = line.split()
        zone, answers = ZoneInfo(name), []
        for number in numbers:
            moment = epoch + timedelta(seconds=int(number))
            if kind == "offsets":
                moment = moment.replace(tzinfo=timezone.utc).astimezone(zone)
                answers.append(round(moment.utcoffset().total_seconds()))
            else:
                offset = moment.replace(tzinfo=zone).utcoffset()
                answers.append(int(number) - round(offset.total_seconds()))
        print(*answers)
    """

  static let isAvailable = Zones.isAvailable && (try? answers(["offsets Africa/Lagos 1588082400"])) == [[3600]]

  /// The numbers that answer each question, in order.
  static func answers(_ questions: [String]) throws -> [[Int64]] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zoneinfo-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "questions"), folder.appending(path: "answers"))
    try Data(questions.map { $0 + "\n" }.joined().utf8).write(to: input)
    try Data().write(to: output)
    try run(reading: FileHandle(forReadingFrom: input), writing: FileHandle(forWritingTo: output))
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return text.split(separator: "\n").map { $0.split(separator: " ").compactMap { Int64($0) } }
  }

  private static func run(reading input: FileHandle, writing output: FileHandle) throws {
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = ["python3", "-c", script]
    python.environment = ProcessInfo.processInfo.environment
    python.environment?["PYTHONTZPATH"] = Zones.directory
    (python.standardInput, python.standardOutput) = (input, output)
    python.standardError = FileHandle.nullDevice
    try python.run()
    python.waitUntilExit()
    guard python.terminationStatus == 0 else { throw Failure(status: python.terminationStatus) }
  }
}
