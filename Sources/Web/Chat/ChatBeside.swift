import Conference
import Markup

/// The place on a thing's page that is filled with its chat; without scripts, the way to it.
enum ChatBeside {
  static func html(_ key: ChannelKey?, _ visit: Visit) -> HTML {
    guard visit.hasDoors, let key else { return .empty }
    let path = "/chat/\(key)"
    let isIn = visit.audience != .visitor
    return """
      <section class="talk-beside" id="chat" aria-labelledby="chat-name"\(HTML.when(isIn, " data-part=\"\(path)\""))>
      <h2 id="chat-name"><a href="\(url: isIn ? path : "/sign-in?back=\(Query.encoded(path))")">Chat</a> <span class="count" data-part-count></span></h2>
      <p class="muted" data-part-body>\(isIn ? "<a href=\"\(url: path)\">Read and write here</a>" : "Participants talk about it here. <a href=\"\(url: "/sign-in?back=\(Query.encoded(path))")\">Sign in</a>" as HTML)</p></section>
      """
  }
}
