import Foundation
import Testing

@testable import Conference

@Suite(.bothDatabases) struct AuthorTests {
  private struct Place {
    let scratch: ScratchPeople
    let data: DataFolder
    var authors: Authors { Authors(scratch.database, clock: scratch.clock, in: data) }
    var claims: PaperClaims { PaperClaims(scratch.database, clock: scratch.clock) }

    func paper(_ id: String) async throws -> Paper {
      let program = try await ProgramStore(scratch.database).load()
      return try #require(program.paper(id))
    }
  }

  /// Two papers, of which Ada's address stands in the first, and her name in both.
  private func run(_ body: (Place, Account) async throws -> Void) async throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("hatata-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let data = try ScratchData.folder(at: path)
    let database = try data.open()
    let scratch = ScratchPeople(database: database, time: ScratchPeople.Time())
    try await ProgramStore(database).apply(Self.draft, now: scratch.time.now)
    try await body(
      Place(scratch: scratch, data: data), try await scratch.add("ada@example.org", name: "Okonkwo Adaézè"))
    try database.close()
  }

  private static var draft: Draft {
    var draft = Draft(conference: ConferenceInfo(id: "c", name: "Conference"))
    draft.papers = [
      Paper(id: "p", title: "One", authors: [Person(name: "Adaeze Okonkwo", email: "Ada@Example.org")]),
      Paper(id: "q", title: "Two", authors: [Person(name: "Adaeze Okonkwo"), Person(name: "Ben")]),
    ]
    return draft
  }

  private func pdf(_ text: String = "") -> [UInt8] { PDFSamples.page(text) }

  @Test("an author writes the summary and the code of the own paper, and imports keep it")
  func write() async throws {
    try await run { place, ada in
      let part = AuthorPart(tldr: "In  short", code: "https://example.org/code\n", video: "https://youtu.be/abc")
      try await place.authors.write(part, of: place.paper("p"), by: Access(ada, conduct: nil))
      try await ProgramStore(place.scratch.database).apply(Self.draft, now: place.scratch.time.now)
      let paper = try await place.paper("p")
      #expect(paper.tldr == "In short")
      #expect(paper.code == ["https://example.org/code"])
      #expect(paper.video == "https://youtu.be/abc")
    }
  }

