import Conference
import Testing

@testable import Web

/// What people write to each other, and to those who look after them.
extension ObjectMakers {
  static let corridor = ChannelKey(kind: .general, name: "corridor")

  static let message: Make = { scene, owner in [try await scene.message(by: owner, in: corridor)] }
  static let picture: Make = { scene, owner in [try await scene.message(by: owner, in: corridor, hasPicture: true)] }

  /// Hidden by somebody else.
  static let hiddenMessage: Make = { scene, owner in
    let id = try await scene.message(by: owner, in: corridor)
    try await scene.story.site.moderation.hide(.message(id), why: "", by: scene.access(scene.chief))
    return [id]
  }

  /// A channel of two, as its address says it.
  static let channel: Make = { scene, owner in
    let key = try await scene.channel(of: owner)
    return ["direct", key.name]
  }

  static let whisper: Make = { scene, owner in
    [try await scene.message(by: owner, in: try await scene.channel(of: owner))]
  }
  static let whisperedPicture: Make = { scene, owner in
    [try await scene.message(by: owner, in: try await scene.channel(of: owner), hasPicture: true)]
  }
  /// As addresses of reports say it.
  static let reportedWhisper: Make = { scene, owner in ["messages"] + (try await whisper(scene, owner)) }

  static let request: Make = { scene, owner in
    let question = try HelpQuestion(scene.words(of: owner))
    return [try await scene.story.site.helpDesk.ask(question, by: owner.id, client: "192.0.2.1")]
  }
  static let helpChannel: Make = { scene, owner in ["help"] + (try await request(scene, owner)) }

  /// A report by somebody of a message with a picture, which is not theirs.
  static let report: Make = { scene, owner in
    let cases = scene.story.site.conductCases
    let id = try await scene.message(by: scene.companion, in: corridor, hasPicture: true)
    let reported = try await cases.find(.message, id, channel: nil, by: scene.door(owner))
    let letters = ConductCases.Letters(
      desk: { found, _ in Letter(purpose: .conduct, subject: "Report", text: found.id) },
      outside: { Letter(purpose: .conduct, subject: "Report", text: $0.id) })
    return [try await cases.report(reported, words: scene.words(of: owner), by: owner.id, letters: letters)]
  }

  /// An entry of the record: that something of somebody's was hidden.
  static let moderation: Make = { scene, owner in
    let message = try await hiddenMessage(scene, owner)
    let subject = "messages/\(message[0])"
    let row = try await scene.story.site.database.first("SELECT id FROM moderations WHERE subject = \(subject)")
    let id: String = try #require(row).value(0)
    return [id]
  }
}

/// Questions, and whose they are: who asked them, or who is asked.
extension ObjectMakers {
  static let question: Make = { scene, owner in [try await scene.question(by: owner)] }
  static let anonymousQuestion: Make = { scene, owner in
    let site = scene.story.site
    try await QuestionRules(allowsAnonymous: true).choose(by: nil, site.database, at: site.clock.now())
    return [try await scene.question(by: owner, isAnonymous: true)]
  }
  static let reportedQuestion: Make = { scene, owner in ["questions"] + (try await waitingQuestion(scene, owner)) }

  /// One that others do not see before a host has looked at it.
  static let waitingQuestion: Make = { scene, owner in
    let id = try await scene.question(by: owner)
    _ = try await scene.story.site.database.execute("UPDATE questions SET state = 'waiting' WHERE id = \(id)")
    return [id]
  }

  static let hiddenQuestion: Make = { scene, owner in
    let id = try await scene.question(by: owner)
    try await scene.story.site.moderation.hide(.question(id), why: "", by: scene.access(scene.chief))
    return [id]
  }

  /// One about somebody's paper, and a second one.
  static let askedOf: Make = { scene, owner in
    [try await scene.question(of: scene.paper(of: owner)), try await scene.question(of: scene.paper(of: owner))]
  }

  /// One about somebody's paper, which is merged into another.
  static let mergedOf: Make = { scene, owner in
    let ids = try await askedOf(scene, owner)
    let host = QuestionHost(scene.access(scene.chief), scene.story.site.edition.program)
    try await scene.story.site.questions.merge(ids[0], into: ids[1], by: host)
    return ids
  }

  /// Somebody's paper, as addresses of questions say it.
  static let subject: Make = { scene, owner in ["papers", scene.paper(of: owner).id] }
  static let votable: Make = { scene, owner in
    ["papers", scene.othersPaper.id] + (try await question(scene, owner))
  }
  static let notVotable: Make = { scene, owner in
    ["papers", scene.othersPaper.id] + (try await waitingQuestion(scene, owner))
  }
}

extension ObjectScene {
  func message(by author: Account, in key: ChannelKey, hasPicture: Bool = false) async throws -> String {
    let sent = hasPicture ? SentPicture(try picture(in: "message-pictures"), of: []) : nil
    let text = try MessageText(words(of: author), client: nil)
    return try await story.site.chat.post(text, in: key, picture: sent, by: door(author)).id
  }

  /// A channel of somebody and a newcomer.
  func channel(of owner: Account) async throws -> ChannelKey {
    let other = try await Self.participant("Companion", story)
    return try await story.site.directChannels.open(with: other.id, by: access(owner))
  }

  /// About a paper that is none of the visitors'.
  func question(by asker: Account, isAnonymous: Bool = false) async throws -> String {
    let text = try QuestionText(words(of: asker), isAnonymous: isAnonymous)
    return try await story.site.questions.ask(text, about: QuestionSubject(.paper, othersPaper.id), by: access(asker))
  }

  /// By the stranger, about a paper.
  func question(of paper: Paper) async throws -> String {
    let text = try QuestionText(words(of: stranger))
    return try await story.site.questions.ask(text, about: QuestionSubject(.paper, paper.id), by: access(stranger))
  }
}
