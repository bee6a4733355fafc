/// A whole conference as it stands in a folder, before or after it is one in a database.
public struct Draft: Hashable, Sendable {
  public var conference: ConferenceInfo
  public var papers: [Paper]
  public var sessions: [Session]
  public var events: [Event]
  public var sponsors: [Sponsor]
  public var answers: [Answer]
  public var members: [Member]
  public var themes: [Theme]

  public init(conference: ConferenceInfo) {
    self.conference = conference
    papers = []
    sessions = []
    events = []
    sponsors = []
    answers = []
    members = []
    themes = []
  }
}
