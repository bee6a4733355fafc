import Conference
import Markup

/// The question that is being answered, for a big screen.
enum ScreenPage {
  /// The element that live updates put another in place of.
  static let id = "pinned"

  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let thing = try visit.questionedThing()
    let pinned = try await visit.site.questions.pinned(thing.subject)
    return Page(
      title: "On screen: \(thing.title)", section: .other, styles: ["question-screen"], scripts: ["maths"],
      isUnlisted: true,
      body: """
        <div class="screen" data-topics="\(thing.subject.topic)"><h1 dir="auto">\(thing.title)</h1>
        \(self.pinned(pinned, thing.subject, address: visit.site.settings.address))
        <p><a href="\(url: Address.questions(thing.subject))">All questions</a></p></div>
        """)
  }

  static func pinned(_ question: Question?, _ subject: QuestionSubject, address: String) -> HTML {
    let place: HTML =
      "<p>Ask at <span class=\"screen-address\" dir=\"ltr\">\(TalkPlayer.host(address))\(Address.questions(subject))</span></p>"
    guard let question else {
      return """
        <section class="screen-question is-none" id="\(id)" aria-live="polite"><p>The next question comes here.</p>
        \(place)</section>
        """
    }
    return """
      <section class="screen-question" id="\(id)" aria-live="polite"><p class="live">Being answered now</p>
      <p class="screen-text\(HTML.when(question.text.count > 280, " is-long"))" dir="auto"\(Maths.mark)>\(question.text)</p>
      <p class="screen-meta"><span dir="auto">\(question.publicName)</span> <span aria-hidden="true">·</span> votes: <span id="\(QuestionRow.votesId(question.id))">\(question.votes)</span></p>
      <div class="screen-ask" aria-live="off">\(place)</div></section>
      """
  }
}
