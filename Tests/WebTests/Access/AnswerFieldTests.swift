import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct AnswerFieldTests {
  @Test("every answer says what browsers may not do with it, whoever asks and whatever becomes of it")
  func everyAnswer() async throws {
    try await StorySite.run(papers: 8) { client, story in
      try await story.addPeople()
      let samples = try await RouteSamples(story, device: "nobody-s")
      let referrer = HTTPField.Name("Referrer-Policy")!
      var tried = 0
      for visitor in [Visitor.visitor, .unaccepted, .participant, .organizer] {
        for route in Routes(story.site).all {
          let address = try #require(samples.address(route))
          let browser = try await story.browser(visitor)
          var answers = [
            try await client.get(address, by: browser), try await client.post(address, by: browser),
            try await client.execute(uri: address, method: .put, headers: browser.fields),
            try await client.execute(uri: address, method: .options, headers: browser.fields),
          ]
          answers.append(
            try await client.get(address + "x/../%00nowhere?\(String(repeating: "a", count: 500))", by: browser))
          for answer in answers {
            tried += 1
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            let isClosed =
              policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'")
              && !policy.contains("unsafe-")
            #expect(isClosed, "\(route.method) \(address): \(policy)")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(address)")
            #expect(answer.headers[referrer] != nil, "\(address)")
            let isPersonal = answer.headers[values: .setCookie].contains { $0.hasPrefix("__Host-") }
            #expect(!isPersonal || answer.headers[.cacheControl] == "no-store", "\(address)")
          }
        }
      }
      print("tried \(tried), without the fields 0")
    }
  }

  @Test("styles in a file count in drawings that have some, and no other policy allows any")
  func styles() async throws {
    try await StorySite.run(papers: 8) { client, story in
      let drawings = [
        ("<svg><style>a { fill: red }</style></svg>", true), ("<svg><g\n style='fill: red'/></svg>", true),
        ("<svg><svg:style>a { fill: red }</svg:style></svg>", true),
        (String(repeating: " ", count: BlockCache.blockSize - 3) + "<style>a { fill: red }</style>", true),
        ("<svg><text font-style=\"italic\">mystyle</text></svg>", false), ("style", false), ("", false),
      ]
      for (number, (text, isStyled)) in drawings.enumerated() {
        let path = "\(story.data.mediaPath)/drawing\(number).svg"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        for _ in 1...2 {
          let answer = try await client.get("/media/drawing\(number).svg")
          let policy = answer.headers[.contentSecurityPolicy] ?? ""
          #expect(answer.status == .ok && answer.headers[.contentType] == "image/svg+xml", "\(number)")
          #expect(policy.contains("style-src 'unsafe-inline'; sandbox") == isStyled, "\(number): \(policy)")
          #expect(policy.contains("default-src 'none'") && policy.contains("sandbox"), "\(number): \(policy)")
        }
      }
      let paper = try #require(story.site.edition.program.papers.first { $0.thumbnail != nil })
      for address in [
        "/media/figures/\(paper.id).svg", "/favicon.ico", "/icons/icons.svg",
        story.site.assets.address("icons/icon.svg"),
        story.site.assets.sheet(["base"]), "/schedule.json", "/calendars/all.ics", "/papers/\(paper.id).bib",
      ] {
        let answer = try await client.get(address)
        #expect(answer.status == .ok, "\(address)")
        let policy = answer.headers[.contentSecurityPolicy] ?? ""
        #expect(policy.contains("sandbox") && !policy.contains("style-src"), "\(address): \(policy)")
      }
    }
  }

  @Test("a page for one person is kept by no cache, and tells its address to nobody")
  func personal() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      for address in ["/account", "/organize", "/sign-in", "/sign-in/link/\(Secret.random().text)"] {
        let answer = try await client.get(address, by: try await story.browser(.organizer))
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
      }
    }
  }
}
