import Conference
import Foundation
import HTTPTypes
import Testing

@testable import Web

/// So many different things of others that nobody may come to, counted.
@Suite struct OthersObjectTests {
  private static let held = 12

  @Test("hundreds of things that are others' are tried by every role that must not, and none of them lets anybody in")
  func everyThing() async throws {
    try await StorySite.run(papers: 8, change: ObjectScene.name) { client, story in
      try await story.addPeople()
      let scene = try await ObjectScene(story)
      var things: Set<String> = []
      var (tried, letIn) = (0, 0)
      for attempt in try await ObjectAttempt.all(scene, client) {
        let strangers = Set<Visitor>.everybody.subtracting(attempt.rule.others)
        // A sign that somebody is writing is taken once in a while, and those in between are not looked at.
        guard !strangers.isEmpty, !attempt.route.path.hasSuffix("/typing") else { continue }
        for _ in 0..<3 {
          let values = try await attempt.made(for: scene.stranger)
          things.insert(values.joined(separator: "/"))
          for visitor in Visitor.allCases where strangers.contains(visitor) {
            let (isIn, answer) = try await attempt.letsIn(visitor, values, of: scene.stranger)
            // Nor does a page say what it refuses; one that refuses a change may show what all may read.
            let tells =
              attempt.route.method == .get && String(buffer: answer.body).contains(scene.words(of: scene.stranger))
            #expect(!isIn && !tells, "\(ObjectTable.key(attempt.route)) by \(visitor): \(answer.status)")
            tried += 1
            if isIn || tells { letIn += 1 }
          }
        }
      }
      print("\(things.count) things: tried \(tried), let in \(letIn)")
      #expect(things.count >= 200 && letIn == 0)
    }
  }

  @Test("who asks without a name is named to moderators only, on no page and in no list")
  func anonymous() async throws {
    try await StorySite.run(papers: 8, change: ObjectScene.name) { client, story in
      try await story.addPeople()
      let scene = try await ObjectScene(story)
      var (tried, letIn) = (0, 0)
      for _ in 0..<10 {
        try await scene.makeRoom()
        let id = try await ObjectMakers.anonymousQuestion(scene, scene.stranger)[0]
        let list = "/questions/papers/\(scene.othersPaper.id)"
        for visitor in Visitor.allCases where !Set<Visitor>.moderators.contains(visitor) {
          let browser = try await story.browser(visitor)
          for address in [
            "/question/\(id)", "/report/questions/\(id)", list, list + "/screen", list + "/similar?text=Only",
          ] {
            let page = String(buffer: try await client.get(address, by: browser).body)
            tried += 1
            let tells = page.contains(scene.stranger.name) || page.contains("people/\(scene.stranger.id)")
            if tells { letIn += 1 }
            #expect(!tells, "\(address) by \(visitor)")
          }
        }
        let browser = try await story.browser(.moderator)
        let page = String(buffer: try await client.get("/question/\(id)", by: browser).body)
        #expect(page.contains(scene.stranger.name))
      }
      print("tried \(tried), let in \(letIn)")
    }
  }

  @Test("notes and saved lists are in nobody else's pages and files, and secrets of addresses count only whole")
  func lists() async throws {
    try await StorySite.run(papers: 8, change: ObjectScene.name) { client, story in
      try await story.addPeople()
      let scene = try await ObjectScene(story)
      let (saved, words) = (story.site.saved, scene.words(of: scene.stranger))
      // The one paper of which all visitors are authors is named in their own data.
      let items = story.site.edition.program.papers.filter { $0.id != Story.heroinePaper }
        .compactMap { SavedItem(.paper, $0.id) }
      try await saved.change(save: items, of: scene.stranger.id)
      for item in items { try await saved.note(words, on: item, of: scene.stranger.id) }
      let own = items.map { "/account/saved/\($0.text)" }
      let files = [
        "/account/saved", "/account/plan.csv", "/account/plan.bib", "/account/plan.ics", "/account/data.json",
      ]
      let secrets = try await Self.nearSecrets(scene)
      var (tried, letIn) = (0, 0)
      for visitor in Visitor.allCases {
        let browser = try await story.browser(visitor)
        for address in own + files {
          let answer = try await client.get(address, by: browser)
          let text = String(buffer: answer.body)
          // Nobody here has saved anything: what of a list names papers is another's.
          let tells = text.contains(words) || (files.contains(address) && items.contains { text.contains($0.id) })
          tried += 1
          if tells { letIn += 1 }
          #expect(!tells, "\(address) by \(visitor)")
        }
        for address in secrets {
          let status = try await client.get(address, by: browser).status
          let isShut = status == .notFound || (status == .seeOther && visitor == .unaccepted)
          tried += 1
          if !isShut { letIn += 1 }
          #expect(isShut, "\(address) by \(visitor): \(status)")
        }
      }
      print("tried \(tried), let in \(letIn)")
    }
  }

