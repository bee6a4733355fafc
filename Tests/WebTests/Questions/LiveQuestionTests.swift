import Conference
import Database
import Foundation
import Testing

@testable import Web

/// A list of a page as its script keeps it: elements by id, ordered by their numbers, the highest first.
private struct LiveList {
  private(set) var rows: [String]
  private(set) var closing: String
  private let name: String

  init(_ page: String, _ name: String, row: String, closing: String) throws {
    self.name = name
    let list = try #require(
      page.withBareTimes.firstMatch(
        of: /<ol [^>]*data-order="descending"[^>]*>(?s:(.*?))<\/ol>\n<p class="questions-none/))
    rows = String(list.1).components(separatedBy: "<li class=\"\(row)").dropFirst().map { "<li class=\"\(row)\($0)" }
    self.closing = Self.element(closing, in: page)?.withBareTimes ?? ""
  }

  static func element(_ id: String, in page: String) -> String? {
    guard let place = page.range(of: "id=\"\(id)\"") else { return nil }
    let start = page[..<place.lowerBound].lastIndex(of: "<") ?? page.startIndex
    let name = page[page.index(after: start)...].prefix { $0.isLetter }
    let end = page.range(of: "</\(name)>", range: place.upperBound..<page.endIndex)?.upperBound ?? page.endIndex
    return String(page[start..<end])
  }

  private func index(_ id: String) -> Int? { rows.firstIndex { $0.contains(" id=\"\(id)\"") } }

  private static func number(_ row: String) -> Int64 {
    row.firstMatch(of: /data-number="(\d+)"/).flatMap { Int64($0.1) } ?? 0
  }

  mutating func apply(_ update: LiveUpdate, closingId: String) {
    switch update {
    case .put(let html, let id, let list):
      let text = html.string.withBareTimes
      if id == closingId { closing = text }
      guard list == name else { return }
      if let old = index(id) {
        if Self.number(rows[old]) == Self.number(text) { return rows[old] = text }
        rows.remove(at: old)
      }
      rows.insert(text, at: rows.firstIndex { Self.number($0) < Self.number(text) } ?? rows.endIndex)
    case .remove(let id): if let old = index(id) { rows.remove(at: old) }
    case .text(let text, let id):
      for place in rows.indices {
        let pattern = "id=\"\(id)\">"
        guard let start = rows[place].range(of: pattern)?.upperBound,
          let end = rows[place][start...].firstIndex(of: "<")
        else { continue }
        rows[place].replaceSubrange(start..<end, with: text)
      }
    }
  }
}

@Suite struct LiveQuestionTests {
  private static let path = "/questions/keynotes/1"
  private static let subject = QuestionSubject(.event(.keynote), "1")

  /// Everything that can happen to questions, by several people.
  private static func happen(_ site: Site, _ people: [Access], host: QuestionHost, seed: Int) async throws {
    var dice = SystemDice(seed: UInt64(seed))
    let questions = site.questions
    var ids: [String] = []
    for step in 0..<60 {
      let access = people[dice.below(people.count)]
      let id = ids.isEmpty ? "" : ids[dice.below(ids.count)]
      do {
        switch ids.count < 3 ? 0 : dice.below(12) {
        case 0, 1:
          ids.append(
            try await questions.ask(
              QuestionText("Question \(step) at 1:0\(step % 10)?", isAnonymous: dice.below(4) == 0), about: subject,
              by: access))
        case 2, 3, 4: try await questions.vote(dice.below(4) > 0, for: id, by: access)
        case 5: try await questions.move(id, .allCases[dice.below(4)], by: host)
        case 6: try await questions.next(subject, after: questions.pinned(subject)?.id, by: host)
        case 7: try await questions.answer(id, dice.below(3) == 0 ? "" : "Answer \(step)", by: host)
        case 8: try await questions.merge(id, into: ids[dice.below(ids.count)], by: host)
        case 9: try await questions.unmerge(id, by: host)
        case 10: try await questions.setClosed(dice.below(2) == 0, subject, by: host)
        default:
          if dice.below(2) == 0 {
            try await site.moderation.hide(.question(id), why: "", by: people[0])
          } else {
            try await site.moderation.restore(.question(id), by: people[0])
          }
        }
      } catch is ConferenceError {
        // What cannot be done then, such as voting for what is answered.
      }
    }
  }

