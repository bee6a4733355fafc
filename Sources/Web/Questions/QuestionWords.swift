import Conference
import Markup

/// How questions are called and where they lead.
enum QuestionWords {
  /// What became of a question, for its asker and its hosts.
  static func fate(_ question: Question) -> String {
    if question.isHidden { return hidden }
    guard question.mergedInto != nil else { return word(question.state) }
    let root = question.isRootHidden ? hidden : word(question.rootState)
    return "Merged with another question: \(root.lowercased())"
  }

  private static let hidden = "Hidden by a moderator"

  private static func word(_ state: Question.State) -> String {
    switch state {
    case .waiting: "Waits until a host has looked at it"
    case .open: "Open"
    case .pinned: "Being answered now"
    case .live: "Answered live"
    case .written: "Answered in writing"
    case .dismissed: "Dismissed"
    }
  }

  /// Whom one asks.
  static func asked(_ thing: QuestionedThing) -> String {
    switch thing.subject.kind {
    case .paper: "the authors"
    case .session: "the session"
    case .event(.keynote): "the speaker"
    case .event(.workshop), .event(.tutorial), .event(.social): "the organizers"
    case .event: "the speakers"
    }
  }

  /// The beginning of a question, to name it by.
  static func beginning(_ question: Question) -> String {
    let line = question.text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 80 ? line.prefix(80).split(separator: " ").dropLast().joined(separator: " ") + " …" : line
  }

  static func votes(_ count: Int) -> String { count == 1 ? "1 vote" : "\(count) votes" }
}

extension Address {
  static func of(_ subject: QuestionSubject) -> String { "/\(subject.text)" }
  static func questions(_ subject: QuestionSubject) -> String { "/questions/\(subject.text)" }
  static func queue(_ subject: QuestionSubject) -> String { questions(subject) + "/host" }
  static func of(_ question: Question) -> String { "/question/\(question.id)" }
  static func merge(_ question: Question) -> String { of(question) + "/merge" }
  static func report(_ question: Question) -> String { "/report/questions/\(question.id)" }
}

extension Site {
  var questions: Questions { Questions(database, clock: clock) }
}

extension Visit {
  /// What the address asks about, where the visitor may see it.
  func questionedThing() throws -> QuestionedThing {
    guard let subject = QuestionSubject(folder: try parameter("kind"), id: try parameter("id")) else {
      throw ConferenceError.notFound("questions")
    }
    return try thing(subject)
  }

  func thing(_ subject: QuestionSubject) throws -> QuestionedThing {
    guard program.thing(subject) != nil, let thing = site.edition.program.thing(subject) else {
      throw ConferenceError.notFound("questions about this")
    }
    return thing
  }
}

extension Personal {
  /// As whom the person takes questions up.
  var host: QuestionHost { QuestionHost(access, visit.site.edition.program) }
}
