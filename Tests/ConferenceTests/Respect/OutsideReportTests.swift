import Logging
import Mail
import Testing

@testable import Conference

@Suite(.bothDatabases) struct OutsideReportTests {
  /// The one mail that is due, as it goes.
  private func mail(_ desk: ConductCaseTests.Desk) async throws -> MailMessage {
    let claimed = try await desk.outbox.claim(10, patient: 10)
    let postman = Postman(
      desk.outbox, by: FolderTransport(path: desk.data.mailPath), from: try Mailbox("no-reply@story.example"),
      data: desk.data, logger: Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() })
    return try postman.message(of: try #require(claimed.first))
  }

  @Test("a report that goes outside is answered to its reporter at the address of then, and has the picture with it")
  func outside() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(outside: "ombuds@example.net").choose(by: desk.olga.id, database, at: now)
      let name = try await PictureFolder.messages(desk.data).keep(try PictureSamples.picture("png"))
      let message = try await desk.say("Look", by: desk.bob, picture: name)
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      let sent = try await mail(desk)
      #expect(sent.to.description == "ombuds@example.net")
      #expect(sent.replyTo?.address.description == "ada@example.org")
      let kept = try #require(PictureFolder.cases(desk.data).bytes(CasePicture.name(of: id)))
      #expect(sent.picture == kept)
    }
  }

  @Test("a report that waits to go outside never goes once its reporter, or whom it is about, is erased; others do")
  func erased() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(outside: "ombuds@example.net").choose(by: desk.olga.id, database, at: now)
      let ofBob = try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.ada))
      let ofMona = try await desk.cases.find(.person, desk.mona.id, channel: nil, by: desk.door(desk.olga))
      let ids = [
        try await desk.report(ofMona, by: desk.ada), try await desk.report(ofBob, by: desk.mona),
        try await desk.report(ofMona, by: desk.olga),
      ]
      func mails() async throws -> [String] {
        var mails: [String] = []
        for id in ids {
          let row = try await database.first(
            "SELECT state, body_text FROM outbox WHERE only_once = \(OutsideReport.name(of: id))")
          let found = try #require(row)
          let (state, text): (String, String) = (try found.value("state"), try found.value("body_text"))
          mails.append(text.isEmpty ? "\(state), empty" : state)
        }
        return mails
      }
      try await desk.scratch.people.erase(desk.ada.id, in: desk.data)
      #expect(try await mails() == ["dropped, empty", "waiting", "waiting"])
      try await desk.scratch.people.erase(desk.bob.id, in: desk.data)
      #expect(try await mails() == ["dropped, empty", "dropped, empty", "waiting"])
      let claimed = try await desk.outbox.claim(10, patient: 10)
      #expect(claimed.count == 1 && claimed.first?.text.contains("Mona") == true)
    }
  }

  @Test("an address outside that was stored as somebody typed it is read as that of an account would be")
  func typed() async throws {
    try await ConductCaseTests.run { desk in
      let database = desk.scratch.database
      let stored: [(String, String?)] = [
        (#"{"members":[],"outside":"Ombuds@Example.NET"}"#, "ombuds@example.net"), (#"{"members":[]}"#, nil),
      ]
      for (json, address) in stored {
        try await database.execute("DELETE FROM choices WHERE name = \(ConductDesk.name)")
        try await database.execute(
          "INSERT INTO choices (name, value, changed_at) VALUES (\(ConductDesk.name), \(json), 1)")
        #expect(try await ConductDesk.current(database) == ConductDesk(outside: address))
      }
    }
  }

  @Test("what the desk here is told is answered to nobody and holds no picture")
  func inside() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(members: [desk.mona.id]).choose(by: desk.olga.id, database, at: now)
      let name = try await PictureFolder.messages(desk.data).keep(try PictureSamples.picture("png"))
      let message = try await desk.say("Look", by: desk.bob, picture: name)
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      _ = try await desk.report(reported, by: desk.ada)
      let sent = try await mail(desk)
      #expect(sent.to.description == "mona@example.org" && sent.replyTo == nil && sent.picture == nil)
    }
  }
}
