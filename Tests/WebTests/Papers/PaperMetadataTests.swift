import Conference
import Foundation
import Testing

@testable import Web

@Suite struct PaperMetadataTests {
  private struct Article: Decodable, Equatable {
    struct Author: Decodable, Equatable {
      var name: String
      var affiliation: String?
    }

    var context = "https://schema.org"
    var type = "ScholarlyArticle"
    var headline: String
    var abstract: String?
    var author: [Author]
    var keywords: [String]
    var datePublished: String?
    var url: String
    enum CodingKeys: String, CodingKey {
      case context = "@context", type = "@type", headline, abstract, author, keywords, datePublished, url
    }
  }

  private struct Meeting: Decodable, Equatable {
    struct Place: Decodable, Equatable { var url: String }
    struct Organizer: Decodable, Equatable { var name: String }
    var type = "Event"
    var name: String
    var startDate: String
    var endDate: String
    var eventStatus: String
    var location: Place
    var organizer: Organizer
    enum CodingKeys: String, CodingKey {
      case type = "@type", name, startDate, endDate, eventStatus, location, organizer
    }
  }

  private func data(_ page: String) -> [Data] {
    page.matches(of: /<script type="application\/ld\+json">([^<]*)<\/script>/).map { Data($0.output.1.utf8) }
  }

  @Test("a paper tells scholars' search engines what it is, each author and keyword by itself")
  func scholar() async throws {
    let change: @Sendable (inout Draft) -> Void = { draft in
      (draft.conference.citationDate, draft.conference.start) = ("April 2026", Day(iso: "2026-04-26"))
      draft.conference.proceedings = "Proceedings of <Looms>"
      var paper = Paper(
        id: "loom", title: "Looms & \"yarn\" </script>",
        authors: [Person(name: "Ada Nwosu*", affiliation: "Loom Lab"), Person(name: "Bea Lund †")],
        abstract: "On <b>looms</b>.", keywords: ["looms", "yarn"])
      paper.pdf = "media/looms.pdf"
      draft.papers.append(paper)
    }
    try await StorySite.run(papers: 5, change: change) { client, _ in
      let page = try await client.text("/papers/loom")
      let tags = page.matches(of: /<meta name="(citation_[a-z_]+)" content="([^"]*)">/).map {
        "\($0.output.1): \($0.output.2)"
      }
      #expect(
        tags == [
          "citation_title: Looms &amp; &quot;yarn&quot; &lt;/script&gt;", "citation_author: Ada Nwosu",
          "citation_author: Bea Lund", "citation_publication_date: 2026/4/26",
          "citation_conference_title: Proceedings of &lt;Looms&gt;",
          "citation_abstract_html_url: https://conference.example/papers/loom",
          "citation_pdf_url: https://conference.example/media/looms.pdf", "citation_keywords: looms",
          "citation_keywords: yarn",
        ])
      let articles = try data(page).map { try JSONDecoder().decode(Article.self, from: $0) }
      #expect(
        articles == [
          Article(
            headline: "Looms & \"yarn\" </script>", abstract: "On <b>looms</b>.",
            author: [.init(name: "Ada Nwosu", affiliation: "Loom Lab"), .init(name: "Bea Lund")],
            keywords: ["looms", "yarn"], datePublished: "2026-04-26", url: "https://conference.example/papers/loom")
        ])
    }
  }

  @Test("a session, an event with each of its times, and the conference are told as events, cancelled ones as such")
  func events() async throws {
    let start = try #require(Instant(iso8601: "2026-04-29T10:00:00Z"))
    let change: @Sendable (inout Draft) -> Void = { draft in
      draft.conference.organization = "Society for Looms"
      draft.events.append(Event(kind: .social, name: "tea", title: "Tea"))
      for (index, id) in ["tea-1", "tea-2"].enumerated() {
        let begin = start.adding(minutes: index * 600)
        var session = Session(
          id: id, kind: .social, title: "Tea \(index + 1)", start: begin, end: begin.adding(minutes: 60))
        session.event = EventReference(kind: .social, name: "tea")
        session.isCancelled = index == 1
        draft.sessions.append(session)
      }
      draft.sessions.append(
        Session(id: "hall", kind: .other, title: "The hall", start: start, end: start.adding(minutes: 30)))
    }
    try await StorySite.run(papers: 5, change: change) { client, _ in
      func meetings(_ path: String) async throws -> [Meeting] {
        try data(try await client.text(path)).map { try JSONDecoder().decode(Meeting.self, from: $0) }
      }
      func meeting(_ name: String, _ from: String, _ to: String, _ path: String, status: String = "Scheduled")
        -> Meeting
      {
        Meeting(
          name: name, startDate: "2026-04-29T\(from):00Z", endDate: "2026-04-29T\(to):00Z",
          eventStatus: "https://schema.org/Event\(status)", location: .init(url: "https://conference.example" + path),
          organizer: .init(name: "Society for Looms"))
      }
      let hall = try await meetings("/sessions/hall")
      #expect(hall == [meeting("The hall", "10:00", "10:30", "/sessions/hall")])
      let tea = try await meetings("/socials/tea")
      #expect(
        tea == [
          meeting("Tea 1", "10:00", "11:00", "/socials/tea"),
          meeting("Tea 2", "20:00", "21:00", "/socials/tea", status: "Cancelled"),
        ])
      let home = try await meetings("/")
      #expect(home.map(\.location.url) == ["https://conference.example/"])
    }
  }
}
