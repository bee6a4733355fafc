import ArgumentParser
import Conference
import Foundation

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Makes the story conference: fictional, generated from a seed, and happening now.",
    discussion: """
      Writes a conference folder of the documented kind (DIR/story) and imports it into DIR, so that it is also an example of such a folder. With ffmpeg
      installed its keynotes have videos.
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
    let data = try data.folder()
    let now = Clock.system.now()
    let story = Story(seed: seed, papers: papers, today: today.flatMap { Day(iso: $0) } ?? Zone.utc.day(at: now))
    let folder = data.path + "/story"
    if FileManager.default.fileExists(atPath: folder) { try FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let media = try story.write(mediaInto: folder)
    try FolderExport(story.draft(media: media)).write(beside: folder)
    var options = FolderImport.Options()
    options.pruning = true
    let outcome = try await FolderImport(data: data, options: options).run(folder, now: now)
    ImportReport(outcome, skipsBadRows: false).print()
    if outcome.isRefused { throw ExitCode(1) }
    print("Its folder is \(folder). See it with: hatata serve --data \(data.path)")
  }
}
