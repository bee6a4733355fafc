import Conference
import Markup

/// One keynote, workshop, social, tutorial, plenary session or expo with all that belongs to it.
enum EventPage {
  static func page(_ kind: Event.Kind, _ visit: Visit) throws -> Page {
    let reference = EventReference(kind: kind, name: try visit.parameter("id"))
    guard let event = visit.program.event(reference) else {
      throw ConferenceError.notFound(KindTag.name(kind).lowercased())
    }
    return Page(
      title: event.title, section: kind.section, description: EventCard.gistText(event),
      styles: ["paper", "event", "questions", "question-row", "tabs"], scripts: ["part"] + Tabs.scripts,
      head: visit.program.sessions(of: event).prefix(20).map { EventMetadata.html($0, visit) }.joined()
        + Tabs.head(visit),
      graph: OpenGraph(isArticle: true, image: event.image, section: event.kind.plural), canonical: Address.of(event),
      body: body(event, visit))
  }

  private static func body(_ event: Event, _ visit: Visit) -> HTML {
    let questions = QuestionsBeside.html(QuestionSubject(.event(event.kind), event.name), visit)
    let chat = ChatBeside.html(ChannelKey(event), visit)
    return """
      <p class="crumb"><a href="/\(event.kind.fileName)">\(event.kind.plural)</a></p>
      <article>
      \(header(event, visit))
      \(Tabs.html(KindTag.name(event.kind), questions: questions, chat: chat))
      <div class="split is-event is-tabbed" id="page">
      <div class="aside-part">\(EventTimes.html(event, visit))</div>
      <div class="main-part">\(main(event, visit))\(questions)</div>
      <div class="aside-part">\(resources(event))\(chat)</div>
      </div>
      </article>
      """
  }

  private static func header(_ event: Event, _ visit: Visit) -> HTML {
    """
    <header class="title-page">
    <span class="kind kind-\(event.kind.rawValue)">\(KindTag.name(event.kind))</span>
    <h1 dir="auto"\(HTML.when(event.title.count > 90, " class=\"is-long\"")) data-maths>\(event.title)</h1>
    \(EventPeople.names(event))
    \(EventTimes.next(event, visit))
    \(actions(event, visit))
    </header>
    """
  }

  private static func actions(_ event: Event, _ visit: Visit) -> HTML {
    let sessions = visit.program.sessions(of: event)
    let open = sessions.first { Phase($0, now: visit.now).isOpen && $0.join != nil }
    let join =
      open.map { JoinLink.html($0.join, start: $0.start, end: $0.end, visit) }
      ?? EventRoom(event, visit)?.button(visit) ?? .empty
    let save = sessions.count == 1 ? SaveButton.large(session: sessions[0].id) : .empty
    let calendar: HTML = """
      <a class="button" href="\(url: Address.of(event)).ics">\(Icon.calendar)\(sessions.count > 1 ? "All times to calendar" : "Add to calendar")</a>
      """
    let website = event.website.map { address in
      "<a class=\"button\" href=\"\(url: Address.link(address))\" rel=\"noopener\">\(Icon.link)Website</a>" as HTML
    }
    return "<div class=\"actions\">\(join)\(save)\(HTML.when(!sessions.isEmpty, calendar))\(website)</div>"
  }

  private static func main(_ event: Event, _ visit: Visit) -> HTML {
    [
      notice(event), TalkRelease.html(event, visit), talk(event), about(event), EventAgenda.html(event, visit),
      EventTalks.html(event),
      recording(event, visit), EventPeople.biographies(event),
    ].joined()
  }

  private static func notice(_ event: Event) -> HTML {
    event.notice.map { text in
      """
      <section class="card notice" aria-labelledby="notice"><h2 id="notice">Good to know</h2>
      \(Prose.html(text))</section>
      """
    } ?? .empty
  }

  private static func talk(_ event: Event) -> HTML {
    event.video.map { TalkPlayer.html($0, title: event.title, action: "Play the talk") } ?? .empty
  }

  private static func about(_ event: Event) -> HTML {
    guard let text = event.description ?? event.summary else { return .empty }
    let isTalk = event.kind == .keynote || event.kind == .expo
    return """
      <section aria-labelledby="about"><h2 id="about">\(isTalk ? "Abstract" : "About")</h2>
      \(Prose.html(text))</section>
      """
  }

  private static func recording(_ event: Event, _ visit: Visit) -> HTML {
    guard let recording = event.recording, hasHappened(event, visit) else { return .empty }
    return """
      <section aria-labelledby="recording"><h2 id="recording">Recording of the Q&amp;A</h2>
      \(TalkPlayer.html(recording, title: "Q&A: \(event.title)", action: "Play the Q&A"))</section>
      """
  }

  /// Whether questions could have been recorded: the first Q&A, or the first session where none is one, is over.
  private static func hasHappened(_ event: Event, _ visit: Visit) -> Bool {
    let sessions = visit.program.sessions(of: event).filter { !$0.isCancelled }
    let questions = sessions.filter { $0.kind == .qa }
    let recorded = questions.isEmpty ? sessions : questions
    return recorded.isEmpty || recorded.contains { $0.end <= visit.now }
  }

  private static func resources(_ event: Event) -> HTML {
    let links = (event.slides.map { [Link(label: "Slides", url: $0)] } ?? []) + event.links
    guard !links.isEmpty else { return .empty }
    return """
      <section aria-labelledby="links"><h2 id="links">Material</h2><ul class="link-list">\(links.map { link in
        "<li><a href=\"\(url: Address.link(link.url))\" rel=\"noopener\" dir=\"auto\">\(link.label)</a></li>" as HTML
      })</ul></section>
      """
  }
}
