import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite(.serialized) struct AppearanceTests {
  @Test("name, words and colour are on every page at once, and on record")
  func saved() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let fields = [
        ("name", "Lalibela 2027"), ("tagline", "In the mountains"), ("welcome", "Be **welcome** <img src=x>"),
        ("own-accent", "1"), ("accent", "#ffdd00"),
      ]
      #expect(try await organizer.post("/organize/appearance", fields).status == .seeOther)
      let home = try await client.text("/")
      #expect(
        home.contains("Lalibela 2027") && home.contains("<strong>welcome</strong>") && !home.contains("<img src=x>"))
      let sheet = try await client.text("/accent.css")
      #expect(sheet.contains("--accent:") && !sheet.contains("#ffdd00; --on-accent: #ffffff"))
      #expect(try await organizer.text("/organize/record").contains("changed the conference"))
      #expect(story.site.edition.program.papers.count == 5)
    }
  }

  @Test("a colour that is too pale is told with its contrast before it is saved")
  func contrast() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let fields = [("name", "A"), ("own-accent", "1"), ("accent", "#ffff00")]
      let text = String(buffer: try await organizer.post("/organize/appearance/preview", fields).body)
      #expect(text.contains("Contrast with light paper 1.0:1") && text.contains("light pages use it darkened"))
      #expect(story.site.edition.program.conference?.name != "A")
      for wrong in [[("name", " ")], [("name", "A"), ("own-accent", "1"), ("accent", "red")]] {
        #expect(try await organizer.post("/organize/appearance", wrong).status == .badRequest)
      }
    }
  }

  @Test("a logo is made anew as a picture, shown on every page, and taken away again")
  func logo() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let pixel = try #require(Data(base64Encoded: Self.pixel))
      let answer = try await organizer.upload(
        "/organize/appearance/logo", bytes: Array(pixel) + Array("<script>alert(1)</script>".utf8), field: "logo")
      #expect(answer.headers[.location] == "/organize/appearance?done=logo")
      let path = try #require(found(/class="brand-logo" src="([^"]+)"/, try await client.text("/papers")))
      let picture = try await client.get(path)
      #expect(picture.headers[.contentType] == "image/png")
      #expect(Array(buffer: picture.body).starts(with: [0x89, 0x50, 0x4E, 0x47]))
      #expect(!String(buffer: picture.body).contains("script"))
      _ = try await organizer.post("/organize/appearance/logo/removal")
      #expect(!(try await client.text("/papers")).contains("brand-logo"))
    }
  }

  @Test(
    "what is no picture is no logo", arguments: ["<svg onload='alert(1)'/>", "GIF89a", "\u{89}PNG", "", "#!/bin/sh"])
  func noLogo(text: String) async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let answer = try await organizer.upload("/organize/appearance/logo", bytes: Array(text.utf8), field: "logo")
      #expect(answer.status == .badRequest)
      #expect(!(try await client.text("/papers")).contains("brand-logo"))
    }
  }

  /// One pixel, as PNG.
  private static let pixel =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
}
