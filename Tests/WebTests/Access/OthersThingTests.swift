import Conference
import HTTPTypes
import Testing

@testable import Web

@Suite struct OthersThingTests {
  /// To do something with what is another's.
  private struct Attempt {
    let path: String
    /// What is sent; nil where one only looks.
    var form: [(String, String)]?
    /// To whom it is open all the same.
    let open: Set<Visitor>
  }

  private static let moderators: Set<Visitor> = [.moderator, .chair, .organizer]
  private static let desk: Set<Visitor> = [.moderator, .organizer]
  private static let helpers = moderators.union([.volunteer])
  private static let participants = helpers.union([.participant])

  @Test(
    "what another asked, reported or wrote is open to those who look after such things, and its channel to the two in it"
  )
  func others() async throws {
    try await StorySite.run(papers: 5) { client, story in
      try await story.addPeople()
      let others = try await OthersThings(story)
      var (tried, letIn) = (0, 0)
      for attempt in Self.attempts(others) {
        for visitor in Visitor.allCases {
          let browser = try await story.browser(visitor)
          let answer =
            if let form = attempt.form { try await client.post(attempt.path, form, by: browser) } else {
              try await client.get(attempt.path, by: browser)
            }
          let isShut =
            [.unauthorized, .forbidden, .notFound].contains(answer.status)
            || answer.headers[.location]?.hasPrefix("/conduct-acceptance") == true
          let isOpen = attempt.open.contains(visitor)
          #expect(isOpen != isShut, "\(attempt.path) by \(visitor): \(answer.status)")
          #expect(answer.status.code < 500, "\(attempt.path) by \(visitor): \(answer.status)")
          guard !isOpen else { continue }
          tried += 1
          if !isShut { letIn += 1 }
        }
      }
      print("tried \(tried), let in \(letIn)")
      #expect(tried > 200 && letIn == 0)
      let organizer = Access(try await story.account(.organizer), conduct: nil)
      try await story.site.moderation.restore(.message(others.message), by: organizer)
      try await unchanged(others, client, story)
    }
  }

  /// All of it is there for whose it is, as it was written.
  private func unchanged(_ others: OthersThings, _ client: TestClient, _ story: StorySite) async throws {
    let browser = try await story.browser(of: others.owner)
    for path in ["/help/requests/\(others.request)", "/reports/\(others.report)"] {
      #expect(try await client.get(path, by: browser).status == .ok, "\(path)")
    }
    for (message, text) in [(others.message, "Hello to all"), (others.whisper, "For you alone")] {
      let page = String(buffer: try await client.get("/messages/\(message)", by: browser).body)
      #expect(page.contains(text) && !page.contains("Mine"), "\(message)")
    }
    let page = String(buffer: try await client.get("/chat/\(others.channel)", by: browser).body)
    #expect(page.contains("For you alone") && !page.contains("Mine"))
  }

  private static func attempts(_ others: OthersThings) -> [Attempt] {
    asked(others) + reported(others) + written(others)
  }

  private static func asked(_ others: OthersThings) -> [Attempt] {
    let (page, chat) = ("/help/requests/\(others.request)", "/chat/help/\(others.request)")
    return ["", "/taking", "/handover", "/answers", "/closing", "/reopening"].map { part in
      Attempt(path: page + part, form: part.isEmpty ? nil : [("answer", "Hm"), ("note", "Hm")], open: helpers)
    } + [
      Attempt(path: chat, open: helpers), Attempt(path: chat + "/around", open: helpers),
      Attempt(path: chat + "/names.json?start=Ow", open: helpers),
      Attempt(path: chat + "/messages", form: [("text", "Mine")], open: helpers),
      Attempt(path: chat + "/follow", form: [], open: helpers),
      Attempt(path: chat + "/read", form: [("number", "1")], open: helpers),
    ]
  }

  private static func reported(_ others: OthersThings) -> [Attempt] {
    let (report, found) = ("/reports/\(others.report)", "/conduct/cases/\(others.report)")
    let form = [("words", "Mine"), ("decision", "Mine")]
    return [
      Attempt(path: report, open: []), Attempt(path: report + "/words", form: form, open: []),
      Attempt(path: "/live?topics=reports/\(others.report)&after=0", open: []), Attempt(path: found, open: desk),
    ]
      + ["/taking", "/notes", "/words", "/decision", "/reopening"].map {
        Attempt(path: found + $0, form: form, open: desk)
      }
  }

  private static func written(_ others: OthersThings) -> [Attempt] {
    let (message, whisper) = ("/messages/\(others.message)", "/messages/\(others.whisper)")
    let chat = "/chat/\(others.channel)"
    let (text, sign) = ([("text", "Mine")], [("sign", "👍")])
    return [
      Attempt(path: message, open: participants), Attempt(path: message + "/reactions", form: sign, open: participants),
      Attempt(path: message, form: text, open: []), Attempt(path: message + "/removal", form: [], open: []),
      Attempt(path: "/conduct" + message + "/hiding", form: [], open: moderators),
      Attempt(path: whisper, open: []), Attempt(path: whisper + "/reactions", form: sign, open: []),
      Attempt(path: whisper, form: text, open: []), Attempt(path: whisper + "/removal", form: [], open: []),
      Attempt(path: "/report" + whisper, open: []), Attempt(path: "/report" + whisper, form: [("words", "")], open: []),
      Attempt(path: chat, open: []), Attempt(path: chat + "/around", open: []),
      Attempt(path: chat + "/names.json?start=Ow", open: []), Attempt(path: chat + "/messages", form: text, open: []),
      Attempt(path: chat + "/typing", form: [], open: []), Attempt(path: chat + "/follow", form: [], open: []),
      Attempt(path: chat + "/read", form: [("number", "1")], open: []),
      Attempt(path: "/live?topics=chat/\(others.channel)&after=0", open: []),
    ]
  }
}
