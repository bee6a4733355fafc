import Conference
import Markup

/// The code of conduct in the conference's own words.
enum ConductPage {
  static func page(_ visit: Visit) async throws -> Page {
    guard let text = visit.conference.codeOfConduct else { throw ConferenceError.notFound("code of conduct") }
    return Page(
      title: "Code of conduct", section: .other, description: "How we treat each other at \(visit.conference.name).",
      styles: ["help"], canonical: "/code-of-conduct",
      body: """
        <article><div class="page-head"><h1>Code of conduct</h1></div>
        \(Prose.html(text, headingLevel: 2))\(try await ReportInvitation.html(visit))</article>
        """)
  }
}
