import Foundation

/// One mail to one person.
public struct MailMessage: Sendable, Hashable {
  public var id: MessageID
  public var date: Date
  public var from: Mailbox
  public var to: MailAddress
  public var replyTo: Mailbox?
  public var subject: HeaderText
  public var text: String
  /// The same in HTML; the text stays for who reads without.
  public var html: String?
  /// Given for all that a person may decline.
  public var unsubscribe: UnsubscribeLink?
  /// A JPEG that goes with it.
  public var picture: [UInt8]?

  public init(
    id: MessageID, date: Date, from: Mailbox, to: MailAddress, subject: HeaderText, text: String, html: String? = nil
  ) {
    (self.id, self.date, self.from, self.to) = (id, date, from, to)
    (self.subject, self.text, self.html) = (subject, text, html)
  }

  /// The mail as it goes over the wire (RFC 5322): ASCII in lines of at most 78 characters, ended by CRLF; only the link to
  /// unsubscribe, which cannot be folded, may be longer, up to 998. Only an address with letters of other scripts stands as
  /// UTF-8 (RFC 6532).
  public var bytes: [UInt8] {
    var head = HeaderWriter()
    head.add("Date", MailDate.text(date))
    head.add("From", from)
    if let replyTo { head.add("Reply-To", replyTo) }
    head.add("To", Mailbox(address: to))
    head.add("Message-ID", id.description)
    head.add("Subject", subject)
    head.add("Auto-Submitted", "auto-generated")
    if let unsubscribe { head.add(unsubscribe) }
    head.add("MIME-Version", "1.0")
    let body = html.map(alternatives) ?? Self.part(text, as: "plain")
    return Array((head.text + (picture.map { Self.mixed(body, with: $0) } ?? body)).utf8)
  }

  /// Stands in no text that is quoted-printable, where a hexadecimal digit or the end of a line follows every “=”.
  private static let boundary = "=_hatata"
  /// Does not begin with the other one, as only beginnings of lines are compared (RFC 2046, 5.1.2).
  private static let outerBoundary = "=_with_picture"

  /// The best part comes last (RFC 2046, 5.1.4).
  private func alternatives(_ html: String) -> String {
    """
    Content-Type: multipart/alternative; boundary="\(Self.boundary)"\r
    \r
    --\(Self.boundary)\r
    \(Self.part(text, as: "plain"))\r
    --\(Self.boundary)\r
    \(Self.part(html, as: "html"))\r
    --\(Self.boundary)--\r

    """
  }

  /// The body as a whole, and the picture as a file.
  private static func mixed(_ body: String, with picture: [UInt8]) -> String {
    let lines = Data(picture).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
    return """
      Content-Type: multipart/mixed; boundary="\(outerBoundary)"\r
      \r
      --\(outerBoundary)\r
      \(body)\r
      --\(outerBoundary)\r
      Content-Type: image/jpeg\r
      Content-Disposition: attachment; filename="picture.jpg"\r
      Content-Transfer-Encoding: base64\r
      \r
      \(lines)\r
      --\(outerBoundary)--\r

      """
  }

  private static func part(_ text: String, as subtype: String) -> String {
    """
    Content-Type: text/\(subtype); charset=utf-8\r
    Content-Transfer-Encoding: quoted-printable\r
    \r
    \(QuotedPrintable.text(text))\r

    """
  }
}
