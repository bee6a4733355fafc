import Conference
import Markup

extension Routes {
  /// Whom somebody does not want to read.
  func addBlocks() {
    ownFile("account/blocks.json") { personal in
      try OwnFile.json(try await personal.visit.site.blocks.ids(blockedBy: try personal.account.id).sorted())
    }
    form("people/:id/block", .participant) { act in
      try await act.site.blocks.block(try act.visit.parameter("id"), by: try act.personal.account.id)
      return .seeOther(act.form["back"] == nil ? "/account/reports?done=blocked" : act.back)
    }
    form("people/:id/block/removal", .participant) { act in
      try await act.site.blocks.unblock(try act.visit.parameter("id"), by: try act.personal.account.id)
      return .seeOther(act.form["back"] == nil ? "/account/reports?done=unblocked" : act.back)
    }
  }
}

/// Tells open pages that their reader has blocked somebody, or does so no more; their script asks whom.
enum BlocksMark {
  /// Has a place on no page.
  static let update = LiveUpdate.put("<span id=\"blocks\" hidden></span>", id: "blocks", in: "")
}

/// What one can do about somebody, on their page.
enum PersonRespect {
  static func html(_ account: Account, _ personal: Personal) async throws -> HTML {
    guard let me = personal.access.account?.id else { return .empty }
    let isBlocked = try await personal.visit.site.blocks.ids(blockedBy: me).contains(account.id)
    let path = "/people/\(account.id)/block\(isBlocked ? "/removal" : "")"
    let report = PersonInChannel.report(account.id, personal.visit.query["channel"].flatMap { ChannelKey($0) })
    return """
      <div class="actions person-respect"><a class="button is-quiet" href="\(url: report)">Report</a>
      <form action="\(url: path)" method="post">\(personal.tokenField)<input type="hidden" name="back" value="\(personal.visit.path)"><button class="button is-quiet" type="submit">\(isBlocked ? "Unblock" : "Block")</button></form>
      \(HTML.when(personal.access.mayModerate, "<a class=\"button is-quiet\" href=\"\(url: "/conduct/people/\(account.id)")\">Moderate</a>"))</div>
      \(try await muted(account, personal))\(moderation(account, personal))
      """
  }

  /// For moderators, where the person may not write now.
  private static func muted(_ account: Account, _ personal: Personal) async throws -> HTML {
    guard personal.access.mayModerate else { return .empty }
    let (site, me) = (personal.visit.site, try personal.account.id)
    let entries = try await site.moderation.record(ModerationChoice(person: account.id), for: me, limit: 100)
    return MuteNotice.html(entries, try await ChannelNames(personal.visit), personal.visit)
  }

  /// What moderators do most often, one click each; where that leads, it is undone.
  private static func moderation(_ account: Account, _ personal: Personal) -> HTML {
    guard personal.access.mayModerate(account) else { return .empty }
    let path = "/conduct/people/\(account.id)"
    let mute = ConsoleButton(
      action: path + "/mutes", label: "Mute everywhere for an hour", fields: [("minutes", "60")])
    let ban = ConsoleButton(
      action: path + "/ban", label: "Ban and hide what they wrote", fields: [("hide", "1")],
      questions: ModerationWhy.field("ban-why"),
      consequence: "Signs them out everywhere, shuts them out, and hides every message and question of theirs from "
        + "everybody but moderators, until it is undone on the page that follows.")
    return "<div class=\"actions person-moderation\">\(mute.html(personal))\(ban.html(personal))</div>"
  }
}
