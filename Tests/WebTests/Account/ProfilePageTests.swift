import Conference
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite struct ProfilePageTests {
  private static let fields = [
    "name": "Adaeze Okonkwo", "affiliation": "Lagos-affiliation", "country": "Nigeria-country", "pronouns": "she/her",
    "zone": "Africa/Lagos", "languages": "Igbo", "links": "https://example.org/ada",
  ]

  @Test("participants see of a profile what its owner ticked, and visitors nothing")
  func shown() async throws {
    try await StorySite.run { client, site in
      let (ada, ben) = (
        try await site.insider("ada@example.org"), try await site.insider("ben@example.org", name: "Ben")
      )
      let answer = try await ada.send("/account/profile", Self.fields.merging(["shown": "languages"]) { $1 }, client)
      #expect(answer.status == .seeOther)
      let page = try await ben.text("/people/\(ada.account.id)", client)
      #expect(page.contains("Adaeze Okonkwo"))
      #expect(page.contains("Igbo"))
      for hidden in ["Lagos-affiliation", "Nigeria-country", "she/her", "Africa", "example.org/ada", "ada@example.org"]
      {
        #expect(!page.contains(hidden), "\(hidden)")
      }
      let visitor = try await client.get("/people/\(ada.account.id)").status
      #expect(visitor == .unauthorized)
    }
  }

  @Test("a profile with mistakes comes again with all that was typed and all that is wrong, and nothing is stored")
  func mistakes() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org", name: "Ada")
      let typed = Self.fields.merging([
        "zone": "Atlantis", "links": "no page", "shown": "country", "around": "yes", "more-interests": "no keyword",
      ]) { $1 }
      let answer = try await ada.send("/account/profile", typed, client)
      #expect(answer.status == .badRequest)
      let page = String(buffer: answer.body)
      let fields = try FormFields.of(page, action: "/account/profile")
      for (name, value) in typed where name != "links" {
        #expect(fields.contains { $0.0 == name && $0.1 == value }, "\(name)")
      }
      #expect(page.contains(">no page</textarea>") && page.contains("Nothing is saved yet"))
      for field in ["Time zone: ", "Links: ", "Interests: "] { #expect(page.contains("<li>\(field)"), "\(field)") }
      #expect(fields.filter { $0.0 == "shown" }.map(\.1) == ["country"])
      #expect(Markup(page).problems.isEmpty)
      let stored = try await site.site.people.account(ada.account.id)
      #expect(stored?.name == "Ada")
    }
  }

  @Test("a name that is an organizer's comes again in the form, with why; the console tells what a list calls somebody")
  func organizersName() async throws {
    try await StorySite.run { client, site in
      let chair = try await site.insider("chair@example.org", name: "Abeba Chair", role: .organizer)
      let list = PeopleList(file: "people.csv", bytes: Array("email,name\nada@example.org,Ada Nwosu\n".utf8))
      _ = try await PeopleImport(site.site.database, clock: site.site.clock).run(list, by: nil)
      let ada = try await site.insider("ada@example.org", name: "Ada Nwosu")
      let refused = try await ada.send("/account/profile", ["name": "abéba chair", "country": "Mali"], client)
      #expect(refused.status == .badRequest)
      let page = String(buffer: refused.body)
      #expect(page.contains("<li>Name: somebody who helps to run the conference is called so"))
      #expect(page.contains("value=\"abéba chair\"") && page.contains("value=\"Mali\""))
      let path = "/organize/people/\(ada.account.id)"
      #expect(try await !chair.text(path, client).contains("On the list as"))
      _ = try await ada.send("/account/profile", ["name": "Abena"], client)
      let console = try await chair.text(path, client)
      #expect(console.contains("<dt>On the list as</dt><dd dir=\"auto\">Ada Nwosu</dd>"))
      #expect(console.contains("changed their own details") && console.contains("name: Ada Nwosu → Abena"))
    }
  }

  @Test("a profile is data, never markup")
  func hostile() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      let hostile = "\"><script>alert(1)</script>"
      _ = try await ada.send(
        "/account/profile", ["name": hostile, "affiliation": hostile, "shown": "affiliation"], client)
      for path in ["/people/\(ada.account.id)", "/account/profile", "/account"] {
        let page = try await ada.text(path, client)
        #expect(!page.contains("<script>alert"), "\(path)")
      }
    }
  }

  @Test("a picture is sent, seen by those who may, and never served as it came")
  func picture() async throws {
    try await StorySite.run { client, site in
      let (ada, ben) = (
        try await site.insider("ada@example.org"), try await site.insider("ben@example.org", name: "Ben")
      )
      let sent = try SamplePicture.png() + Array("<script>alert(1)</script>".utf8)
      let answer = try await ada.upload("/account/portrait", field: "picture", name: "../../evil.html", sent, client)
      #expect(answer.status == .seeOther)
      let path = "/people/\(ada.account.id)/portrait.jpg"
      let picture = try await ben.get(path, client)
      #expect(picture.headers[.contentType] == "image/jpeg")
      #expect(picture.headers[.contentSecurityPolicy]?.contains("sandbox") == true)
      #expect(picture.headers[.xContentTypeOptions] == "nosniff")
      let bytes = Array(buffer: picture.body)
      #expect(bytes.starts(with: [0xFF, 0xD8, 0xFF]))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("script"))
      let visitor = try await client.get(path).status
      #expect(visitor == .unauthorized)
      _ = try await ada.send("/account/profile", ["name": "Ada"], client)
      let hidden = try await ben.get(path, client).status
      #expect(hidden == .notFound)
      let own = try await ada.get(path, client).status
      #expect(own == .ok)
    }
  }

  @Test("of 5 uploads that are no pictures none is let in, whatever they are called")
  func liars() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      let texts = ["<html>", "<svg onload=alert(1)>", "GIF89a=1;", "#EXTM3U\nfile:///etc/passwd", ""]
      for text in texts {
        let answer = try await ada.upload(
          "/account/portrait", field: "picture", name: "me.png", Array(text.utf8), client)
        #expect(answer.status == .badRequest, "\(text)")
      }
      let profile = try await site.site.people.profile(of: ada.account.id)?.profile
      #expect(profile?.portrait == nil)
    }
  }

  @Test("200 ids of nobody lead to no page and no picture")
  func guesses() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      var letIn = 0
      for _ in 0..<100 {
        let id = Account.newId()
        for path in ["/people/\(id)", "/people/\(id)/portrait.jpg"] where try await ada.get(path, client).status == .ok
        { letIn += 1 }
      }
      #expect(letIn == 0)
    }
  }

  @Test("one downloads one's own data, and is erased only with the words")
  func data() async throws {
    try await StorySite.run { client, site in
      let ada = try await site.insider("ada@example.org")
      let data = try await ada.text("/account/data.json", client)
      #expect(data.contains("ada@example.org"))
      let visitor = try await client.get("/account/data.json").status
      #expect(visitor == .unauthorized)
      let refused = try await ada.send("/account/erasure", ["confirmation": "yes"], client)
      #expect(refused.status == .badRequest)
      let erased = try await ada.send("/account/erasure", ["confirmation": "Erase me"], client)
      #expect(erased.status == .seeOther)
      let location = try #require(erased.headers[.location])
      let farewell = try await client.text(location)
      #expect(farewell.contains("You are erased"))
      let after = try await ada.get("/account", client).status
      #expect(after == .unauthorized)
      let person = try await site.insider("ben@example.org").get("/people/\(ada.account.id)", client).status
      #expect(person == .notFound)
    }
  }

  @Test("who signs out is told so on the page that follows, and who has signed in again is not")
  func leaving() async throws {
    try await StorySite.run { client, site in
      let (ada, ben) = (
        try await site.insider("ada@example.org"), try await site.insider("ben@example.org", name: "Ben")
      )
      for path in ["/sign-out", "/account/devices/removal"] {
        let answer = try await (path == "/sign-out" ? ada : ben).send(path, [:], client)
        #expect(answer.headers[.location] == "/?done=signed-out", "\(path)")
      }
      let page = try await client.text("/?done=signed-out")
      #expect(page.contains("You are signed out.") && Markup(page).problems.isEmpty)
      let again = try await site.insider("ada@example.org")
      let home = try await again.text("/?done=signed-out", client)
      #expect(!home.contains("You are signed out."))
      let plain = try await client.text("/")
      #expect(!plain.contains("You are signed out."))
    }
  }

  @Test("what one takes along holds the files that one sent, and nobody else's")
  func archive() async throws {
    try await StorySite.run { client, site in
      let (ada, ben) = (
        try await site.insider("ada@example.org"), try await site.insider("ben@example.org", name: "Ben")
      )
      _ = try await ada.upload("/account/portrait", field: "picture", name: "me.png", try SamplePicture.png(), client)
      let sent = try await ada.upload(
        "/chat/general/corridor/pictures", field: "picture", name: "view.png", try SamplePicture.png(),
        fields: ["text": "From here"], client)
      #expect(sent.status == .seeOther)
      let visitor = try await client.get("/account/data.zip").status
      #expect(visitor == .unauthorized)
      let answer = try await ada.get("/account/data.zip", client)
      #expect(answer.headers[.contentType] == "application/zip")
      #expect(answer.headers[.contentDisposition] == "attachment; filename=\"my-data.zip\"")
      #expect(answer.headers[.cacheControl] == "no-store")
      let files = try ZipArchive(Array(buffer: answer.body)).files
      let uploads = try await site.site.people.uploads(of: ada.account.id)
      #expect(uploads.count == 2)
      #expect(Set(files.keys) == Set(uploads.map(\.name) + ["my-data.json"]))
      for upload in uploads {
        let kept = FileManager.default.contents(atPath: "\(site.data.path)/\(upload.path)")
        #expect(files[upload.name] == kept.map { [UInt8]($0) })
        #expect(String(decoding: files["my-data.json"] ?? [], as: UTF8.self).contains(upload.name))
      }
      // What is not there any more keeps nobody from the rest.
      try FileManager.default.removeItem(atPath: "\(site.data.path)/\(uploads[0].path)")
      let rest = try ZipArchive(Array(buffer: try await ada.get("/account/data.zip", client).body)).files
      #expect(rest.count == 2)
      let bens = try ZipArchive(Array(buffer: try await ben.get("/account/data.zip", client).body)).files
      #expect(Array(bens.keys) == ["my-data.json"])
    }
  }
}

extension SignedInVisitor {
  /// Sends a form with a file as its page in the browser does.
  func upload(
    _ path: String, field: String, name: String, _ bytes: [UInt8], fields: [String: String] = [:],
    _ client: TestClient
  ) async throws -> TestResponse {
    var body = ByteBuffer()
    for (key, value) in [("token", token)] + fields.sorted(by: { $0.key < $1.key }) {
      body.writeString("--frontier\r\nContent-Disposition: form-data; name=\"\(key)\"\r\n\r\n\(value)\r\n")
    }
    body.writeString(
      "--frontier\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: image/png\r\n\r\n"
    )
    body.writeBytes(bytes)
    body.writeString("\r\n--frontier--\r\n")
    var headers = headers
    headers[.contentType] = "multipart/form-data; boundary=frontier"
    headers[.origin] = "https://conference.example"
    return try await client.execute(uri: path, method: .post, headers: headers, body: body)
  }
}
