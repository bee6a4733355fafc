import Conference
import Markup

/// One paper with everything that there is to read of it, and when to meet its authors.
enum PaperPage {
  static func page(_ paper: Paper, _ visit: Visit) -> Page {
    let similar = paper.similar.compactMap { visit.program.paper($0) }
    let questions = QuestionsBeside.html(QuestionSubject(.paper, paper.id), visit)
    let chat = ChatBeside.html(ChannelKey(paper), visit)
    return Page(
      title: paper.title, section: .papers,
      description: Excerpt.beginning(of: paper.tldr ?? paper.abstract, length: 200).nonEmpty,
      styles: ["paper", "event", "questions", "question-row", "tabs"],
      scripts: ["part"] + Tabs.scripts + (visit.audience == .visitor ? [] : ["own"]),
      head: PaperMetadata.html(paper, visit) + Tabs.head(visit), graph: PaperMetadata.graph(paper, visit),
      canonical: Address.of(paper),
      body: """
        <article class="paper-page" data-paper-visited="\(paper.id)">
        \(header(paper, visit))
        \(Tabs.html("Paper", questions: questions, chat: chat))
        <div class="split is-paper is-tabbed" id="page"><div class="main-part">
        \(TalkRelease.html(paper, visit))\(talk(paper))
        \(abstract(paper))
        </div><div class="aside-part">
        \(PaperMeeting.html(paper, visit))
        \(chat)
        \(self.similar(similar, to: paper))
        </div><div class="main-part">
        \(figure(paper))
        \(keywords(paper))
        \(links(paper))
        \(citation(paper, visit))
        \(questions)
        </div></div></article>
        """)
  }

  private static func header(_ paper: Paper, _ visit: Visit) -> HTML {
    """
    <header class="title-page"><p class="event-meta">\(paper.kind.map { PaperKind.html($0) })\(paper.track.map {
      " <a class=\"tag\" href=\"\(url: "/papers?track=" + Query.encoded($0))\">\($0)</a>" as HTML
    })</p>
    <h1 dir="auto" data-maths>\(paper.title)</h1>
    \(PaperMeeting.now(paper, visit))
    \(PeopleLine.full(paper.authors, linked: true))
    \(affiliations(paper))
    \(paper.tldr.map { "<p class=\"lede\" dir=\"auto\" data-maths>\($0)</p>" as HTML })
    <div class="actions">\(actions(paper))\(note(paper, visit))\(edit(paper, visit))</div></header>
    """
  }

  /// Where who is signed in keeps the paper and a note on it, also without scripts.
  private static func note(_ paper: Paper, _ visit: Visit) -> HTML {
    guard visit.audience != .visitor else { return .empty }
    return "<a class=\"button is-quiet\" href=\"\(url: "/account/saved/papers:\(paper.id)")\">My note</a>"
  }

  /// The way to edit it, which a script shows to its authors, and the way to say that one is, which it shows to who is called like one: the
  /// page is the same for all participants.
  private static func edit(_ paper: Paper, _ visit: Visit) -> HTML {
    guard visit.audience != .visitor else { return .empty }
    return """
      <a class="button" href="\(url: Address.of(paper) + "/mine")" data-own-paper="\(paper.id)" hidden>Edit my paper</a><a class="button" href="/account#papers" data-own-paper="\(paper.id)" data-if="claimable" hidden>Is this your paper?</a>
      """
  }

  /// Where the authors are from, each place once.
  private static func affiliations(_ paper: Paper) -> HTML {
    var seen: [String] = []
    for author in paper.authors { if let place = author.affiliation, !seen.contains(place) { seen.append(place) } }
    guard !seen.isEmpty else { return .empty }
    let shown = seen.prefix(8).joined(separator: " · ") + (seen.count > 8 ? " and \(seen.count - 8) more" : "")
    return "<p class=\"muted\" dir=\"auto\">\(shown)</p>"
  }

