/// A fictional conference that is happening now: for demonstrations, tests and pictures.
///
/// The same seed, number of papers and day give the same conference on every machine. Its second main day is `today`;
/// a day of workshops precedes the four main days.
///
/// One person's story runs through it whatever the seed. Adaeze Okonkwo, in Lagos, presents the paper `heroinePaper`
/// in the poster sessions `heroineSessions` (today at 09:00 and 18:00 in Lagos), speaks in the workshop
/// `heroineWorkshop`, and is a lead of the social `heroineSocial`.
public struct Story: Sendable {
  public static let heroine = Person(
    name: "Adaeze Okonkwo", affiliation: "Lagoon Heights University", country: "Nigeria", zone: "Africa/Lagos",
    email: "adaeze.okonkwo@example.org", website: "https://example.org/people/adaeze-okonkwo",
    biography: "Adaeze works on translation for languages that are sung as much as they are spoken.")
  public static let heroinePaper = "hT7borrowD"
  public static let heroineTitle = "Borrowed Tones: Learning to Translate Tonal Languages from Radio and Song"
  /// Her poster sessions, both on `today`.
  public static let heroineSessions: [String] = ["P2S2", "P2S4"]
  public static let heroineWorkshop = EventReference(kind: .workshop, name: "W2")
  public static let heroineSocial = EventReference(kind: .social, name: "S1")

  /// Whether a conference is one that a story has told.
  public static func isStory(_ conference: ConferenceInfo) -> Bool {
    conference.id.hasPrefix("inquiry") && conference.name.hasPrefix(name)
  }

  /// Above this number of papers none has a figure, so that the folder stays small.
  public static let mostFigures = 2000

  public let seed: UInt64
  /// How many papers there are, from 1 to 50,000.
  public let papers: Int
  public let today: Day

  public init(seed: UInt64 = 1, papers: Int = 120, today: Day) {
    self.seed = seed
    self.papers = min(max(papers, 1), 50_000)
    self.today = today
  }

  /// The whole conference; refers to those videos whose names are given, as `write(mediaInto:)` returned them.
  public func draft(media: [String] = []) -> Draft {
    let videos = StoryVideo.names.filter(media.contains)
    let press = StoryPress(story: self)
    var draft = Draft(conference: information)
    draft.papers = press.papers.map(\.paper)
    draft.sessions = StoryTimetable(story: self).posterSessions(press.papers) + oralSessions(press.papers)
    for program in programs(people: press.people) {
      draft.events += program.events
      draft.sessions += program.sessions
    }
    draft.sponsors = Self.sponsors
    draft.sessions += sponsorSessions
    draft.sessions.sort { ($0.start, $0.id) < ($1.start, $1.id) }
    draft.answers = Self.answers
    draft.members = members(people: press.people)
    draft.themes = themes(sessions: draft.sessions, papers: press.papers)
    show(videos, in: &draft)
    return draft
  }

  private func programs(people: StoryPeople) -> [StoryProgram] {
    [
      keynotes, workshops(people: people), socials(people: people), tutorials(people: people), plenaries, expo,
      mentoring,
    ]
  }

  private func show(_ videos: [String], in draft: inout Draft) {
    guard !videos.isEmpty else { return }
    if let index = draft.papers.firstIndex(where: { $0.id == Self.heroinePaper }) {
      draft.papers[index].video = videos[0]
    }
    let keynotes = draft.events.indices.filter { draft.events[$0].kind == .keynote }
    for (order, index) in keynotes.enumerated() {
      draft.events[index].video = videos[(order + 1) % videos.count]
    }
  }
}

/// Events with the sessions that they take place in.
struct StoryProgram {
  var events: [Event] = []
  var sessions: [Session] = []
}

extension Story {
  var year: Int { today.year }

  /// A time in UTC on a day of the conference, 0 for the workshops, 1 to 4 for the main days, 2 for `today`; hours may
  /// exceed 24.
  func time(day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Instant(seconds: Int64(today.number + day - 2) * 86_400).adding(minutes: hour * 60 + minute)
  }

  func session(
    _ id: String, _ kind: Session.Kind, _ title: String, from start: Instant, minutes: Int, event: EventReference? = nil
  ) -> Session {
    var session = Session(id: id, kind: kind, title: title, start: start, end: start.adding(minutes: minutes))
    session.event = event
    session.join = "https://example.org/rooms/\(id)"
    return session
  }
}
