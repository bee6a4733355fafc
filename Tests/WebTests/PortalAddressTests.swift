import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// The data of real conferences, which is not a part of the repository.
private enum RealData {
  static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/data").standardized.path
  static var exists: Bool { FileManager.default.fileExists(atPath: root) }
}

@Suite struct PortalAddressTests {
  @Test("addresses that other portals had lead to the same thing here, and others to none")
  func addresses() async throws {
    let paper = Story.heroinePaper
    let same = [
      "/index.html": "/", "/schedule.html": "/schedule", "/calendar.html?x=1": "/schedule", "/papers.html": "/papers",
      "/papers.html?filter=titles&search=a%20b": "/papers?q=\(Query.encoded("a b"))", "/chat.html": "/chat",
      "/about.html": "/help", "/socials.html": "/socials", "/workshops.html": "/workshops",
      "/sponsors.html": "/sponsors", "/paper_\(paper).html": "/papers/\(paper)",
      "/poster_\(paper).html?a=b": "/papers/\(paper)", "/poster_P2S2.html": "/sessions/P2S2",
      "/speaker_1.html": "/keynotes/1", "/workshop_W2.html": "/workshops/W2",
      "/plenary_session_opening.html": "/plenary/opening",
    ]
    try await StorySite.run(papers: 12) { client, _ in
      for (old, new) in same {
        let answer = try await client.get(old)
        #expect(answer.status == .seeOther && answer.headers[.location] == new, "\(old)")
      }
      for none in ["/paper_none.html", "/none.html", "/papers/chat.html", "/speaker_W2.html", "/.html"] {
        #expect(try await client.get(none).status == .notFound, "\(none)")
      }
      #expect(try await client.execute(uri: "/schedule.html", method: .post).status != .seeOther)
    }
  }

  @Test(
    "no link in the texts of a real conference is dead",
    .enabled(if: RealData.exists, "needs the folder ../shared/data beside the repository"),
    arguments: ["iclr2020/sitedata", "acl2020"])
  func realLinks(name: String) async throws {
    let draft = Importer.read(try ConferenceFolder(path: RealData.root + "/" + name), title: name).draft
    try await StorySite.run(papers: 12, change: { $0 = draft }) { client, _ in
      var texts: Set<String> = ["/", "/help", "/about", "/code-of-conduct", "/committee", "/sponsors"]
      texts.formUnion(draft.events.map { Address.of($0) })
      texts.formUnion(draft.sponsors.map { Address.of($0) })
      var links: Set<String> = []
      for text in texts { links.formUnion(Markup(try await client.text(text)).links) }
      links = links.filter { !$0.hasPrefix("/zones?back") && !$0.hasPrefix("/media/") }
      #expect(links.count > 50)
      for link in links {
        let answer = try await client.get(link)
        #expect(answer.status != .notFound, "\(link)")
        guard let target = answer.headers[.location] else { continue }
        #expect(try await client.get(target).status != .notFound, "\(link) leads to \(target)")
      }
    }
  }
}
