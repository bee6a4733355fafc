import Conference
import Markup

/// What somebody may do with a message.
struct MessageActions {
  let message: Message
  let reacted: [String]
  let personal: Personal
  /// Whether its reader may show it again, where it is hidden.
  let mayRestore: Bool
  /// What it was to be changed to, and was not.
  var refused: RefusedForm?
  private var path: String { "/messages/\(message.id)" }

  var html: HTML {
    guard message.isShown else {
      return "<p class=\"muted\">It is not shown any more.</p>" + kept + moderation
    }
    let isMine = personal.access.mayEdit(message)
    return """
      <div class="actions" id="react">\(zip(Reaction.all, Reaction.names).map { react($0, $1) })</div>
      <p class="actions"><span class="sr" id="message-address" aria-hidden="true">\(personal.visit.absolute(path))</span><button class="button is-quiet" type="button" data-copy="#message-address" hidden>Copy link</button><noscript><a class="button is-quiet" href="\(url: path)">Link to it</a></noscript>\(
        HTML.when(!isMine, "<a class=\"button is-quiet\" href=\"\(url: "/report/messages/\(message.id)")\">Report</a>"))</p>
      \(HTML.when(isMine, own))\(moderation)
      """
  }

  private var moderation: HTML { MessageModeration.html(message, mayRestore: mayRestore, personal) }

  private func react(_ sign: String, _ name: String) -> HTML {
    let isOn = reacted.contains(sign)
    return """
      <form action="\(url: path)/reactions" method="post">\(personal.tokenField)<input type="hidden" name="sign" value="\(sign)">\(HTML.when(isOn, "<input type=\"hidden\" name=\"off\" value=\"1\">"))\
      <button class="button is-quiet" type="submit" aria-pressed="\(isOn ? "true" : "false")">\(sign)<span class="sr"> \(name)</span></button></form>
      """
  }

  /// What was typed meanwhile, where there is no box any more for it.
  private var kept: HTML {
    guard let refused else { return .empty }
    return "<p class=\"problem\" role=\"alert\">\(refused.why)</p><pre dir=\"auto\">\(refused.form["text"])</pre>"
  }

  private var own: HTML {
    """
    <details\(HTML.when(refused != nil, " open"))><summary>Change it</summary><form class="stack" action="\(url: path)" method="post">\(personal.tokenField)
    <label for="edit-text">The message</label><textarea class="field" id="edit-text" name="text" rows="4" maxlength="\(MessageText.longest)"\(HTML.when(message.picture == nil, " required")) dir="auto" data-names>\(refused.map { $0.form["text"] ?? "" } ?? message.body)</textarea>
    \(refused.map { "<p class=\"problem\" role=\"alert\">\($0.why)</p>" as HTML })
    <button class="button is-main" type="submit">Save</button></form></details>
    <form action="\(url: path)/removal" method="post">\(personal.tokenField)<button class="button" type="submit">Take it back</button>
    <p class="muted">Its text goes; that something stood here remains.</p></form>
    """
  }
}
