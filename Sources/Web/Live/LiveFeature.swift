import Conference
import Database

/// A part of the site whose pages change while they are open.
protocol LiveFeature: Sendable {
  /// The first word of its topics: "questions" of "questions/keynotes/bengio".
  static var name: String { get }

  /// Whether somebody may follow the topic whose rest this is.
  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool

  /// Whether it may be that nobody, or somebody else than before, follows the topic whose rest this is, now that the program is another one.
  static func isShaken(_ rest: String, by program: Program) -> Bool

  /// Kinds of events that are counts, such as votes: those of a topic are told together, and at most once a second.
  static var counted: Set<String> { get }

  /// What every page that follows the topic shows now of what the event told about.
  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate]

  /// What is told of what is counted in memory only, and has changed.
  static func updates(of tallies: [LiveCounts.Tally], _ rest: String, _ site: Site) -> [LiveUpdate]

  /// What whoever opens a stream is told in any case, since it changes without an event, too.
  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate]
}

extension LiveFeature {
  static func isShaken(_ rest: String, by program: Program) -> Bool { false }
  static var counted: Set<String> { [] }
  static func updates(of tallies: [LiveCounts.Tally], _ rest: String, _ site: Site) -> [LiveUpdate] { [] }
  static func opening(_ rest: String, _ site: Site) async throws -> [LiveUpdate] { [] }
}

/// All of them; a new feature is a line here.
enum LiveFeatures {
  static let all: [any LiveFeature.Type] = [
    LiveAnnouncements.self, LiveChat.self, LiveConversations.self, LiveMe.self, LiveQuestions.self,
    LiveQuestionQueue.self, LiveHelp.self, LiveHelpQueue.self, LiveHelpCall.self, LiveHelpShifts.self, LiveCases.self,
    LiveReports.self, LiveChoices.self,
  ]

  /// The feature of a topic, and the topic's rest.
  static func find(_ topic: String) -> (feature: any LiveFeature.Type, rest: String)? {
    let parts = topic.split(separator: "/", maxSplits: 1)
    guard let first = parts.first, let feature = all.first(where: { $0.name == first }) else { return nil }
    return (feature, parts.count > 1 ? String(parts[1]) : "")
  }
}
