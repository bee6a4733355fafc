import Database

@testable import Conference

/// What is done at the help desk.
extension RightScene {
  var helping: [RightAction] { shifts + desk + moderating }

  private var moderating: [RightAction] {
    let moderation = Moderation(scratch.database, clock: scratch.clock)
    let questions = Questions(scratch.database, clock: scratch.clock)
    let moderators: Set<Role> = [.moderator, .chair, .organizer]
    return [
      RightAction("read the record of moderation", by: moderators, with: []) {
        _ = try await moderation.record(for: $0)
      },
      RightAction("see hidden questions", by: moderators, with: []) {
        _ = try await questions.hidden(QuestionSubject(.paper, "none"), for: $0)
      },
    ]
  }

  private var shifts: [RightAction] {
    let (shift, helper, now) = (shift, helper, scratch.time.now)
    let shifts = HelpShifts(scratch.database, clock: scratch.clock)
    return [
      RightAction("make a shift", with: [.conversationWrite]) {
        try await shifts.add(from: now, until: now.adding(minutes: 60), places: 1, by: $0)
      },
      RightAction("remove a shift", with: [.conversationWrite]) { try await shifts.remove("none", by: $0) },
      RightAction("put another on a shift", with: [.conversationWrite]) {
        try await shifts.join(shift, helper.id, by: $0)
      },
      RightAction("take another off a shift", with: [.conversationWrite]) {
        try await shifts.leave(shift, helper.id, by: $0)
      },
      RightAction("go on a shift", by: Self.helpers, with: [.conversationWrite]) {
        try await shifts.join(shift, $0.signature.account ?? "nobody", by: $0)
      },
      RightAction("leave a shift", by: Self.helpers, with: [.conversationWrite]) {
        try await shifts.leave(shift, $0.signature.account ?? "nobody", by: $0)
      },
    ]
  }

  private var desk: [RightAction] {
    let (problem, help) = (problem, HelpDesk(scratch.database, clock: scratch.clock))
    let problems = KnownProblems(scratch.database, clock: scratch.clock)
    func byPerson(_ name: String, _ act: @escaping @Sendable (String) async throws -> Void) -> RightAction {
      RightAction(name, by: Self.helpers, with: nil) { try await act($0.signature.account ?? "nobody") }
    }
    return [
      RightAction("see the queue", by: Self.helpers, with: []) { _ = try await help.open(for: $0) },
      RightAction("see how many wait", by: Self.helpers, with: []) { _ = try await help.waiting(for: $0) },
      RightAction("see who helps", by: Self.helpers, with: []) { _ = try await help.helpers(for: $0) },
      RightAction("see what was closed", by: Self.helpers, with: []) { _ = try await help.closed(for: $0) },
      RightAction("read answers", by: Self.helpers, with: []) { _ = try await help.answers(to: "none", for: $0) },
      byPerson("take a request") { try await help.take("none", by: $0) },
      byPerson("hand a request over") { try await help.handOver("none", to: nil, by: $0) },
      byPerson("answer") {
        try await help.answer("none", "So", by: $0) { Letter(purpose: .notice, subject: "Answer", text: $1) }
      },
      byPerson("tell of a problem") { try await problems.add("No sound", text: "", hours: 1, by: $0) },
      byPerson("end a problem") { try await problems.end(problem, by: $0) },
    ]
  }
}
