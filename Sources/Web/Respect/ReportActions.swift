import Conference

/// What reporters' forms do.
enum ReportActions {
  static func send(_ reported: Reported, _ act: Act) async throws -> Reply {
    let visit = act.visit
    let letters = ConductCases.Letters(
      desk: { ReportLetter.toDesk($0, $1, visit) }, outside: { ReportLetter.outside($0, visit) })
    let id = try await act.site.conductCases.report(
      reported, words: act.form["words"] ?? "", by: try act.personal.account.id, letters: letters)
    return .seeOther("/reports/\(id)?done=sent")
  }

  static func answer(_ act: Act) async throws -> Reply {
    let (id, visit) = (try act.visit.parameter("id"), act.visit)
    try await act.site.conductCases.answer(id, act.form["words"] ?? "", by: try act.personal.account.id) {
      ReportLetter.answered($0, visit)
    }
    return .seeOther("/reports/\(id)?done=written")
  }
}

/// What the people on the conduct desk do with a case.
enum CaseActions {
  static func take(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.conductCases.take(id, by: try act.personal.account.id)
    return .seeOther("/conduct/cases/\(id)?done=taken")
  }

  static func note(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.conductCases.note(id, act.form["words"] ?? "", by: try act.personal.account.id)
    return .seeOther("/conduct/cases/\(id)?done=noted")
  }

  static func write(_ act: Act) async throws -> Reply {
    let (id, visit) = (try act.visit.parameter("id"), act.visit)
    try await act.site.conductCases.write(id, act.form["words"] ?? "", by: try act.personal.account.id) {
      ReportLetter.toReporter($0, visit)
    }
    return .seeOther("/conduct/cases/\(id)?done=written")
  }

  static func decide(_ act: Act) async throws -> Reply {
    let (id, visit) = (try act.visit.parameter("id"), act.visit)
    try await act.site.conductCases.decide(
      id, act.form["decision"] ?? "", telling: act.form["told"] ?? "", by: try act.personal.account.id
    ) { ReportLetter.toReporter($0, visit) }
    return .seeOther("/conduct/cases/\(id)?done=decided")
  }

  static func reopen(_ act: Act) async throws -> Reply {
    let id = try act.visit.parameter("id")
    try await act.site.conductCases.reopen(id, by: try act.personal.account.id)
    return .seeOther("/conduct/cases/\(id)?done=reopened")
  }
}

/// The mails about reports; but for the one that goes outside, they say only that there is something to read.
enum ReportLetter {
  static func toDesk(_ opened: ConductCase, _ reader: Account, _ visit: Visit) -> Letter {
    Letter(
      purpose: .conduct, subject: "\(visit.conference.name): something was reported",
      text: """
        Dear \(reader.name),

        somebody reported something to the conduct desk of \(visit.conference.name), which you are on:

        \(visit.absolute("/conduct/cases/\(opened.id)"))

        """)
  }

  static func answered(_ opened: ConductCase, _ visit: Visit) -> Letter {
    Letter(
      purpose: .conduct, subject: "\(visit.conference.name): a reporter has written",
      text: """
        Somebody who reported something has written to the conduct desk of \(visit.conference.name):

        \(visit.absolute("/conduct/cases/\(opened.id)"))

        """)
  }

  static func toReporter(_ opened: ConductCase, _ visit: Visit) -> Letter {
    Letter(
      purpose: .conduct, subject: "\(visit.conference.name): somebody has written to you",
      text: """
        Dear \(opened.reporterName),

        there is news of what you reported to the conduct desk of \(visit.conference.name):

        \(visit.absolute("/reports/\(opened.id)"))

        """)
  }

  static func outside(_ opened: ConductCase, _ visit: Visit) -> Letter {
    let facts = [
      ("Number", opened.id), ("Reported", opened.at.iso8601), ("By", opened.reporterName),
      ("What", opened.reported.kind.word), ("About", opened.reported.personName), ("Where", opened.reported.channel),
    ]
    return Letter(
      purpose: .conduct, subject: "\(visit.conference.name): a report under the code of conduct",
      text: """
        \(facts.compactMap { name, value in value.map { "\(name): \($0)" } }.joined(separator: "\n"))

        What the reporter says:

        \(opened.words.isEmpty ? "(nothing more)" : opened.words)

        What was reported, as it was then:

        \(opened.reported.copy.isEmpty ? "(nothing that stands on the site)" : opened.reported.copy)

        The conference's own conduct desk does not see this report.

        """)
  }
}

extension Reported.Kind {
  /// As a list begins with it.
  var title: String { word.prefix(1).uppercased() + String(word.dropFirst()) }

  var word: String {
    switch self {
    case .message: "a message"
    case .question: "a question"
    case .person: "a person"
    case .incident: "something that happened"
    }
  }
}
