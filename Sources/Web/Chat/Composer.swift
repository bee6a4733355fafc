import Conference
import Markup

/// The box in which one writes, and what stands in its place while one may not: both are there in any case, so that an open page takes up when that changes. The
/// style sheet shows what holds.
struct Composer {
  let channel: Channel
  let takesPictures: Bool
  let personal: Personal
  var refused: RefusedMessage?
  /// The message that is replied to.
  var thread: String?
  /// Why its reader may not write for now, of what concerns them alone.
  let silence: HTML

  var html: HTML {
    """
    <div class="composing" id="reply">\(ChannelAbout.writers(channel))\(ChannelNotice.inPlaceOfBox)\(silence)\(box)\(HTML.when(takesPictures, picture))</div>
    """
  }

  private var path: String { "/chat/\(channel.key)" }

  /// What was just sent in vain is still to be read, and copied.
  private var box: HTML {
    let isReply = thread != nil
    return """
      <form class="composer\(HTML.when(refused != nil, " is-refused"))" action="\(url: path)/messages" method="post" data-composer data-draft="\(path)\(thread.map { " " + $0 })">\(personal.tokenField)
      <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
      <label class="sr" for="message-text">\(isReply ? "Reply" : "Message")</label>
      <textarea class="field" id="message-text" name="text" rows="2" maxlength="\(MessageText.longest)" required dir="auto" data-names placeholder="\(isReply ? "Write a reply" : "Write a message")" \
      aria-describedby="message-state">\(refused?.typed)</textarea>
      <div class="composer-row"><button class="button is-main" type="submit">Send</button>
      <span class="muted" id="message-state" role="status" data-state>\(refused.map { "<span class=\"problem\">\($0.why)</span>" as HTML } ?? "Markdown and $formulas$ work.")</span></div>
      </form>
      """
  }

  private var picture: HTML {
    """
    <details class="picture-form"><summary>Send a picture</summary><form action="\(url: path)/pictures" method="post" enctype="multipart/form-data" class="actions">\(personal.tokenField)
    <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
    <label for="message-picture">Picture: JPEG, PNG or WebP, at most 5 MB</label><input id="message-picture" type="file" name="picture" accept="image/jpeg,image/png,image/webp" required>
    <label for="picture-text">What it shows</label><input class="field" id="picture-text" name="text" maxlength="300" required dir="auto">
    <button class="button" type="submit">Send the picture</button></form></details>
    """
  }
}