  @Test(
    "a page that was rendered long ago, plus what its stream told, equals the page rendered now: for everybody, for hosts, and for who asked",
    arguments: 1...6)
  func master(seed: Int) async throws {
    let moment = Moment(try #require(Instant(iso8601: StorySite.now)))
    // Each look at the clock is a little later, so that no two questions are asked in one millisecond.
    let clock = Clock {
      moment.pass(minutes: 1)
      return moment.now
    }
    try await StorySite.run(papers: 5, clock: clock) { client, site in
      try await QuestionRules(isReviewed: seed % 2 == 0, allowsAnonymous: true).choose(
        by: nil, site.site.database, at: site.site.clock.now())
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      var people = [Access(moderator.account, conduct: site.site.edition.conduct)]
      var askers = [moderator]
      for name in ["ada", "ben", "eve"] {
        let visitor = try await site.insider("\(name)@example.org")
        askers.append(visitor)
        people.append(Access(visitor.account, conduct: site.site.edition.conduct))
      }
      let reader = try await site.insider("reader@example.org")
      let host = QuestionHost(people[0], site.site.edition.program)
      try await Self.happen(site.site, Array(people.prefix(2)), host: host, seed: seed)
      let newest = try await site.site.database.read { try $0.newestEventId() }
      var shown = try LiveList(
        await reader.text("\(Self.path)?order=newest", client), QuestionRow.list, row: "question ",
        closing: AskForm.closingId)
      var queue = try LiveList(
        await moderator.text("\(Self.path)/host", client), QueueRow.list, row: "queued ", closing: HostPage.closingId)
      // Each in a tab in which nothing is asked, and of which the last one's has asked nothing yet.
      var own: [LivePage] = []
      for asker in askers { own.append(LivePage(try await asker.text(Self.path, client))) }
      try await Self.happen(site.site, people, host: host, seed: seed + 100)
      for event in try await site.site.database.events(after: newest, limit: 10_000) {
        guard let (feature, _) = LiveFeatures.find(event.topic) else { continue }
        for update in try await feature.updates(for: event, site.site) {
          if event.topic == Self.subject.topic { shown.apply(update, closingId: AskForm.closingId) }
          // The queue's page follows both.
          queue.apply(update, closingId: HostPage.closingId)
        }
      }
      let shownNow = try LiveList(
        await reader.text("\(Self.path)?order=newest", client), QuestionRow.list, row: "question ",
        closing: AskForm.closingId)
      let queueNow = try LiveList(
        await moderator.text("\(Self.path)/host", client), QueueRow.list, row: "queued ", closing: HostPage.closingId)
      #expect(shown.rows == shownNow.rows)
      #expect(shown.closing == shownNow.closing)
      // Votes alone do not move a row of the queue until it changes otherwise; its script sorts it.
      #expect(Set(queue.rows.map(\.withoutNumber)) == Set(queueNow.rows.map(\.withoutNumber)))
      #expect(queue.closing == queueNow.closing)
      #expect(!queueNow.rows.isEmpty && (!shownNow.rows.isEmpty || seed % 2 == 0))
      await site.takeUp()
      let asked = OwnQuestions.id(Self.subject)
      for (asker, before) in zip(askers, own) {
        var page = before
        try page.apply(stream: try await asker.text("/live?topics=me&after=\(try before.cursor)", client))
        let now = LivePage(try await asker.text(Self.path, client))
        #expect(page.element(asked) != nil && page.element(asked) == now.element(asked))
      }
    }
  }

  @Test("the stream tells a reader of new questions, votes, answers and what is being answered")
  func stream() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let reader = try await site.insider("reader@example.org")
      let access = Access(moderator.account, conduct: site.site.edition.conduct)
      let (questions, host) = (site.site.questions, QuestionHost(access, site.site.edition.program))
      let first = try await questions.ask(QuestionText("First?"), about: Self.subject, by: access)
      await site.takeUp()
      var page = LivePage(try await reader.text("\(Self.path)?order=newest", client))
      var screen = LivePage(try await reader.text("\(Self.path)/screen", client))
      let cursor = try page.cursor
      for number in 1...3 {
        _ = try await questions.ask(QuestionText("Next \(number)?"), about: Self.subject, by: access)
      }
      try await questions.vote(
        true, for: first, by: Access(reader.account, conduct: site.site.edition.conduct))
      try await questions.answer(first, "- one\n- two", by: host)
      try await questions.next(Self.subject, after: nil, by: host)
      await site.takeUp()
      let told = try await reader.text("/live?topics=\(Self.subject.topic)&after=\(cursor)", client)
      try page.apply(stream: told)
      try screen.apply(stream: told)
      let now = LivePage(try await reader.text("\(Self.path)?order=newest", client))
      for id in [first] + (try await questions.queue(Self.subject, for: nil).map(\.id)) {
        // One's own vote is marked by the script.
        let element = now.element(QuestionRow.id(id))?
          .replacing("name=\"unvote\"", with: "name=\"vote\"").replacing(
            "aria-pressed=\"true\"", with: "aria-pressed=\"false\"")
        #expect(page.element(QuestionRow.id(id)) == element)
      }
      let screenNow = LivePage(try await reader.text("\(Self.path)/screen", client))
      #expect(screen.element(ScreenPage.id) == screenNow.element(ScreenPage.id))
      #expect(screen.text.contains("Being answered now"))
      #expect(try await client.get("/live?topics=\(Self.subject.topic)&after=0").status == .unauthorized)
      #expect(try await reader.get("/live?topics=\(Self.subject.hostTopic)&after=0", client).status == .forbidden)
    }
  }

