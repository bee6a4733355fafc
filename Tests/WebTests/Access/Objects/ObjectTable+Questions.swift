import Conference

@testable import Web

extension ObjectTable {
  static let questions: [Entry] = [asked, hosted].flatMap { $0 }

  /// Whose they are who asked.
  private static let asked: [Entry] = [
    entries(
      "GET", "/question/{id}", [""], ObjectRule(ObjectMakers.question, own: .participants, others: .participants)),
    entries(
      "GET", "/question/{id}", [""], ObjectRule(ObjectMakers.waitingQuestion, own: .participants, others: .moderators)),
    entries(
      "GET", "/question/{id}", [""], ObjectRule(ObjectMakers.hiddenQuestion, own: .participants, others: .moderators)),
    entries(
      "POST", "/question/{id}/vote", [""], ObjectRule(ObjectMakers.question, own: .participants, others: .participants)),
    // Nobody votes for what is not shown yet.
    entries(
      "POST", "/question/{id}/vote", [""], ObjectRule(ObjectMakers.waitingQuestion, own: .nobody, others: .nobody)),
    entries(
      "POST", "/question/{id}/vote", [""], ObjectRule(ObjectMakers.hiddenQuestion, own: .nobody, others: .nobody)),
    entries(
      "POST", "/questions/{kind}/{id}/votes", [""],
      ObjectRule(ObjectMakers.votable, own: .participants, others: .participants, form: [("vote", "#")])),
    entries(
      "POST", "/questions/{kind}/{id}/votes", [""],
      ObjectRule(ObjectMakers.notVotable, own: .nobody, others: .nobody, form: [("vote", "#")])),
    // To have asked makes nobody a host.
    entries(
      "POST", "/question/{id}/move", [""],
      ObjectRule(ObjectMakers.question, own: .moderators, others: .moderators, form: [("move", "pin")])),
    entries(
      "POST", "/question/{id}/answer", [""],
      ObjectRule(ObjectMakers.waitingQuestion, own: .moderators, others: .moderators, form: [("answer", "Mine")])),
  ].flatMap { $0 }

  /// Theirs whom they are asked of.
  private static let hosted: [Entry] = [
    entries("GET", "/questions/{kind}/{id}/host", [""], host(ObjectMakers.subject)),
    entries("POST", "/questions/{kind}/{id}/host", [""], host(ObjectMakers.subject, [("next", "1")])),
    entries("POST", "/question/{id}/move", [""], host(ObjectMakers.askedOf, [("move", "pin")])),
    entries("POST", "/question/{id}/answer", [""], host(ObjectMakers.askedOf, [("answer", "So")])),
    entries("GET", "/question/{id}/merge", [""], host(ObjectMakers.askedOf)),
    entries("POST", "/question/{id}/merge", [""], host(ObjectMakers.askedOf, [("into", "#")])),
    entries("POST", "/question/{id}/unmerge", [""], host(ObjectMakers.mergedOf)),
  ].flatMap { $0 }

  private static func host(_ make: @escaping ObjectRule.Make, _ form: [(String, String)] = []) -> ObjectRule {
    ObjectRule(make, own: .participants, others: .moderators, form: form)
  }
}