  /// Addresses of real calendars and of links in mails, each with a sign that is another, or short of one.
  private static func nearSecrets(_ scene: ObjectScene) async throws -> [String] {
    var addresses: [String] = []
    for _ in 0..<5 {
      let calendar = try await ObjectMakers.calendar(scene, scene.stranger)[0].dropLast(4)
      for wrong in wrongs(String(calendar)) { addresses.append("/calendars/private/\(wrong).ics") }
      let (token, question) = (
        try await ObjectMakers.mailToken(scene, scene.stranger)[0],
        try await ObjectMakers.questionToken(scene, scene.stranger)[0]
      )
      for path in ["/mail", "/reminder-mail", "/notice-mail", "/invitation-mail"] {
        addresses += wrongs(token).map { "\(path)/\($0)" }
      }
      addresses += wrongs(question).map { "/question-mail/\($0)" }
      // A token for one sort of mail is none for another.
      addresses += ["/question-mail/\(token)", "/mail/\(question)"]
    }
    return addresses
  }

  private static func wrongs(_ secret: String) -> [String] {
    let first = secret.hasPrefix("A") ? "B" : "A"
    let turned = secret == secret.lowercased() ? secret.uppercased() : secret.lowercased()
    return ["\(first)\(secret.dropFirst())", String(secret.dropLast()), "\(secret)A", turned]
  }

  @Test("files of talks that are not released are open to their authors and to those who run the program only")
  func withheld() async throws {
    try await StorySite.run(papers: 8, change: Self.holdBack) { client, story in
      try await story.addPeople()
      let files = (0..<Self.held).flatMap { ["talks/held\($0).mp4", "talks/held\($0).vtt", "talks/held\($0).pdf"] }
      try FileManager.default.createDirectory(
        atPath: "\(story.data.mediaPath)/talks", withIntermediateDirectories: true)
      for file in files {
        try Data(file.utf8).write(to: URL(fileURLWithPath: "\(story.data.mediaPath)/\(file)"))
      }
      var policies = Policies.closed
      policies.release = .onTheirDay
      try await policies.choose(by: nil, story.site.database, at: story.site.clock.now())
      try await story.site.refresh()
      var (tried, letIn) = (0, 0)
      for visitor in Visitor.allCases {
        let browser = try await story.browser(visitor)
        for file in files {
          let answer = try await client.get("/media/\(file)", by: browser)
          let isIn = answer.status == .ok
          // Of the first, the participant is the author.
          let isAllowed =
            Set<Visitor>.chairs.contains(visitor) || (visitor == .participant && file.hasPrefix("talks/held0."))
          #expect(isIn == isAllowed, "\(file) by \(visitor): \(answer.status)")
          if !isAllowed { tried += 1 }
          if isIn, !isAllowed { letIn += 1 }
        }
      }
      print("tried \(tried), let in \(letIn)")
    }
  }

  /// Adds papers whose talks are days away.
  private static func holdBack(_ draft: inout Draft) {
    guard let start = Instant(iso8601: "2026-04-30T10:00:00Z") else { return }
    var session = Session(id: "late", kind: .poster, title: "Late", start: start, end: start.adding(minutes: 60))
    for number in 0..<held {
      let author = Person(name: "Author", email: number == 0 ? Visitor.participant.email : nil)
      var paper = Paper(id: "held\(number)", title: "Held \(number)", authors: [author])
      (paper.video, paper.slides) = ("media/talks/held\(number).mp4", "media/talks/held\(number).pdf")
      draft.papers.append(paper)
      session.slots.append(Slot(paper: paper.id))
    }
    draft.sessions.append(session)
  }
}
