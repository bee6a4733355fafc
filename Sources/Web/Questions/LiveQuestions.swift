import Conference
import Database

/// Questions as everybody sees them, while they are asked, voted for and answered.
enum LiveQuestions: LiveFeature {
  static let name = "questions"
  static let counted: Set<String> = ["vote"]

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    let edition = site.edition
    guard edition.choices.policies.questions.isOpen(to: access.audience, at: site.clock.now()) else { return false }
    return QuestionSubject(rest).flatMap { edition.program(for: access.audience).thing($0) } != nil
  }

  static func isShaken(_ rest: String, by program: Program) -> Bool {
    QuestionSubject(rest).flatMap { program.thing($0) } == nil
  }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard let subject = LiveFeatures.find(event.topic).flatMap({ QuestionSubject($0.rest) }) else { return [] }
    if event.kind == "closing" {
      return [.put(AskForm.closing(try await site.questions.isClosed(subject)), id: AskForm.closingId, in: "")]
    }
    guard let question = try await site.questions.question(event.subject, for: nil) else { return [] }
    if event.kind == "vote" { return [.text("\(question.votes)", id: QuestionRow.votesId(question.id))] }
    // What nobody but its asker and the hosts has ever seen is told on their topics alone.
    guard question.state != .waiting else { return [] }
    let count = try await site.questions.count(of: subject)
    let parts = try await site.questions.merged(into: question.id, for: nil)
    let told: [LiveUpdate] = [
      shown(question, site), try await screen(subject, site), .text("\(count)", id: QuestionsBeside.countID),
    ]
    return told + ([question] + parts.filter { $0.state != .waiting }).map { QuestionFate.update($0) }
  }

  private static func shown(_ question: Question, _ site: Site) -> LiveUpdate {
    guard question.isShown else { return .remove(id: QuestionRow.id(question.id)) }
    let row = QuestionRow.html(question, about: site.edition.program.thing(question.subject))
    return .put(row, id: QuestionRow.id(question.id), in: QuestionRow.list)
  }

  private static func screen(_ subject: QuestionSubject, _ site: Site) async throws -> LiveUpdate {
    .put(
      ScreenPage.pinned(try await site.questions.pinned(subject), subject, address: site.settings.address),
      id: ScreenPage.id, in: "")
  }
}

/// The same for hosts, with what only they see.
enum LiveQuestionQueue: LiveFeature {
  static let name = "queue"

  static func mayFollow(_ rest: String, _ access: Access, _ site: Site) async throws -> Bool {
    guard let subject = QuestionSubject(rest) else { return false }
    return try await site.questions.mayHost(subject, QuestionHost(access, site.edition.program))
  }

  /// Who hosts it may have changed.
  static func isShaken(_ rest: String, by program: Program) -> Bool { true }

  static func updates(for event: Database.Event, _ site: Site) async throws -> [LiveUpdate] {
    guard let subject = LiveFeatures.find(event.topic).flatMap({ QuestionSubject($0.rest) }) else { return [] }
    if event.kind == "closing" {
      return [.put(HostPage.closing(try await site.questions.isClosed(subject)), id: HostPage.closingId, in: "")]
    }
    guard let question = try await site.questions.question(event.subject, for: nil) else { return [] }
    let parts = try await site.questions.merged(into: question.id, for: nil)
    let thing = site.edition.program.thing(subject)
    return ([question] + parts).flatMap { [row($0, about: thing)] + fate($0) }
  }

  /// On its own page; what a moderator has hidden is not for hosts.
  private static func fate(_ question: Question) -> [LiveUpdate] {
    [QuestionFate.update(question)] + (question.isHidden ? [] : [QuestionFate.unseenUpdate(question)])
  }

  private static func row(_ question: Question, about thing: QuestionedThing?) -> LiveUpdate {
    let id = QueueRow.id(question.id)
    return question.isHidden ? .remove(id: id) : .put(QueueRow.html(question, about: thing), id: id, in: QueueRow.list)
  }
}