  private static func actions(_ paper: Paper) -> HTML {
    var actions: [HTML] = []
    func add(_ address: String?, _ icon: HTML, _ label: HTML) {
      if let address {
        actions.append(
          "<a class=\"button\" href=\"\(url: Address.link(address))\" rel=\"noopener\">\(icon)\(label)</a>")
      }
    }
    if paper.video != nil { actions.append("<a class=\"button is-main\" href=\"#talk\">\(Icon.play)Watch</a>") }
    add(paper.pdf, Icon.document, "PDF")
    for (number, code) in paper.code.enumerated() { add(code, Icon.code, number == 0 ? "Code" : "Code \(number + 1)") }
    add(paper.forum, Icon.link, "Forum")
    add(paper.slides, Icon.document, "Slides")
    add(paper.poster, Icon.document, "Poster")
    return actions.joined() + SaveButton.large(paper: paper.id)
      + "<a class=\"button\" href=\"#cite\">\(Icon.quote)Cite</a>"
  }

  private static func talk(_ paper: Paper) -> HTML {
    guard let video = paper.video else { return .empty }
    return
      "<section id=\"talk\" aria-labelledby=\"talk-name\"><h2 class=\"sr\" id=\"talk-name\">Talk</h2>\(TalkPlayer.html(video, title: "Talk: \(paper.title)", action: "Play the talk"))</section>"
  }

  private static func abstract(_ paper: Paper) -> HTML {
    guard !paper.abstract.isEmpty else { return .empty }
    let paragraphs = paper.abstract.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }.map {
      "<p>\($0)</p>" as HTML
    }
    return
      "<section aria-labelledby=\"abstract\"><h2 id=\"abstract\">Abstract</h2><div class=\"prose\" dir=\"auto\" data-maths>\(paragraphs)</div></section>"
  }

  private static func figure(_ paper: Paper) -> HTML {
    guard let figure = paper.thumbnail else { return .empty }
    return """
      <section aria-labelledby="figure"><h2 id="figure">First figure</h2><p class="paper-figure"><a href="\(url: Address.link(figure))"><img src="\(
        url: Address.link(figure))" alt="The first figure of the paper" width="640" height="320" loading="lazy"></a></p></section>
      """
  }

  private static func keywords(_ paper: Paper) -> HTML {
    guard !paper.keywords.isEmpty else { return .empty }
    let items = paper.keywords.map { keyword in
      "<li><a class=\"chip\" href=\"\(url: "/papers?keyword=" + Query.encoded(keyword))\"><span class=\"chip-body\" dir=\"auto\">\(keyword)</span></a></li>"
        as HTML
    }
    return
      "<section aria-labelledby=\"keywords\"><h2 id=\"keywords\">Keywords</h2><ul class=\"chips\">\(items)</ul></section>"
  }

  private static func links(_ paper: Paper) -> HTML {
    guard !paper.links.isEmpty else { return .empty }
    let items = paper.links.map {
      "<li><a href=\"\(url: Address.link($0.url))\" dir=\"auto\" rel=\"noopener\">\($0.label)</a></li>" as HTML
    }
    return "<section aria-labelledby=\"links\"><h2 id=\"links\">Links</h2><ul>\(items)</ul></section>"
  }

  private static func citation(_ paper: Paper, _ visit: Visit) -> HTML {
    """
    <section class="bibtex" id="cite" aria-labelledby="cite-name"><h2 id="cite-name">Cite</h2>
    <p class="actions"><button class="button" type="button" data-copy="#bibtex" hidden>Copy BibTeX</button><a class="button is-quiet" href="\(
      url: Address.of(paper) + ".bib")">Download</a></p>
    <pre id="bibtex" tabindex="0">\(BibTeX.entry(for: paper, conference: visit.conference))</pre></section>
    """
  }

  private static func similar(_ papers: [Paper], to paper: Paper) -> HTML {
    guard !papers.isEmpty else { return .empty }
    let own = Set(paper.keywords)
    let items = papers.map { other in
      let shared = other.keywords.filter { own.contains($0) }.prefix(3).joined(separator: ", ")
      return """
        <li data-card><h3><a href="\(url: Address.of(other))" dir="auto" data-maths>\(other.title)</a></h3><small dir="auto">\(
          shared.isEmpty ? PeopleLine.short(other.authors) : shared)</small></li>
        """ as HTML
    }
    return
      "<section class=\"similar-part\" aria-labelledby=\"similar\"><h2 id=\"similar\">Similar papers</h2><ul class=\"similar\">\(items)</ul></section>"
  }
}
