import Testing

@testable import Mail

@Suite struct SMTPVerdictTests {
  private func trace(said: [String], heard: String? = nil, whole: Bool = false) -> SMTPTrace {
    var trace = SMTPTrace()
    for line in said { trace.said(line) }
    if whole { trace.sentAll() }
    if let heard { trace.heard(heard) }
    return trace
  }

  @Test("only a refusal of the recipient or of the mail itself is for good") func forGood() {
    let recipient = trace(said: ["EHLO me", "MAIL FROM:<a@b.c>", "RCPT TO:<d@e.f>"], heard: "550 no such user")
    #expect(SMTPVerdict.outcome(recipient, failure: "RCPT failed") == .refused("RCPT failed: 550 no such user"))
    let content = trace(said: ["EHLO me", "MAIL FROM:<a@b.c>", "DATA"], heard: "554 looks like spam", whole: true)
    #expect(SMTPVerdict.outcome(content, failure: "no") == .refused("no: 554 looks like spam"))
  }

  @Test("a refusal of who we are is mended by us, so the mail waits") func ours() {
    for (said, heard) in [
      (["EHLO me", "AUTH PLAIN"], "535 wrong password"), (["EHLO me", "MAIL FROM:<a@b.c>"], "553 not yours"),
      (["EHLO me", "MAIL FROM:<a@b.c>", "RCPT TO:<d@e.f>"], "530 sign in first"), (["EHLO me"], "554 go away"),
      (["EHLO me", "MAIL FROM:<a@b.c>", "RCPT TO:<d@e.f>"], "450 try again"),
    ] {
      #expect(SMTPVerdict.outcome(trace(said: said, heard: heard), failure: "no") == .tryLater("no: \(heard)"))
    }
  }

  @Test("silence after the whole mail leaves it uncertain, before it does not") func silence() {
    let said = ["EHLO me", "MAIL FROM:<a@b.c>", "RCPT TO:<d@e.f>", "DATA"]
    #expect(SMTPVerdict.outcome(trace(said: said, heard: "354 go on"), failure: "gone") == .tryLater("gone: 354 go on"))
    guard case .uncertain = SMTPVerdict.outcome(trace(said: said, whole: true), failure: "gone") else {
      return #expect(Bool(false), "it is uncertain")
    }
  }

  @Test("an answer to our good-bye takes the place of no refusal") func goodBye() {
    var trace = trace(said: ["EHLO me", "MAIL FROM:<a@b.c>", "RCPT TO:<d@e.f>"], heard: "550 no such user")
    trace.said("QUIT")
    trace.heard("221 Bye")
    #expect(SMTPVerdict.outcome(trace, failure: "no") == .refused("no: 550 no such user"))
  }

  @Test("lines that may be parts of a password are no commands, and are not kept") func passwords() {
    let trace = trace(said: ["EHLO me", "AUTH LOGIN", "DATAc2VjcmV0", "MAILc2VjcmV0"])
    #expect(trace.stage == .authenticating)
    #expect(!"\(trace)".contains("c2VjcmV0"))
  }
}
