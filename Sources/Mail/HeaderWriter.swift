/// Writes the head of a mail, folded before the 78th character (RFC 5322, 2.2.3).
struct HeaderWriter {
  private(set) var text = ""

  /// A header of words with spaces between them, none of which holds a line break.
  mutating func add(_ name: String, _ value: String) {
    var line = name + ":"
    for word in value.split(separator: " ") {
      if line.utf8.count + 1 + word.utf8.count > 76, line != name + ":" {
        text += line + "\r\n"
        line = ""
      }
      line += " " + word
    }
    text += line + "\r\n"
  }

  mutating func add(_ name: String, _ value: HeaderText) {
    add(name, EncodedWords.text(value, after: name.utf8.count + 2))
  }

  mutating func add(_ name: String, _ mailbox: Mailbox) {
    guard let person = mailbox.name else { return add(name, mailbox.address.description) }
    add(name, EncodedWords.phrase(person, after: name.utf8.count + 2) + " <\(mailbox.address)>")
  }

  mutating func add(_ link: UnsubscribeLink) {
    add("List-Unsubscribe", "<\(link.url)>")
    if link.isOneClick { add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click") }
  }
}