  @Test("nobody changes a paper of others: not by a name, nor by a claim that waits or was refused")
  func others() async throws {
    try await run { place, ada in
      let access = Access(ada, conduct: nil)
      let part = AuthorPart(tldr: "Mine now", code: nil, video: nil)
      let paper = try await place.paper("q")
      await #expect(throws: ConferenceError.self) { try await place.authors.write(part, of: paper, by: access) }
      try await place.claims.claim(paper, by: ada)
      await #expect(throws: ConferenceError.self) { try await place.authors.write(part, of: paper, by: access) }
      try await place.claims.decide("q", of: ada.id, isGranted: false, by: nil)
      try await place.claims.claim(paper, by: ada)
      await #expect(throws: ConferenceError.self) {
        try await place.authors.take(pdf(), as: .slides, of: paper, by: access)
      }
      let after = try await place.paper("q")
      #expect(after == paper)
    }
  }

  /// What is kept of what authors sent.
  private func kept(_ place: Place) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: place.data.mediaPath + "/uploads")) ?? []
  }

  @Test("who is banned while a file comes in publishes nothing, and the file goes")
  func bannedMeanwhile() async throws {
    try await run { place, ada in
      let (access, paper) = (Access(ada, conduct: nil), try await place.paper("p"))
      try await place.authors.check(access, paper)
      let reference = try await PaperFiles(place.data).keep(pdf(), as: .slides)
      #expect(kept(place).count == 1)
      try await place.scratch.people.setStanding(.banned, of: ada.id, by: nil)
      await #expect(throws: ConferenceError.self) {
        try await place.authors.refer(to: reference, in: "p", access) { $0.slides = reference }
      }
      await #expect(throws: ConferenceError.self) {
        try await place.authors.take(pdf(), as: .slides, of: paper, by: access)
      }
      await #expect(throws: ConferenceError.self) { try await place.authors.removeVideo(of: paper, by: access) }
      #expect(kept(place) == [])
      let after = try await place.paper("p")
      #expect(after == paper)
    }
  }

  @Test("whose address was taken off a paper while a file comes in does not change it any more, and the file goes")
  func takenOffMeanwhile() async throws {
    try await run { place, ada in
      let (access, paper) = (Access(ada, conduct: nil), try await place.paper("p"))
      try await place.authors.check(access, paper)
      var draft = Self.draft
      draft.papers[0].authors = [Person(name: "Ben", email: "ben@example.org")]
      try await ProgramStore(place.scratch.database).apply(draft, now: place.scratch.time.now)
      let reference = try await PaperFiles(place.data).keep(pdf(), as: .slides)
      await #expect(throws: ConferenceError.self) {
        try await place.authors.refer(to: reference, in: "p", access) { $0.slides = reference }
      }
      #expect(kept(place) == [])
      let slides = try await place.paper("p").slides
      #expect(slides == nil)
    }
  }

  @Test("a claim needs the author's name, waits for a word, and once granted lasts through imports")
  func claims() async throws {
    try await run { place, ada in
      let paper = try await place.paper("q")
      let stranger = try await place.scratch.add("eve@example.org", name: "Eve Okonkwo")
      await #expect(throws: ConferenceError.self) { try await place.claims.claim(paper, by: stranger) }
      try await place.claims.claim(paper, by: ada)
      try await place.claims.claim(paper, by: ada)
      let waiting = try await place.claims.waiting(for: nil)
      #expect(waiting.map(\.paper) == ["q"])
      #expect(waiting.map(\.account.id) == [ada.id])
      try await place.claims.decide("q", of: ada.id, isGranted: true, by: nil)
      await #expect(throws: ConferenceError.self) {
        try await place.claims.decide("q", of: ada.id, isGranted: true, by: nil)
      }
      try await ProgramStore(place.scratch.database).apply(Self.draft, now: place.scratch.time.now)
      try await place.authors.write(
        AuthorPart(tldr: "Ours", code: nil, video: nil), of: paper, by: Access(ada, conduct: nil))
      let tldr = try await place.paper("q").tldr
      #expect(tldr == "Ours")
      let deeds = try await place.scratch.people.deeds(about: ada.id, for: nil)
      #expect(deeds.map(\.deed.action) == ["claim of a paper granted"])
    }
  }

  @Test("what was said to a claim is said otherwise, each time with a mail, unless somebody else has meanwhile")
  func decidedAgain() async throws {
    try await run { place, ada in
      let paper = try await place.paper("q")
      let part = AuthorPart(tldr: "Ours", code: nil, video: nil)
      try await place.claims.claim(paper, by: ada)
      let words: [(Bool, PaperClaims.State?)] = [(true, .waiting), (false, .granted), (true, .refused), (false, nil)]
      for (isGranted, seen) in words {
        place.scratch.time.pass(seconds: 1)
        try await place.claims.decide("q", of: ada.id, isGranted: isGranted, seen: seen, by: nil) {
          Letter(purpose: .notice, subject: isGranted ? "Yes" : "No", text: $0.name)
        }
        let decided = try await place.claims.decided(for: nil)
        #expect(decided.map(\.state) == [isGranted ? .granted : .refused])
        #expect(decided.first?.decided == place.scratch.time.now)
        let data = try await place.scratch.people.data(of: ada.id)
        let tables = try JSONSerialization.jsonObject(with: Data(data)) as? [String: Any]
        #expect(tables?["papers"] as? [String] == (isGranted ? ["p", "q"] : ["p"]))
      }
      await #expect(throws: ConferenceError.self) {
        try await place.authors.write(part, of: paper, by: Access(ada, conduct: nil))
      }
      await #expect(throws: ConferenceError.self) {
        try await place.claims.decide("q", of: ada.id, isGranted: true, seen: .waiting, by: nil)
      }
      await #expect(throws: ConferenceError.notFound("claim")) {
        try await place.claims.decide("p", of: ada.id, isGranted: true, by: nil)
      }
      #expect(try await place.claims.waiting(for: nil).isEmpty)
      let mails = try await Outbox(place.scratch.database, clock: place.scratch.clock).page(
        to: "ada@example.org", for: nil)
      #expect(mails.map(\.subject).sorted() == ["No", "No", "Yes", "Yes"])
    }
  }

  @Test("slides and posters are kept as what they are, pictures without what else was in them")
  func files() async throws {
    try await run { place, ada in
      let access = Access(ada, conduct: nil)
      try await place.authors.take(pdf(), as: .slides, of: place.paper("p"), by: access)
      let picture = try PictureSamples.picture("png", metadata: "canary") + Array("<script>canary</script>".utf8)
      try await place.authors.take(picture, as: .poster, of: place.paper("p"), by: access)
      let paper = try await place.paper("p")
      #expect(paper.slides?.wholeMatch(of: /media\/uploads\/[A-Za-z0-9]+\.pdf/) != nil)
      let poster = try #require(paper.poster)
      #expect(poster.hasSuffix(".jpg"))
      let bytes = try #require(FileManager.default.contents(atPath: "\(place.data.path)/\(poster)"))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("canary"))
      try await place.authors.removeFile(.poster, of: paper, by: access)
      let removed = try await place.paper("p").poster
      #expect(removed == nil)
    }
  }

  @Test("of 34 files that lie about what they are, none is let in as slides or as a poster, and none stays")
  func liars() async throws {
    try await run { place, ada in
      let access = Access(ada, conduct: nil)
      let html = "<script>alert(1)</script>"
      let liars = try PictureSamples.liars() + [("pdf behind html", Array(html.utf8) + pdf())]
      var (tried, letIn): (Int, [String]) = (0, [])
      for liar in liars where liar.name != "too large" {
        for kind in PaperFiles.Kind.allCases {
          tried += 1
          let files = PaperFiles(place.data)
          if (try? await files.keep(liar.bytes, as: kind)) != nil { letIn.append("\(liar.name) as \(kind)") }
        }
      }
      let large = pdf(String(repeating: " ", count: PaperFiles.Kind.slides.limit))
      for kind in PaperFiles.Kind.allCases {
        tried += 1
        if (try? await PaperFiles(place.data).keep(large, as: kind)) != nil { letIn.append("large as \(kind)") }
      }
      print("tried \(tried), let in \(letIn.count)")
      #expect(tried == 34)
      #expect(letIn == [])
      let kept = (try? FileManager.default.contentsOfDirectory(atPath: place.data.mediaPath + "/uploads")) ?? []
      #expect(kept == [])
      await #expect(throws: ConferenceError.self) {
        try await place.authors.take([], as: .slides, of: place.paper("p"), by: access)
      }
    }
  }

  @Test(
    "only addresses of pages are taken as code and video",
    arguments: [
      "javascript:alert(1)", "http://example.org/x", "media/secret.mp4", "//evil.example/x", "https://localhost/x",
      "https://a@b.example",
    ])
  func addresses(text: String) {
    var paper = Paper(id: "p", title: "One")
    #expect(throws: ConferenceError.self) { try AuthorPart(tldr: nil, code: text, video: nil).write(to: &paper) }
    #expect(throws: ConferenceError.self) { try AuthorPart(tldr: nil, code: nil, video: text).write(to: &paper) }
  }

  @Test("what the conference gave as code and video stays when the form is sent as it was")
  func unchanged() throws {
    var paper = Paper(id: "p", title: "One")
    (paper.code, paper.video) = (["http://old.example/code"], "media/talks/p.mp4")
    let before = paper
    try AuthorPart(tldr: nil, code: "http://old.example/code", video: "media/talks/p.mp4").write(to: &paper)
    #expect(paper == before)
    try AuthorPart(tldr: nil, code: "http://old.example/code", video: nil).write(to: &paper)
    #expect(paper.video == "media/talks/p.mp4")
  }
}
