import ArgumentParser
import Conference

struct AnnounceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "announce", abstract: "Tells everybody something at the top of every page, at once.",
    discussion: "The console (/organize/announcements) does the same, changes and withdraws it, and sends it by mail.")

  @Argument(help: "What it is about, in quotation marks.") var title: String
  @Argument(help: "The rest, in Markdown.") var text = ""
  @OptionGroup var data: DataOption
  @Option(help: "Only for those whom the session with this id concerns.") var session: String?
  @Option(
    name: .customLong("for"),
    help: "everyone or participants. Default: everyone where visitors see the schedule, else participants")
  var readers: String?
  @Option(help: "From when on, such as 2026-05-14T08:00:00Z. Default: now") var from: String?
  @Option(help: "Until when. Default: until it is withdrawn") var until: String?

  func run() async throws {
    let database = try await data.folder().openExisting()
    if let session, try await ProgramStore(database).load().session(session) == nil {
      throw ConferenceError.notFound("there is no session “\(session)”")
    }
    let policies = try await Policies.current(database)
    let announcement = try AnnouncementText(
      title: title, text: text, session: session,
      readers: try chosen() ?? Announcement.Readers.standard(policies, at: Clock.system.now()),
      from: try Self.instant(from) ?? Clock.system.now(),
      until: try Self.instant(until))
    let id = try await Announcements(database, clock: .system).add(announcement, by: nil)
    try database.close()
    print("Announced: /organize/announcements/\(id) changes or withdraws it.")
  }

  private func chosen() throws -> Announcement.Readers? {
    try readers.map { text in
      guard let readers = Announcement.Readers(rawValue: text) else {
        throw ValidationError("“\(text)” is neither everyone nor participants")
      }
      return readers
    }
  }

  private static func instant(_ text: String?) throws -> Instant? {
    try text.map { text in
      guard let instant = Instant(iso8601: text) else {
        throw ValidationError("“\(text)” is not an instant; write it as 2026-05-14T08:00:00Z")
      }
      return instant
    }
  }
}
