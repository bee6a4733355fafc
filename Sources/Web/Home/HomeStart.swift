import Conference
import Markup

/// The first three things to do here; a script puts what one saved in their place.
enum HomeStart {
  static func html(_ visit: Visit) -> HTML {
    let hasPapers = !visit.program.papers.isEmpty
    return """
      <section class="hero-start" aria-labelledby="start" data-yours><h2 id="start">How to start</h2><ol class="steps">
      <li><span><a href="/zones">Check your time zone.</a> Every time on every page follows it.</span></li>
      \(HTML.when(hasPapers, "<li><span><a href=\"/papers\">Find papers</a> by title, author or keyword, and save them with the star.</span></li>"))
      <li><span><a href="/plan">Open your plan</a> to see \(
        hasPapers ? "when you can meet their authors" : "what you saved by time"), and take it into your calendar.</span></li>
      </ol></section>
      """
  }
}
