import Conference
import Letters

/// What reporters' forms do.
enum ReportActions {
  /// What happened elsewhere, about whom its reporter ticks.
  static func incident(_ form: Query) -> Reported {
    var reported = Reported.incident
    (reported.about, reported.isAboutOutside) = (Set(form.all("about")), form["about-outside"] != nil)
    return reported
  }

  static func send(_ reported: Reported, _ act: Act) async throws -> Reply {
    let (visit, reporter, cases) = (act.visit, try act.personal.account, act.site.conductCases)
    let names = try await ChannelNames(visit)
    let place = reported.channel.map { names[$0] }
    let letters = ConductCases.Letters(
      desk: { ReportLetter.toDesk($0, $1, visit) },
      outside: { ReportLetter.outside($0, by: reporter, place: place, hasPicture: cases.hasPicture($0), visit) })
    let id = try await cases.report(reported, words: act.form["words"] ?? "", by: reporter.id, letters: letters)
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
    letter(
      "something was reported", visit,
      [
        .greeting(reader.name),
        .words("somebody reported something to the conduct desk of \(visit.conference.name), which you are on:"),
        .button("Open the case", url: visit.absolute("/conduct/cases/\(opened.id)")),
      ])
  }

  static func answered(_ opened: ConductCase, _ visit: Visit) -> Letter {
    letter(
      "a reporter has written", visit,
      [
        .words("Somebody who reported something has written to the conduct desk of \(visit.conference.name):"),
        .button("Open the case", url: visit.absolute("/conduct/cases/\(opened.id)")),
      ])
  }

  static func toReporter(_ opened: ConductCase, _ visit: Visit) -> Letter {
    letter(
      "somebody has written to you", visit,
      [
        .greeting(opened.reporterName),
        .words("there is news of what you reported to the conduct desk of \(visit.conference.name):"),
        .button("Open your report", url: visit.absolute("/reports/\(opened.id)")),
      ])
  }

  /// An answer to it goes to the reporter.
  static func outside(
    _ opened: ConductCase, by reporter: Account, place: String?, hasPicture: Bool, _ visit: Visit
  ) -> Letter {
    let reported = opened.reported
    let facts: [(String, String?)] = [
      ("Number", opened.id), ("Reported", opened.at.iso8601), ("By", opened.reporterName),
      ("Their address", reporter.email?.text), ("What", reported.kind.word), ("About", reported.personName),
      ("Where", place), ("Picture", hasPicture ? "goes with this mail" : nil),
    ]
    let way = reported.address.map { [LetterPart.link("There", url: visit.absolute($0))] } ?? []
    let head: [LetterPart] = [.facts(facts.compactMap { name, value in value.map { LetterFact(name, $0) } })]
    let rest: [LetterPart] = [
      .words("What the reporter says:"),
      .written(opened.words.isEmpty ? "(nothing more)" : opened.words),
      .words("What was reported, as it was then:"),
      .written(reported.copy.isEmpty ? "(nothing that stands on the site)" : reported.copy),
      .words(
        "The conference's own conduct desk does not see this report. What comes of it, the reporter learns from you: answers to this mail go to them."
      ),
    ]
    return letter("a report under the code of conduct", visit, head + way + rest)
  }

  private static func letter(_ subject: String, _ visit: Visit, _ parts: [LetterPart]) -> Letter {
    Letter(
      on: visit.conference.stationery, purpose: .conduct, subject: "\(visit.conference.name): \(subject)", parts)
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
