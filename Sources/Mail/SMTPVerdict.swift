/// What the end of a conversation with a mail server means for the mail.
enum SMTPVerdict {
  /// - Parameter failure: curl's words where it did not succeed.
  static func outcome(_ trace: SMTPTrace, failure: String?) -> MailOutcome {
    guard let failure else { return .accepted(trace.answer ?? "taken") }
    let words = [failure, trace.answer].compactMap { $0 }.joined(separator: ": ")
    guard let code = trace.code, code >= 400 else {
      return trace.stage == .whole ? .uncertain("the connection ended before the answer: \(words)") : .tryLater(words)
    }
    return isAboutThisMail(code, at: trace.stage) ? .refused(words) : .tryLater(words)
  }

  /// A refusal before the recipient was named, or of who we are, is one of our settings: once mended, the mail can go.
  private static func isAboutThisMail(_ code: Int, at stage: SMTPTrace.Stage) -> Bool {
    code >= 500 && stage >= .recipient && ![530, 534, 535, 538].contains(code)
  }
}
