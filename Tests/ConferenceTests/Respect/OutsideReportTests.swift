import Logging
import Mail
import Testing

@testable import Conference

@Suite(.bothDatabases) struct OutsideReportTests {
  private func postman(_ desk: ConductCaseTests.Desk) throws -> Postman {
    Postman(
      desk.outbox, by: FolderTransport(path: desk.data.mailPath), from: try Mailbox("no-reply@story.example"),
      data: desk.data, logger: Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() })
  }

  /// The one mail that is due, as it goes.
  private func mail(_ desk: ConductCaseTests.Desk) async throws -> MailMessage {
    let claimed = try await desk.outbox.claim(10, patient: 10)
    return try postman(desk).message(of: try #require(claimed.first))
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

  /// How the mails of reports stand.
  private func mails(of reports: [String], _ desk: ConductCaseTests.Desk) async throws -> [String] {
    var mails: [String] = []
    for id in reports {
      let row = try await desk.scratch.database.first(
        "SELECT state, body_text FROM outbox WHERE only_once = \(OutsideReport.name(of: id))")
      let found = try #require(row)
      let (state, text): (String, String) = (try found.value("state"), try found.value("body_text"))
      mails.append(text.isEmpty ? "\(state), empty" : state)
    }
    return mails
  }

  @Test("a report that waits to go outside never goes once its reporter is erased; those of others do")
  func erasedReporter() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(outside: "ombuds@example.net").choose(by: desk.olga.id, database, at: now)
      let ofMona = try await desk.cases.find(.person, desk.mona.id, channel: nil, by: desk.door(desk.ada))
      let ofAda = try await desk.cases.find(.person, desk.ada.id, channel: nil, by: desk.door(desk.ada))
      let ids = [
        try await desk.report(ofMona, by: desk.ada), try await desk.report(ofAda, by: desk.ada),
        try await desk.report(ofMona, by: desk.olga),
      ]
      try await desk.scratch.people.erase(desk.ada.id, in: desk.data)
      #expect(try await mails(of: ids, desk) == ["dropped, empty", "dropped, empty", "waiting"])
      let claimed = try await desk.outbox.claim(10, patient: 10)
      #expect(claimed.count == 1 && claimed.first?.text.contains("Mona") == true)
    }
  }

  @Test("a report about somebody who is erased meanwhile goes outside all the same, and then nothing of them is left")
  func erasedReported() async throws {
    try await ConductCaseTests.run { desk in
      let (database, now) = (desk.scratch.database, desk.scratch.time.now)
      try await ConductDesk(outside: "ombuds@example.net").choose(by: desk.olga.id, database, at: now)
      try await desk.scratch.people.setPortrait(
        try PictureSamples.picture("png"), of: desk.bob.id, in: PictureFolder.portraits(desk.data))
      _ = try await FilesMark(desk.data, database).problem(at: now)
      let ofBob = try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.mona))
      let ids = [try await desk.report(ofBob, by: desk.mona), try await desk.report(ofBob, by: desk.ada)]
      let sent = try await desk.outbox.claim(1, patient: 1)
      for entry in sent { try await postman(desk).deliver(entry) }
      let states = try await mails(of: ids, desk)
      #expect(Set(states) == ["sent, empty", "waiting"])
      let (gone, due) = states[0] == "waiting" ? (ids[1], ids[0]) : (ids[0], ids[1])
      func picture(_ id: String) -> [UInt8]? { PictureFolder.cases(desk.data).bytes(CasePicture.name(of: id)) }
      #expect(picture(gone) != nil && picture(due) != nil)

      try await desk.scratch.people.erase(desk.bob.id, in: desk.data)
      #expect(try await mails(of: [gone, due], desk) == ["sent, empty", "waiting"])
      #expect(picture(gone) == nil && picture(due) != nil)
      try await CasePicture.sweep(desk.data, database)
      let entry = try #require(try await desk.outbox.claim(10, patient: 10).first)
      let message = try postman(desk).message(of: entry)
      #expect(message.text.contains("Bob") && message.picture == picture(due))
      try await postman(desk).deliver(entry)
      #expect(try await mails(of: [due], desk) == ["sent, empty"])
      try await CasePicture.sweep(desk.data, database)
      #expect(picture(due) == nil)
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
