import ArgumentParser
import Conference
import Foundation

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the story conference: fictional, generated from a seed, and happening now.",
    discussion: """
      Writes a conference folder of the documented kind (DIR/story) and imports it into DIR, so that it is also an example \
      of such a folder. With ffmpeg installed its keynotes have videos. Made again, it takes the place of the earlier one, \
      but never of another conference.
      """)

  @OptionGroup var data: DataOption
  @Option(help: "Another seed makes another conference.") var seed: UInt64 = 1
  @Option(help: "How many papers, up to 20,000.") var papers = 120
  @Option(help: "The day it is in the middle of, such as 2026-04-28. Default: today") var today: String?

  func validate() throws {
    guard (1...20_000).contains(papers) else { throw ValidationError("--papers takes a number from 1 to 20000") }
    if let today, Day(iso: today) == nil { throw ValidationError("“\(today)” is not a day; write it as 2026-04-28") }
  }

  func run() async throws {
    let data = try await data.folder()
    let now = Clock.system.now()
    let story = Story(seed: seed, papers: papers, today: today.flatMap { Day(iso: $0) } ?? Zone.utc.day(at: now))
    try await Self.checkMayReplace(in: data)
    let folder = data.path + "/story"
    if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data("Written by “hatata demo”, which replaces this folder.\n".utf8)
      .write(to: URL(fileURLWithPath: folder + Self.mark))
    let media = try story.write(mediaInto: folder)
    try FolderExport(story.draft(media: media)).write(beside: folder)
    var options = FolderImport.Options()
    options.replacing = true
    let outcome = try await FolderImport(data: data, options: options).run(folder, now: now)
    ImportReport(outcome, skipsBadRows: false).print()
    if outcome.isRefused { throw ExitCode(1) }
    print("Its folder is \(folder). See it with: hatata serve --data \(data.path)")
  }

  /// Names the folder as one that this command has written and may delete.
  private static let mark = "/.made-by-hatata-demo"

  /// Throws where somebody else's conference or folder would be lost.
  private static func checkMayReplace(in data: DataFolder) async throws {
    let folder = data.path + "/story"
    if FileManager.default.fileExists(atPath: folder), !FileManager.default.fileExists(atPath: folder + mark) {
      throw ConferenceError.conflict(
        "\(folder) is there already and was not written by this command; move it away, or choose another --data")
    }
    guard data.hasDatabase else { return }
    let database = try data.openExisting()
    let conference = try await ProgramStore(database).draft()?.conference
    try database.close()
    if let conference, !Story.isStory(conference) {
      throw ConferenceError.conflict(
        "\(data.path) holds “\(conference.name)”, which the story would replace; choose another --data")
    }
  }
}
