import Foundation
import Mail
import Testing

@testable import Conference

@Suite(.bothDatabases, .serialized, .enabled(if: MailSink.isInstalled, "aiosmtpd is not installed: bin/test does that"))
struct PostmanTests {
  private static func transport(_ sink: MailSink) throws -> SMTPTransport {
    SMTPTransport(try SMTPServer("smtp://localhost:\(sink.port)?tls=off"))
  }

  @Test("a mail goes at once, as it was meant") func goes() async throws {
    let (scratch, sink) = (try ScratchOutbox(), try MailSink())
    try sink.start()
    var slow = Postman.Settings()
    slow.pause = .seconds(3600)
    try await scratch.withPostman(by: try Self.transport(sink), settings: slow) {
      let id = try await scratch.outbox.enqueue(try ScratchOutbox.mail())
      try await scratch.wait(for: 1, .sent)
      let entry = try await scratch.outbox.page(.sent, for: nil).first
      #expect(entry?.messageID == id.map { "<\($0)@story.example>" })
      #expect(sink.recipients == ["ada@example.org"])
      #expect(sink.contents.first?.contains("Subject: About ada\r\n") == true)
    }
  }

  @Test("a server that is away for an hour gets every mail once, when it is back") func away() async throws {
    let (scratch, sink) = (try ScratchOutbox(), try MailSink())
    for number in 1...20 { try await scratch.outbox.enqueue(try ScratchOutbox.mail(to: "p\(number)")) }
    try await scratch.withPostman(by: try Self.transport(sink)) {
      var attempts = 0
      for _ in 0..<60 {
        scratch.pass(minutes: 1)
        try await Self.settle(scratch)
        attempts = try await scratch.outbox.page(.waiting, for: nil).map(\.attempts).max() ?? 0
      }
      #expect(sink.recipients == [])
      #expect((5...7).contains(attempts))
      try sink.start()
      scratch.pass(minutes: 60)
      try await scratch.wait(for: 20, .sent)
    }
    #expect(sink.recipients.count == 20)
    #expect(Set(sink.recipients).count == 20)
    #expect((1...4).contains(sink.connections))
  }

  /// Waits until nothing is due and nothing on its way.
  private static func settle(_ scratch: ScratchOutbox) async throws {
    while try await scratch.outbox.hasWork() { try await Task.sleep(for: .milliseconds(5)) }
    while try await scratch.outbox.counts(for: nil)[.sending] != nil { try await Task.sleep(for: .milliseconds(5)) }
  }

  @Test("what is refused is not tried again, and what may come later is") func answers() async throws {
    let (scratch, sink) = (try ScratchOutbox(), try MailSink())
    try sink.start()
    for name in ["refused-a", "spam-b", "later-c", "d"] {
      try await scratch.outbox.enqueue(try ScratchOutbox.mail(to: name))
    }
    try await scratch.withPostman(by: try Self.transport(sink)) {
      try await scratch.wait(for: 2, .failed)
      try await scratch.wait(for: 1, .sent)
      for _ in 1...2 {
        try await Self.settle(scratch)
        scratch.pass(minutes: 10)
      }
      try await scratch.wait(for: 2, .sent)
    }
    let failed = try await scratch.outbox.page(.failed, for: nil).compactMap(\.lastError).joined()
    #expect(failed.contains("550 5.1.1") && failed.contains("554 5.7.1"))
    #expect(sink.recipients.sorted() == ["d@example.org", "later-c@example.org"])
  }

  @Test("a mail whose answer was lost is not sent twice, but one that somebody waits for is, under the same name")
  func lost() async throws {
    let (scratch, sink) = (try ScratchOutbox(), try MailSink())
    try sink.start()
    try await scratch.outbox.enqueue(try ScratchOutbox.mail(.reminder, to: "lost-a"))
    try await scratch.outbox.enqueue(try ScratchOutbox.mail(.signIn, to: "lost-b"))
    try await scratch.withPostman(by: try Self.transport(sink)) {
      try await scratch.wait(for: 1, .unknown)
      try await Self.settle(scratch)
      scratch.pass(seconds: 5)
      try await Self.settle(scratch)
    }
    #expect(sink.recipients.sorted() == ["lost-a@example.org", "lost-b@example.org", "lost-b@example.org"])
    let names = sink.contents.flatMap { $0.components(separatedBy: "\r\n") }.filter { $0.hasPrefix("Message-ID:") }
    #expect(Set(names).count == 2)
  }

  @Test("a server that ends each connection gets every mail once all the same") func ended() async throws {
    let (scratch, sink) = (try ScratchOutbox(), try MailSink())
    try sink.start()
    for number in 1...20 { try await scratch.outbox.enqueue(try ScratchOutbox.mail(to: "ended-\(number)")) }
    try await scratch.withPostman(by: try Self.transport(sink)) {
      for _ in 1...5 {
        try await Self.settle(scratch)
        scratch.pass(minutes: 60)
      }
      try await Self.settle(scratch)
    }
    let unknown = try await scratch.outbox.counts(for: nil)[.unknown] ?? 0
    #expect(sink.recipients.count == Set(sink.recipients).count)
    #expect(sink.recipients.count + unknown >= 20)
  }

  @Test("a postman that is stopped and begins again sends each of many mails once") func stopped() async throws {
    let (scratch, sink) = (try ScratchOutbox(), try MailSink())
    try sink.start()
    for number in 1...100 { try await scratch.outbox.enqueue(try ScratchOutbox.mail(to: "slow-\(number)")) }
    for count in [10, 40] {
      try await scratch.withPostman(by: try Self.transport(sink)) {
        while try await (scratch.outbox.counts(for: nil)[.sent] ?? 0) < count {
          try await Task.sleep(for: .milliseconds(5))
        }
      }
    }
    try await scratch.withPostman(by: try Self.transport(sink)) {
      for _ in 1...3 {
        try await Self.settle(scratch)
        scratch.pass(minutes: 5)
      }
      try await scratch.wait(for: 100, .sent)
    }
    #expect(sink.recipients.count == 100)
    #expect(Set(sink.recipients).count == 100)
  }

  @Test("a mail that cannot be written into its folder waits") func folder() async throws {
    let scratch = try ScratchOutbox()
    let file = FileManager.default.temporaryDirectory.appending(path: "hatata-\(UUID().uuidString)")
    try Data().write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try await scratch.outbox.enqueue(try ScratchOutbox.mail())
    try await scratch.withPostman(by: FolderTransport(path: file.path)) {
      while try await scratch.outbox.page(for: nil).first?.lastError == nil {
        try await Task.sleep(for: .milliseconds(5))
      }
      try FileManager.default.removeItem(at: file)
      scratch.pass(minutes: 1)
      try await scratch.wait(for: 1, .sent)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: file.path)
    #expect(names.count == 1 && names.allSatisfy { $0.hasPrefix("20200428T135500Z-") && $0.hasSuffix(".eml") })
  }
}
