import Conference
import Markup

/// What is presented in an event without being a paper of the conference.
enum EventTalks {
  static func html(_ event: Event) -> HTML {
    guard !event.talks.isEmpty else { return .empty }
    return """
      <section aria-labelledby="talks"><h2 id="talks">Talks <span class="count">\(event.talks.count)</span></h2>
      <ul class="talks" role="list">\(event.talks.map(row))</ul></section>
      """
  }

  private static func row(_ talk: Talk) -> HTML {
    let people = talk.people.map { "<p class=\"muted\" dir=\"auto\">\($0)</p>" as HTML }
    let video = talk.video.map { "<p>\(TalkPlayer.link($0, title: talk.title))</p>" as HTML }
    return "<li><h3 dir=\"auto\" data-maths>\(talk.title)</h3>\(people)\(video)</li>"
  }
}