  @Test("everybody who may see questions may follow them, the queue only its hosts")
  func rights() async throws {
    try await StorySite.run(papers: 5) { client, site in
      let ada = try await site.insider("ada@example.org")
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let conduct = site.site.edition.conduct
      let mayFollow = { (feature: any LiveFeature.Type, account: Account?) in
        try await feature.mayFollow("keynotes/1", Access(account, conduct: conduct), site.site)
      }
      #expect(try await mayFollow(LiveQuestions.self, ada.account))
      #expect(try await !mayFollow(LiveQuestions.self, nil))
      #expect(try await mayFollow(LiveQuestionQueue.self, moderator.account))
      #expect(try await !mayFollow(LiveQuestionQueue.self, ada.account))
      #expect(try await !LiveQuestions.mayFollow("keynotes/none", Access(ada.account, conduct: conduct), site.site))
      #expect(try await !LiveQuestions.mayFollow("nothing", Access(ada.account, conduct: conduct), site.site))
    }
  }

  @Test("what everybody is told of a question that is not open holds nothing of its text or its asker")
  func secrecy() async throws {
    try await StorySite.run(papers: 5) { client, site in
      try await QuestionRules(isReviewed: true, allowsAnonymous: true).choose(
        by: nil, site.site.database, at: site.site.clock.now())
      let ada = try await site.insider("ada@example.org", name: "Ada Nwosu")
      _ = try await ada.send(Self.path, ["text": "A secret?", "anonymous": "1"], client)
      let moderator = try await site.insider("mod@example.org", role: .moderator)
      let host = QuestionHost(
        Access(moderator.account, conduct: site.site.edition.conduct), site.site.edition.program)
      func told() async throws -> String {
        let events = try await site.site.database.events(after: 0, limit: 1_000, topics: [Self.subject.topic])
        var text = ""
        for event in events { text += "\(try await LiveQuestions.updates(for: event, site.site))" }
        return text
      }
      #expect(try await !told().contains("secret"))
      _ = try await site.site.questions.next(Self.subject, after: nil, by: host)
      let id = try #require(try await site.site.questions.queue(Self.subject, for: nil).first).id
      try await site.site.questions.move(id, .open, by: host)
      #expect(try await told().isEmpty == false)
      #expect(try await !told().contains("Nwosu"))
    }
  }
}

extension String {
  fileprivate var withoutNumber: String { replacing(/data-number="\d+"/, with: "") }
}

/// Numbers that are the same for the same seed.
private struct SystemDice {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
