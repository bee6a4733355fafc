import Conference
import Markup

/// A message as it stands in a list: the same for everybody, on pages and in what open pages are told.
enum MessageRow {
  static func id(_ message: Message) -> String { "m-\(message.id)" }

  /// Where it stands among the others: in its channel, or among the replies to what it replies to.
  static func address(_ message: Message) -> String {
    guard message.thread == nil else { return "/messages/\(message.id)#\(id(message))" }
    return "/chat/\(message.channel)?around=\(message.number)#\(id(message))"
  }

  static func html(_ message: Message, _ site: Site) -> HTML {
    """
    <li class="message\(HTML.when(!message.isShown, " is-gone"))\(HTML.when(message.isHidden && !message.isRemoved, " is-hidden"))" id="\(id(message))" \
    data-number="\(message.number)" data-author="\(message.author)"\(MentionMarks.attribute(message))>
    \(face(message))<div class="message-main"><p class="message-head"><a class="message-author" href="\(url: PersonInChannel.page(message.author, message.channel))" dir="auto">\(message.name)</a> \
    <a class="message-when" href="\(url: "/messages/\(message.id)")">\(LiveTime.html(message.sent))</a>\(HTML.when(message.edited != nil && message.isShown, " <span class=\"muted\">edited</span>"))</p>
    \(content(message, site))
    </div></li>
    """
  }

  private static func face(_ message: Message) -> HTML {
    guard message.portrait else { return Portrait.initials(message.name) }
    return
      "<img class=\"portrait\" src=\"\(url: "/people/\(message.author)/portrait.jpg")\" alt=\"\" width=\"40\" height=\"40\" loading=\"lazy\">"
  }

  private static func content(_ message: Message, _ site: Site) -> HTML {
    if message.isRemoved { return gone("Taken back by who wrote it.", message) }
    if message.isHidden { return gone("Hidden by a moderator.", message) }
    return """
      \(Prose.html(message.body, style: "prose message-body", headingLevel: 4, prose: MentionMarks.writer(message)))
      \(picture(message))\(PaperCards.html(in: message.body, site))
      <p class="message-foot">\(reactions(message))\(HTML.when(message.replies > 0, replies(message)))\(ways(message))</p>
      """
  }

  /// What one does with it: where one points at it, the style sheet shows it only then. Scripts put what moderators do beside it.
  private static func ways(_ message: Message) -> HTML {
    """
    <span class="message-ways"><a class="message-link" href="\(url: "/messages/\(message.id)")#react" data-focus="react" data-reacting>React<span class="sr"> to what \(message.name) wrote</span></a>
    \(HTML.when(message.replies == 0, replies(message)))
    <a class="message-link" href="\(url: "/messages/\(message.id)")" data-focus="more">More<span class="sr"> about what \(message.name) wrote</span></a>
    <a class="message-link is-report" href="\(url: "/report/messages/\(message.id)")" data-focus="report">Report<span class="sr"> what \(message.name) wrote</span></a></span>
    """
  }

  /// What stands in its place; what was replied to it is still to be read.
  private static func gone(_ why: HTML, _ message: Message) -> HTML {
    "<p class=\"muted\">\(why)</p>"
      + HTML.when(message.replies > 0, "<p class=\"message-foot\">\(replies(message))</p>")
  }

  private static func replies(_ message: Message) -> HTML {
    let words: HTML =
      message.replies == 0 ? "Reply" : message.replies == 1 ? "1 reply" : "\(message.replies) replies"
    return """
      <a class="message-link" href="\(url: "/messages/\(message.id)")#reply" data-focus="reply">\(words)<span class="sr"> to \(message.name)</span></a>
      """
  }

  private static func picture(_ message: Message) -> HTML {
    guard message.picture != nil else { return .empty }
    let address = "/messages/\(message.id)/picture.jpg"
    return """
      <p class="message-picture"><a href="\(url: address)"><img src="\(url: address)" alt="A picture by \(message.name)" loading="lazy"></a></p>
      """
  }

  /// What scripts offer to who reacts, on what rows stand in.
  static var signs: HTML {
    let named: [String] = zip(Reaction.all, Reaction.names).map { "\($0) \($1)" }
    return " data-signs=\"\(named.joined(separator: "|") as String)\""
  }

  private static func reactions(_ message: Message) -> HTML {
    message.reactions.map { sign, count in
      let name = Reaction.all.firstIndex(of: sign).map { Reaction.names[$0] } ?? ""
      return """
        <a class="reaction" href="\(url: "/messages/\(message.id)")#react" data-react="\(sign)" data-focus="\(name)">\(sign) \(count)<span class="sr"> \(name)</span></a>
        """
    }.joined()
  }
}

/// The papers that a text links to, as cards below it.
enum PaperCards {
  private static let most = 3

  static func html(in text: String, _ site: Site) -> HTML {
    let program = site.edition.program(for: .participant)
    let papers = ids(in: text, address: site.settings.address).compactMap { program.paper($0) }.prefix(most)
    guard !papers.isEmpty else { return .empty }
    return """
      <ul class="message-cards">\(papers.map { paper in
        "<li><a href=\"\(url: Address.of(paper))\" dir=\"auto\" data-maths>\(paper.title)</a><small dir=\"auto\">\(PeopleLine.short(paper.authors))</small></li>" as HTML
      })</ul>
      """
  }

  // Read once, as this takes longer than to use it; it is never changed.
  nonisolated(unsafe) private static let paperAddress = /(https?:\/\/[^\s\/()<>]+)?\/papers\/([A-Za-z0-9._~-]+)/

  /// The ids of papers whose addresses stand in a text, in their order and each once.
  static func ids(in text: String, address: String) -> [String] {
    var ids: [String] = []
    for match in text.matches(of: paperAddress) {
      let isHere = match.1.map { $0 == address[...] } ?? true
      let id = String(match.2).trimmingSuffix { ".~-".contains($0) }
      if isHere, !ids.contains(id) { ids.append(id) }
    }
    return ids
  }
}

extension String {
  fileprivate func trimmingSuffix(while isGone: (Character) -> Bool) -> String {
    String(reversed().drop(while: isGone).reversed())
  }
}
