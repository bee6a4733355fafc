import Letters

/// The letters to authors whose papers have questions.
struct QuestionLetter {
  let papers: [UnansweredPaper]
  let conference: ConferenceInfo
  /// Where the site is reached, without a slash at the end.
  let address: String
  /// The address by which one declines more of them.
  let declining: String

  /// What waits for an author, with the questions themselves.
  func digest(to account: Account) -> Letter {
    let count = papers.map(\.asked.count).reduce(0, +)
    let parts: [LetterPart] = [
      .greeting(account.name),
      .words("these questions wait for an answer; it may be a sentence, and can be written at any time."),
    ]
    return Letter(
      on: conference.stationery, purpose: .reminder,
      subject: "\(conference.name): \(Self.counted(count)) about your \(theirPapers)", parts + entries,
      footnotes: [.words("At most one such mail is sent a day."), .link("No more of them", url: declining)])
  }

  /// What organizers send to remind authors, also those who never came.
  func nudge() -> Letter {
    var parts: [LetterPart] = [
      .greeting("author"),
      .words(
        "readers of \(conference.name) asked about your work, and have no answer yet. A sentence or two is enough, and can be written at any time."
      ),
    ]
    parts += entries
    parts.append(.words("Thank you for taking the time."))
    return Letter(
      on: conference.stationery, purpose: .notice,
      subject: "\(conference.name): readers ask about your \(theirPapers)", parts,
      footnotes: [.link("No more mails about questions", url: declining)])
  }

  private var theirPapers: String { papers.count == 1 ? "paper" : "papers" }

  private var entries: [LetterPart] {
    papers.map { paper in
      let rest = paper.asked.count > 5 ? ["and \(paper.asked.count - 5) more"] : []
      return .entry(
        LetterEntry(
          paper.paper.title, items: paper.asked.prefix(5).map { Self.beginning($0.text) } + rest,
          url: "\(address)/questions/papers/\(paper.paper.id)"))
    }
  }

  private static func beginning(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 200 ? line.prefix(200) + " …" : line
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 question" : "\(count) questions" }
}
