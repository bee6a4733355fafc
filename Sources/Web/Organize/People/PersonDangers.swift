import Conference
import Markup

/// What cannot be taken back, or shuts somebody out: at the end of their page, with their name on it.
enum PersonDangers {
  static func html(_ account: Account, _ personal: Personal) -> HTML {
    let isMe = account.id == personal.access.account?.id
    let title: HTML = isMe ? "Leave for good" : "Shut out or erase <bdi>\(account.name)</bdi>"
    return """
      <section class="section danger" aria-labelledby="danger-head"><div class="section-head"><h2 id="danger-head">\(title)</h2></div>
      \(isMe ? own : shutting(account).map { $0.html(personal) }.joined() + erasure(account, personal))</section>
      """
  }

  private static let own: HTML = """
    <p>Nobody shuts out themselves here. Under <a href="/account/data">My data</a> you can erase yourself.</p>
    """

  private static func shutting(_ account: Account) -> [ConsoleButton] {
    let path = "/organize/people/\(account.id)/standing"
    let ban = ConsoleButton(
      action: path, label: "Ban \(account.name)", fields: [("standing", "banned")],
      questions: ModerationWhy.field("ban-why"),
      consequence: "They are signed out at once, and can neither sign in nor register again; no import lets them in.")
    let remove = ConsoleButton(
      action: path, label: "Remove \(account.name)", fields: [("standing", "removed")],
      consequence:
        "They are signed out at once and cannot sign in, until you or an import that names them lets them in again.")
    return switch account.standing {
    case .waiting, .active: [remove, ban]
    case .removed: [ban]
    case .banned, .erased: []
    }
  }

  /// For who asks for it and cannot come in to do it.
  private static func erasure(_ account: Account, _ personal: Personal) -> HTML {
    """
    <form class="stack" action="\(url: "/organize/people/\(account.id)/erasure")" method="post">\(personal.tokenField)
    <h3>Erase</h3>
    <p class="muted">For somebody who asks for it and cannot come in to do it under “My data”. Name, address, profile, plan and notes go at once and for good; what they wrote to others stays, by a former participant. With the address a ban is forgotten, too.</p>
    <label for="confirmation">Type “\(PersonActions.erasure)”</label>
    <input class="field" id="confirmation" name="confirmation" required autocomplete="off" autocapitalize="none" maxlength="40">
    <button class="button" type="submit">Erase <bdi>\(account.name)</bdi> for good</button></form>
    """
  }
}
