import Conference
import Foundation
import HTTPTypes
import Mail
import Testing

@testable import Web

@Suite(.serialized) struct PeopleConsoleTests {
  static let pages = [
    "/organize/people", "/organize/people/waiting", "/organize/outbox", "/organize/record", "/organize/people/import",
    "/organize/announcements", "/organize/appearance", "/organize/tokens", "/organize/people/new",
  ]

  @Test("the console is for organizers only", arguments: pages)
  func doors(page: String) async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      #expect(try await organizer.get(page).status == .ok)
      #expect(try await participant.get(page).status == .forbidden)
      #expect(try await client.get(page).status == .unauthorized)
    }
  }

  @Test("every form of the console refuses participants and visitors, and forms of other pages")
  func forms() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let routes = Routes(story.site).all.filter { $0.method == .post && $0.need == .organizer }
      #expect(routes.count > 15)
      for route in routes {
        let path = route.path.replacing(":id", with: participant.account.id)
        #expect(try await participant.post(path).status == .forbidden, "\(path)")
        let status = try await client.execute(uri: path, method: .post).status
        #expect(status == .unauthorized || status == .forbidden, "\(path)")
        let forged = Insider(account: organizer.account, device: organizer.device, client: client)
        #expect(try await forged.postForged(path).status == .forbidden, "\(path)")
      }
    }
  }

  @Test("a person is found, made a moderator, and signed out by it")
  func role() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      #expect(try await organizer.text("/organize/people?q=sela+tesf").contains("selam@example.org"))
      #expect(!(try await organizer.text("/organize/people?q=nobody")).contains("selam@example.org"))
      let path = "/organize/people/\(participant.account.id)"
      let answer = try await organizer.post(path + "/role", [("role", "moderator")])
      #expect(answer.headers[.location] == path + "?done=role")
      #expect(try await story.site.people.account(participant.account.id)?.role == .moderator)
      #expect(try await participant.get("/account").status == .unauthorized)
      let record = try await organizer.text(path)
      #expect(record.contains("role changed to moderator") && record.contains("Abeba Chair"))
    }
  }

  @Test("who is banned is shut out at once, and let in again by one button")
  func ban() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      #expect(try await participant.get("/account").status == .ok)
      let path = "/organize/people/\(participant.account.id)"
      _ = try await organizer.post(path + "/standing", [("standing", "banned")])
      #expect(try await participant.get("/account").status == .unauthorized)
      #expect(try await organizer.text(path).contains("Let in again"))
      _ = try await organizer.post(path + "/standing", [("standing", "active")])
      #expect(try await story.site.people.account(participant.account.id)?.standing == .active)
    }
  }

  @Test("what shuts somebody out is at the end of their page with their name on it, and not on one's own")
  func dangers() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let page = try await organizer.text("/organize/people/\(participant.account.id)")
      let record = try #require(page.range(of: "<h2 id=\"deeds\">"))
      for label in ["Remove Selam Tesfaye", "Ban Selam Tesfaye", "Erase <bdi>Selam Tesfaye</bdi> for good"] {
        let button = try #require(page.range(of: ">\(label)</button>"), "\(label)")
        #expect(button.lowerBound > record.upperBound, "\(label)")
      }
      #expect(!page.contains("This is you") && Markup(page).problems.isEmpty)
      let own = try await organizer.text("/organize/people/\(organizer.account.id)")
      #expect(own.contains("This is you.") && own.contains("href=\"/account/data\""))
      #expect(!own.contains("value=\"banned\"") && !own.contains("/erasure") && Markup(own).problems.isEmpty)
    }
  }

  @Test("the last organizer cannot be shut out")
  func lastOrganizer() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let path = "/organize/people/\(organizer.account.id)/standing"
      #expect(try await organizer.post(path, [("standing", "banned")]).status == .conflict)
      #expect(try await organizer.get("/organize/people").status == .ok)
    }
  }

  @Test("who waits is let in once, with a mail")
  func admission() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let id = participant.account.id
      try await story.site.people.setStanding(.waiting, of: id, by: nil)
      #expect(try await organizer.text("/organize/people").contains("1 person waits to be let in"))
      #expect(try await organizer.text("/organize/people/waiting").contains("/organize/people/\(id)/admission"))
      let answer = try await organizer.post("/organize/people/\(id)/admission", [("list", "1")])
      #expect(answer.headers[.location] == "/organize/people/waiting?done=admitted")
      #expect(try await story.site.people.account(id)?.standing == .active)
      let mails = try await Outbox(story.site.database, clock: story.site.clock).page(to: "selam@example.org", for: nil)
      #expect(mails.map(\.purpose) == [.notice])
      #expect(try await organizer.post("/organize/people/\(id)/admission").status == .conflict)
    }
  }

  @Test("a sign-in code that an organizer makes works once, and stands in no mail")
  func code() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      let answer = try await organizer.post("/organize/people/\(participant.account.id)/sign-in-codes")
      let link = found(/sign-in\/link\/([A-Za-z0-9_-]+)/, String(buffer: answer.body))
      let secret = Secret(try #require(link))
      let first = try await story.site.signIns.enter(link: secret, browser: nil, named: "Test")
      guard case .signedIn(_, let account) = first else { throw ConferenceError.unauthenticated }
      #expect(account == participant.account.id)
      let second = try await story.site.signIns.enter(link: secret, browser: nil, named: "Test")
      guard case .spent = second else { throw ConferenceError.conflict("the link worked twice") }
      #expect(try await organizer.text("/organize/record").contains("sign-in code issued"))
    }
  }

  @Test("somebody is signed out everywhere")
  func devices() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let participant = try await Insider.participant(story, client)
      _ = try await organizer.post("/organize/people/\(participant.account.id)/devices/removal")
      #expect(try await participant.get("/account").status == .unauthorized)
    }
  }

  @Test("who cannot come in is erased once the word is typed, and then nothing is left to be done to them")
  func erasure() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let id = try await Insider.participant(story, client).account.id
      let path = "/organize/people/\(id)"
      try await story.site.people.setStanding(.banned, of: id, by: nil)
      #expect(try await organizer.text(path).contains("action=\"\(path)/erasure\""))
      #expect(try await organizer.post(path + "/erasure", [("confirmation", "yes")]).status == .badRequest)
      #expect(try await story.site.people.account(id)?.standing == .banned)
      let answer = try await organizer.post(path + "/erasure", [("confirmation", "Erase")])
      #expect(answer.headers[.location] == path + "?done=erased")
      let account = try #require(try await story.site.people.account(id))
      #expect(account.standing == .erased && account.email == nil)
      let page = try await organizer.text(path + "?done=erased")
      #expect(page.contains("Erased for good.") && !page.contains("selam@example.org"))
      #expect(!page.contains("action=\"\(path)"))
    }
  }

  @Test("a long list is shown in parts, each with its way to the next")
  func paging() async throws {
    try await StorySite.run(papers: 5) { client, story in
      let organizer = try await Insider.organizer(story, client)
      let rows = (100..<220).map { "p\($0)@example.org,Person \($0)" }.joined(separator: "\n")
      let list = PeopleList(file: "people.csv", bytes: Array("email,name\n\(rows)\n".utf8))
      _ = try await PeopleImport(story.site.database, clock: story.site.clock).run(list, by: nil)
      let first = try await organizer.text("/organize/people?q=person")
      #expect(first.contains("120 people") && first.contains("/organize/people?q=person&amp;page=2"))
      #expect(first.contains("p149@") && !first.contains("p150@"))
      let last = try await organizer.text("/organize/people?q=person&page=3")
      #expect(last.contains("p219@") && !last.contains("page=4"))
    }
  }
}

extension Insider {
  /// A form that another site made up: without the token.
  fileprivate func postForged(_ path: String) async throws -> TestResponse {
    try await Insider(account: account, device: device, client: client).upload(path, file: "", token: "made-up")
  }
}
