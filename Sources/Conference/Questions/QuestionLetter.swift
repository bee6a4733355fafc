import Mail

/// The mails to authors whose papers have questions.
enum QuestionLetter {
  /// What waits for an author, with the questions themselves.
  static func digest(
    to email: EmailAddress, _ account: Account, _ papers: [UnansweredPaper], name: String, address: String
  ) -> OutgoingMail {
    let count = papers.map(\.asked.count).reduce(0, +)
    return OutgoingMail(
      to: email.mailbox, purpose: .reminder,
      subject: HeaderText(
        flattening: "\(name): \(counted(count)) about your \(papers.count == 1 ? "paper" : "papers")"),
      text: """
        Dear \(account.name),

        these questions wait for an answer; it may be a sentence, and can be written at any time.

        \(papers.map { list($0, address) }.joined(separator: "\n"))
        At most one such mail is sent a day; you end them at \(address)/account
        """)
  }

  /// What organizers send to remind authors, also those who never came.
  static func nudge(to mailbox: MailAddress, _ papers: [UnansweredPaper], name: String, address: String) -> OutgoingMail
  {
    OutgoingMail(
      to: mailbox, purpose: .notice,
      subject: HeaderText(flattening: "\(name): readers ask about your \(papers.count == 1 ? "paper" : "papers")"),
      text: """
        Dear author,

        readers of \(name) asked about your work, and have no answer yet. A sentence or two is enough, and can be written at any time.

        \(papers.map { list($0, address) }.joined(separator: "\n"))
        Thank you for taking the time.
        """)
  }

  private static func list(_ paper: UnansweredPaper, _ address: String) -> String {
    let shown = paper.asked.prefix(5).map { "- \(beginning($0.text))\n" }.joined()
    let rest = paper.asked.count > 5 ? "- and \(paper.asked.count - 5) more\n" : ""
    return "\(paper.paper.title)\n\(shown)\(rest)\(address)/questions/papers/\(paper.paper.id)\n"
  }

  private static func beginning(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return line.count > 200 ? line.prefix(200) + " …" : line
  }

  private static func counted(_ count: Int) -> String { count == 1 ? "1 question" : "\(count) questions" }
}
