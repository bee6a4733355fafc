import Conference

/// The ways into a conference: only what it has.
enum HomeWays {
  struct Way {
    var path: String
    var label: String
    var text: String
  }

  static func all(_ program: Program) -> [Way] {
    let counts = Dictionary(grouping: program.events, by: \.kind).mapValues(\.count)
    func way(_ kind: Event.Kind, _ label: String, _ text: (Int) -> String) -> Way? {
      counts[kind].map { Way(path: "/\(kind.fileName)", label: label, text: text($0)) }
    }
    let sessions = program.paperSessions
    let ways: [Way?] = [
      program.papers.isEmpty
        ? nil
        : Way(path: "/papers", label: "Papers", text: "\(program.papers.count) papers, to search, filter and save."),
      sessions.isEmpty
        ? nil
        : Way(
          path: "/sessions", label: Navigation.paperSessionsName(program),
          text: "\(sessions.count) sessions in which authors meet whoever comes."),
      way(.keynote, "Keynotes") { "\($0) invited talks, with live questions." },
      way(.plenary, "Plenary") { "\($0) sessions for everyone." },
      way(.workshop, "Workshops") { "\($0), each on one subject." },
      way(.tutorial, "Tutorials") { "\($0), to learn something new." },
      way(.social, "Socials") { "\($0) occasions to meet people who care about the same thing." },
      way(.expo, "Expo") { "\($0) talks by sponsors." },
      program.sponsors.isEmpty
        ? nil : Way(path: "/sponsors", label: "Sponsors", text: "Who makes this possible, and whom they look for."),
      Way(path: "/help", label: "Help", text: "Questions and answers, from time zones to video."),
    ]
    return ways.compactMap { $0 }
  }
}
