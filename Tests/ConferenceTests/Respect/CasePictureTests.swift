import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct CasePictureTests {
  @Test("a picture that was reported stays for the desk alone when its message is taken back")
  func message() async throws {
    try await ConductCaseTests.run { desk in
      let folder = PictureFolder.messages(desk.data)
      let name = try await folder.keep(try PictureSamples.picture("png"))
      let bytes = try #require(folder.bytes(name))
      let message = try await desk.say("Look", by: desk.bob, picture: name)
      let reported = try await desk.cases.find(.message, message.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      let chat = Chat(desk.scratch.database, clock: desk.scratch.clock)
      if let picture = try await chat.remove(message.id, by: desk.door(desk.bob)) { folder.remove(picture) }
      #expect(folder.bytes(name) == nil)
      let file = try await desk.cases.file(id, by: desk.mona.id)
      #expect(desk.cases.hasPicture(file.opened) && file.opened.reported.copy == "Look\n(with a picture)")
      #expect(try await desk.cases.picture(id, by: desk.mona.id) == bytes)
      for account in [desk.ada, desk.bob] {
        await #expect(throws: ConferenceError.notFound("case")) {
          try await desk.cases.picture(id, by: account.id)
        }
      }
    }
  }

  @Test("a portrait that was reported stays for the desk when another one takes its place")
  func portrait() async throws {
    try await ConductCaseTests.run { desk in
      let (folder, people) = (PictureFolder.portraits(desk.data), desk.scratch.people)
      try await people.setPortrait(try PictureSamples.picture("png"), of: desk.bob.id, in: folder)
      let reported = try await desk.cases.find(.person, desk.bob.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(reported, by: desk.ada)
      let kept = try await desk.cases.picture(id, by: desk.mona.id)
      try await people.setPortrait(nil, of: desk.bob.id, in: folder)
      #expect(try await desk.cases.picture(id, by: desk.mona.id) == kept)
    }
  }

  @Test("a report without a picture has none, and one that is refused leaves none behind")
  func none() async throws {
    try await ConductCaseTests.run { desk in
      let folder = PictureFolder.messages(desk.data)
      let name = try await folder.keep(try PictureSamples.picture("png"))
      let words = try await desk.say("Something rude", by: desk.bob)
      let picture = try await desk.say("Look", by: desk.bob, picture: name)
      let first = try await desk.cases.find(.message, words.id, channel: nil, by: desk.door(desk.ada))
      let id = try await desk.report(first, by: desk.ada)
      await #expect(throws: ConferenceError.notFound("picture")) {
        try await desk.cases.picture(id, by: desk.mona.id)
      }
      let second = try await desk.cases.find(.message, picture.id, channel: nil, by: desk.door(desk.ada))
      for _ in 1..<ConductCases.mostOfOne { _ = try await desk.report(second, by: desk.ada) }
      await #expect(throws: ConferenceError.self) { try await desk.report(second, by: desk.ada) }
      let kept = try FileManager.default.contentsOfDirectory(atPath: desk.data.path + "/case-pictures")
      #expect(kept.count == ConductCases.mostOfOne - 1)
    }
  }
}
