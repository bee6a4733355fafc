import Conference
import Markup

/// What moderators made hold for a channel, above its messages.
enum ChannelNotice {
  static let id = "channel-rules"

  static func html(_ rules: ChannelRules) -> HTML {
    guard let words = words(rules) else { return "<p id=\"\(id)\" hidden></p>" }
    return
      "<p class=\"channel-rules\" id=\"\(id)\" role=\"status\"\(HTML.when(rules.closed != nil, " data-closed"))>\(words)</p>"
  }

  /// What the style sheet shows in place of the box while the channel is closed to who reads it.
  static let inPlaceOfBox: HTML = """
    <p class="composer-none is-closed">While the channel is closed, only moderators write here.</p>
    """

  private static func words(_ rules: ChannelRules) -> String? {
    if rules.closed != nil { return "A moderator has closed this channel. It can be read; only moderators write." }
    guard rules.slowSeconds > 0 else { return nil }
    return
      "A moderator has slowed this channel down: one message of each person in \(ChannelRules.words(rules.slowSeconds))."
  }

  static func updates(_ channel: String, _ site: Site) async throws -> [LiveUpdate] {
    [.put(html(try await site.moderation.rules(of: channel)), id: id, in: "")]
  }

  /// What moderators do most often, one click each, and to where they do the rest and undo it.
  static func tools(_ channel: Channel, _ rules: ChannelRules, _ personal: Personal) -> HTML {
    guard personal.access.mayModerate, channel.key.kind != .direct, channel.key.kind != .help else { return .empty }
    let (key, isSlow) = (channel.key, rules.slowSeconds > 0)
    let pace = tool(
      key, "pace", isSlow ? "End slow mode" : "Slow down", [("seconds", isSlow ? "0" : "\(slowSeconds)")], personal)
    let closing =
      rules.closed == nil
      ? tool(key, "closing", "Close the channel", [], personal, title: "Then only moderators write here")
      : tool(key, "opening", "Open the channel again", [], personal)
    return """
      \(pace)\(closing)\
      <a class="button is-quiet" href="\(url: "/conduct/channels/\(key)")">Keep order</a>
      """
  }

  /// Of the slow mode that one click makes.
  private static let slowSeconds = 30

  private static func tool(
    _ key: ChannelKey, _ action: String, _ label: String, _ fields: [(name: String, value: String)],
    _ personal: Personal, title: String? = nil
  ) -> HTML {
    let hidden = HiddenFields.html(fields + [(name: "back", value: "/chat/\(key)")])
    return """
      <form action="\(url: "/conduct/channels/\(key)/\(action)")" method="post">\(personal.tokenField)\(hidden)\
      <button class="button is-quiet" type="submit" data-focus="\(action)"\(title.map { " title=\"\($0)\"" as HTML })>\(label)</button></form>
      """
  }
}

/// What moderators do with a message, one click each, and what anybody does about its author.
enum MessageModeration {
  /// - Parameter mayRestore: whether who reads it may show it again, where it is hidden.
  static func html(_ message: Message, mayRestore: Bool, _ personal: Personal) -> HTML {
    HTML.when(message.author != personal.access.account?.id, block(message, personal))
      + moderate(message, mayRestore: mayRestore, personal)
  }

  private static func block(_ message: Message, _ personal: Personal) -> HTML {
    """
    <form class="actions" action="\(url: "/people/\(message.author)/block")" method="post">\(personal.tokenField)
    <button class="button is-quiet" type="submit">Block \(message.name)</button>\
    <a class="button is-quiet" href="\(url: PersonInChannel.report(message.author, message.channel))">Report \(message.name)</a></form>
    """
  }

  private static func moderate(_ message: Message, mayRestore: Bool, _ personal: Personal) -> HTML {
    guard personal.access.mayModerate, !message.isRemoved else { return .empty }
    let back = "/messages/\(message.id)"
    let hide = HideButton(
      thing: .message(message.id), isHidden: message.isHidden, mayRestore: mayRestore, back: back)
    let path = "/conduct/people/\(message.author)"
    let hour = [(name: "back", value: back), (name: "minutes", value: "60")]
    let here = ConsoleButton(
      action: path + "/mutes", label: "Mute here for an hour",
      fields: hour + [(name: "channel", value: message.channel.description)])
    let everywhere = ConsoleButton(action: path + "/mutes", label: "Mute everywhere for an hour", fields: hour)
    let place = "\(path)?channel=\(Query.encoded(message.channel.description))"
    let more: HTML = "<a class=\"button is-quiet\" href=\"\(url: place)\">Mute longer, or ban</a>"
    let isMine = message.author == personal.access.account?.id
    return """
      <section class="message-moderation" aria-labelledby="moderation"><h2 id="moderation">Moderate</h2>
      \(HTML.when(message.isHidden, "<blockquote class=\"plain-text\" dir=\"auto\">\(message.body)</blockquote>"))
      <div class="actions">\(hide.html(personal))\(HTML.when(!isMine, here.html(personal) + everywhere.html(personal) + more))</div></section>
      """
  }
}

/// Takes something from view, or shows it again.
struct HideButton {
  /// Stands in the button's place where another moderator hid what one wrote.
  static let ofOwn = "You wrote it yourself; another moderator can show it again."

  let thing: WrittenThing
  let isHidden: Bool
  let mayRestore: Bool
  let back: String

  func html(_ personal: Personal) -> HTML {
    guard !isHidden || mayRestore else { return "<p class=\"muted\">\(Self.ofOwn)</p>" }
    return ConsoleButton(
      action: "/conduct/\(thing.text)/\(isHidden ? "restoring" : "hiding")", label: isHidden ? "Show again" : "Hide",
      fields: [("back", back)]
    ).html(personal)
  }
}
