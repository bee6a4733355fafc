import Conference

@testable import Web

extension ObjectTable {
  static let conduct: [Entry] = [reports, cases, moderated].flatMap { $0 }

  private static let reports: [Entry] = [
    entries("GET", "/reports/{id}", [""], ObjectRule(ObjectMakers.report, own: .participants, others: .nobody)),
    entries(
      "POST", "/reports/{id}/words", [""],
      ObjectRule(ObjectMakers.report, own: .participants, others: .nobody, form: [("words", "Mine")])),
    entries(
      "GET", "/report/{kind}/{id}", [""],
      ObjectRule(ObjectMakers.reportedWhisper, own: .participants, others: .nobody)),
    entries(
      "POST", "/report/{kind}/{id}", [""],
      ObjectRule(ObjectMakers.reportedWhisper, own: .participants, others: .nobody, form: [("words", "")])),
    entries(
      "GET", "/report/{kind}/{id}", [""],
      ObjectRule(ObjectMakers.reportedQuestion, own: .moderators, others: .moderators)),
  ].flatMap { $0 }

  /// Who reported something does not look after it.
  private static let cases: [Entry] = [
    entries(
      "GET", "/conduct/cases/{id}", ["", "/picture.jpg"],
      ObjectRule(ObjectMakers.report, own: .nobody, others: .desk)),
    entries(
      "POST", "/conduct/cases/{id}", ["/taking", "/notes", "/words", "/decision", "/reopening"],
      ObjectRule(
        ObjectMakers.report, own: .nobody, others: .desk, form: [("words", "Mine"), ("decision", "Mine")])),
  ].flatMap { $0 }

  private static let moderated: [Entry] = [
    entries(
      "GET", "/conduct/people/{id}", [""], ObjectRule(ObjectMakers.person, own: .moderators, others: .moderators)),
    entries(
      "POST", "/conduct/people/{id}", ["/mutes", "/ban"],
      ObjectRule(ObjectMakers.person, own: .nobody, others: .moderators)),
    entries(
      "GET", "/conduct/channels/{kind}/{id}", [""],
      ObjectRule(ObjectMakers.moderatedChannel, own: nil, others: .moderators)),
    entries(
      "POST", "/conduct/channels/{kind}/{id}", ["/pace", "/closing", "/opening"],
      ObjectRule(ObjectMakers.moderatedChannel, own: nil, others: .moderators, form: [("seconds", "30")])),
    entries(
      "POST", "/conduct/messages/{id}/hiding", [""],
      ObjectRule(ObjectMakers.message, own: .moderators, others: .moderators)),
    entries(
      "POST", "/conduct/questions/{id}/hiding", [""],
      ObjectRule(ObjectMakers.question, own: .moderators, others: .moderators)),
    // What another has hidden of one's own, one does not bring back.
    entries(
      "POST", "/conduct/messages/{id}/restoring", [""],
      ObjectRule(ObjectMakers.hiddenMessage, own: .nobody, others: .moderators)),
    entries(
      "POST", "/conduct/questions/{id}/restoring", [""],
      ObjectRule(ObjectMakers.hiddenQuestion, own: .nobody, others: .moderators)),
    entries(
      "POST", "/conduct/record/{id}/undoing", [""],
      ObjectRule(ObjectMakers.moderation, own: .nobody, others: .moderators)),
  ].flatMap { $0 }

  static let console: [Entry] = [registered, organized].flatMap { $0 }

  private static let registered: [Entry] = [
    entries(
      "GET", "/organize/people/{id}", ["", "/details"],
      ObjectRule(ObjectMakers.person, own: .organizers, others: .organizers)),
    entries(
      "POST", "/organize/people/{id}",
      ["/details", "/role", "/standing", "/admission", "/sign-in-codes", "/devices/removal", "/erasure"],
      ObjectRule(
        ObjectMakers.person, own: nil, others: .organizers,
        form: [("name", "Another"), ("role", "volunteer"), ("standing", "active"), ("confirmation", "erase")])),
  ].flatMap { $0 }

  private static let organized: [Entry] = [
    organizing("POST", "/organize/help-desk/shifts/{id}", ["/removal"], ObjectMakers.shift),
    organizing(
      "POST", "/organize/help-desk/shifts/{id}", ["/people", "/people/removal"], ObjectMakers.shift,
      [("person", "none")]),
    organizing("GET", "/organize/announcements/{id}", [""], ObjectMakers.announcement),
    organizing(
      "POST", "/organize/announcements/{id}", ["", "/withdrawal"], ObjectMakers.announcement, [("title", "Newer")]),
    organizing("GET", "/organize/outbox/{id}", [""], ObjectMakers.mail),
    organizing("POST", "/organize/outbox/{id}", ["/drop", "/retry"], ObjectMakers.mail),
    organizing("POST", "/organize/questions/papers/{id}/nudge", [""], ObjectMakers.paper),
    organizing(
      "POST", "/organize/channels/{name}", ["", "/removal"], ObjectMakers.generalChannel, [("title", "Looms again")]),
    organizing("POST", "/organize/tokens/{id}/revocation", [""], ObjectMakers.token),
    entries(
      "GET", "/organize/program/changes/{id}", [""], ObjectRule(ObjectMakers.change, own: nil, others: .chairs)),
    entries(
      "POST", "/organize/program/changes/{id}/undo", [""], ObjectRule(ObjectMakers.change, own: nil, others: .chairs)),
  ].flatMap { $0 }

  private static func organizing(
    _ method: String, _ path: String, _ parts: [String], _ make: @escaping ObjectRule.Make,
    _ form: [(String, String)] = []
  ) -> [Entry] {
    entries(method, path, parts, ObjectRule(make, own: nil, others: .organizers, form: form))
  }
}
