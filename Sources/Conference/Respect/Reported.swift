import Database

/// What is reported: something that somebody wrote, somebody, or what happened elsewhere.
public struct Reported: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable, SQLBindable, SQLDecodable {
    case message, question, person, incident

    /// As addresses call it; nil where there is no such kind.
    public init?(folder: String) {
      guard let kind = [Kind.message, .question, .person].first(where: { $0.folder == folder }) else { return nil }
      self = kind
    }

    public var folder: String { self == .person ? "people" : rawValue + "s" }
  }

  public var kind: Kind
  public var subject: String?
  /// Where it stood, or where the person is met.
  public var channel: String?
  /// As it was when it was reported.
  public var copy: String
  public var person: String?
  public var personName: String?
  /// Those whom its reporter says that it is about, where it names nobody by itself.
  public var about: Set<String> = []
  /// Whether it is about whoever reads what goes to the address outside.
  public var isAboutOutside = false
  /// The name of the picture that goes with it, while it is reported; the case has a copy.
  var picture: String?

  /// All whom it is about, as far as anybody has said: they never see it.
  var people: Set<String> { person.map { about.union([$0]) } ?? about }

  /// Whether it says to nobody who wrote it.
  var isAnonymous: Bool { kind == .question && personName == nil }

  /// What was written, if that is what was reported.
  public var written: WrittenThing? {
    switch kind {
    case .message: subject.map { .message($0) }
    case .question: subject.map { .question($0) }
    case .person, .incident: nil
    }
  }

  /// What happened somewhere else, such as in a video room.
  public static let incident = Reported(kind: .incident, copy: "")

  init(
    kind: Kind, subject: String? = nil, channel: String? = nil, copy: String, person: String? = nil,
    personName: String? = nil, picture: String? = nil
  ) {
    (self.kind, self.subject, self.channel, self.copy) = (kind, subject, channel, copy)
    (self.person, self.personName, self.picture) = (person, personName, picture)
  }

  /// A message that the reporter may read; throws where there is none such.
  static func message(_ id: String, by door: ChannelDoor, _ connection: Connection) throws -> Reported {
    let message = try Chat.found(id, connection)
    _ = try door.channel(message.channel, connection)
    guard message.isShown || (door.access.mayModerate && !message.isRemoved) else {
      throw ConferenceError.notFound("message")
    }
    let picture = message.picture.map { _ in "(with a picture)" }
    return Reported(
      kind: .message, subject: id, channel: message.channel.description,
      copy: [message.body, picture ?? ""].filter { !$0.isEmpty }.joined(separator: "\n"), person: message.author,
      personName: message.name, picture: message.picture)
  }

  /// A question that others see, or that the reporter looks after; who asked without their name is not named to the reporter.
  static func question(_ id: String, by door: ChannelDoor, _ connection: Connection) throws -> Reported {
    guard door.access.isLetIn, let question = try Questions.question(id, connection),
      try isOpen(question, to: QuestionHost(door.access, door.program), connection)
    else { throw ConferenceError.notFound("question") }
    return Reported(
      kind: .question, subject: id, channel: question.subject.text, copy: question.text, person: question.author,
      personName: question.isAnonymous ? nil : question.authorName)
  }

  private static func isOpen(_ question: Question, to host: QuestionHost, _ connection: Connection) throws -> Bool {
    guard !host.access.mayModerate else { return true }
    guard !question.isHidden else { return false }
    return try question.state.isShown || host.isHost(of: question.subject, connection)
  }

  /// Somebody with what others see of them; throws where there is nobody such.
  static func person(_ id: String, channel: String?, _ connection: Connection) throws -> Reported {
    guard let account = try People.account(id, connection), account.standing != .erased else {
      throw ConferenceError.notFound("person")
    }
    let profile = try People.profile(of: id, connection) ?? Profile()
    let parts: [(Profile.Part, String?)] = [
      (.affiliation, account.affiliation), (.country, account.country), (.pronouns, profile.pronouns),
      (.languages, profile.languages.joined(separator: ", ")), (.interests, profile.interests.joined(separator: ", ")),
      (.links, profile.links.joined(separator: "\n")), (.portrait, profile.portrait.map { _ in "(with a picture)" }),
    ]
    let shown = parts.compactMap { part, text in profile.shows(part) ? text : nil }.filter { !$0.isEmpty }
    return Reported(
      kind: .person, subject: id, channel: channel, copy: ([account.name] + shown).joined(separator: "\n"), person: id,
      personName: account.name, picture: profile.shows(.portrait) ? profile.portrait : nil)
  }
}
