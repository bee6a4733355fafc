import Conference
import Markup

/// The box in which one writes, and what stands in its place while one may not: both are there in any case, so that an open page takes up when that changes. The
/// style sheet shows what holds.
struct Composer {
  let channel: Channel
  let takesPictures: Bool
  let personal: Personal
  var refused: RefusedForm?
  /// The message that is replied to.
  var thread: String?
  /// Why its reader may not write for now, of what concerns them alone.
  let silence: HTML

  var html: HTML {
    """
    <div class="composing" id="reply">\(ChannelAbout.writers(channel))\(ChannelNotice.inPlaceOfBox)\(silence)\(box)\(HTML.when(takesPictures, picture))</div>
    """
  }

  private static let hint: HTML = "<span class=\"composer-hint\">Markdown and $formulas$ work.</span>"
  private var path: String { "/chat/\(channel.key)" }
  /// Names what is being written here, for the browser that keeps it.
  private var draft: String { path + (thread.map { " " + $0 } ?? "") }

  /// What was just sent in vain is still to be read, and copied.
  private var box: HTML {
    let isReply = thread != nil
    return """
      <form class="composer\(HTML.when(refused != nil, " is-refused"))" action="\(url: path)/messages" method="post" data-composer data-draft="\(draft)">\(personal.tokenField)
      <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
      <label class="sr" for="message-text">\(isReply ? "Reply" : "Message")</label>
      <textarea class="field" id="message-text" name="text" rows="2" maxlength="\(MessageText.longest)" required dir="auto" data-names placeholder="\(isReply ? "Write a reply" : "Write a message")" \
      aria-describedby="message-state">\(refused?.form["text"])</textarea>
      <div class="composer-row"><button class="button is-main" type="submit">Send</button>
      <span class="muted" id="message-state" role="status" data-state>\(refused.map { "<span class=\"problem\">\($0.why)</span>" as HTML } ?? Self.hint)</span></div>
      </form>
      """
  }

  /// What is written stands before the file: so it is read, and shown again, also where the file is refused for its size or for who sends it.
  private var picture: HTML {
    """
    <details class="picture-form"><summary>Send a picture</summary>
    <form class="composer" action="\(url: path)/pictures" method="post" enctype="multipart/form-data" data-composer data-draft="\(draft) picture">\(personal.tokenField)
    <input type="hidden" name="client" value="\(Account.newId())">\(thread.map { "<input type=\"hidden\" name=\"thread\" value=\"\($0)\">" as HTML })
    <label for="picture-text">What it shows</label><textarea class="field" id="picture-text" name="text" rows="1" maxlength="300" required dir="auto"></textarea>
    <label for="message-picture">Picture: JPEG, PNG or WebP, at most \(PictureFolder.largestFile >> 20) MB</label>
    <input id="message-picture" type="file" name="picture" accept="image/jpeg,image/png,image/webp" data-most="\(PictureFolder.largestFile)" required aria-describedby="picture-state">
    <div class="composer-row"><button class="button" type="submit">Send the picture</button><span class="muted" id="picture-state" role="status" data-state></span></div></form></details>
    """
  }
}
