import Conference
import Markup

/// The box in which one writes.
struct Composer {
  let channel: Channel
  let takesPictures: Bool
  let personal: Personal
  var refused: RefusedMessage?
  /// The message that is replied to.
  var thread: String?
  /// What stands in place of the box for who may not write for now.
  var silence: HTML?

  var html: HTML {
    guard personal.access.mayWrite(in: channel) else {
      guard thread == nil else { return "<p class=\"muted\">Only organizers write here.</p>" }
      // A channel's own page says so above it; this is seen where that comes to an end while the page is open.
      return """
        <p class="muted chat-writable"><a href="\(url: "/chat/\(channel.key)")">Load the page again</a> to write here.</p>
        """
    }
    // What was just sent in vain is still to be read, and copied.
    if let silence, refused == nil {
      return "<p class=\"composer-none\" id=\"reply\" tabindex=\"-1\">\(silence)</p>"
    }
    let path = "/chat/\(channel.key)"
    let isReply = thread != nil
    return """
      \(ChannelNotice.inPlaceOfBox)<form class="composer\(HTML.when(refused != nil, " is-refused"))" id="reply" action="\(url: path)/messages" method="post" data-composer data-draft="\(path)\(thread.map { " " + $0 })">\(personal.tokenField)
      <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
      <label class="sr" for="message-text">\(isReply ? "Reply" : "Message")</label>
      <textarea class="field" id="message-text" name="text" rows="2" maxlength="\(MessageText.longest)" required dir="auto" data-names placeholder="\(isReply ? "Write a reply" : "Write a message")" \
      aria-describedby="message-state">\(refused?.typed)</textarea>
      <div class="composer-row"><button class="button is-main" type="submit">Send</button>
      <span class="muted" id="message-state" role="status" data-state>\(refused.map { "<span class=\"problem\">\($0.why)</span>" as HTML } ?? "Markdown and $formulas$ work.")</span></div>
      </form>\(HTML.when(takesPictures, picture(path)))
      """
  }

  private func picture(_ path: String) -> HTML {
    """
    <details class="picture-form"><summary>Send a picture</summary><form action="\(url: path)/pictures" method="post" enctype="multipart/form-data" class="actions">\(personal.tokenField)
    <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
    <label for="message-picture">Picture: JPEG, PNG or WebP, at most 5 MB</label><input id="message-picture" type="file" name="picture" accept="image/jpeg,image/png,image/webp" required>
    <label for="picture-text">What it shows</label><input class="field" id="picture-text" name="text" maxlength="300" required dir="auto">
    <button class="button" type="submit">Send the picture</button></form></details>
    """
  }
}

extension Composer {
  /// Why somebody may not write in a channel for now, of what concerns them and not everybody; nil for who may.
  static func silence(in key: ChannelKey, _ personal: Personal) async throws -> HTML? {
    let (site, me) = (personal.visit.site, try personal.account.id)
    if let mute = try await site.moderation.mute(of: me, in: key) { return words(mute) }
    return try await site.directChannels.obstacle(in: key, to: me).map { "\($0)." as HTML }
  }

  private static func words(_ mute: Mute) -> HTML {
    let end = mute.until.map { " until \(LiveTime.html($0))" as HTML }
    return """
      A moderator has muted you\(HTML.when(!mute.isEverywhere, " in this channel"))\(end). You can read\(HTML.when(mute.until != nil, ", and write again when you load the page after that")). \
      The <a href="/help/desk">help desk</a> is open to you.
      """
  }
}
