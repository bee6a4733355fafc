import Foundation
import Testing

@testable import Mail

@Suite struct MailMessageTests {
  @Test("a plain mail is these bytes") func plain() throws {
    let expected = """
      Date: Tue, 28 Apr 2020 13:55:00 +0000\r
      From: ICLR 2020 <no-reply@iclr.cc>\r
      To: ada@example.org\r
      Message-ID: <0171c0ffee-1@iclr.cc>\r
      Subject: Your code is 314159\r
      Auto-Submitted: auto-generated\r
      MIME-Version: 1.0\r
      Content-Type: text/plain; charset=utf-8\r
      Content-Transfer-Encoding: quoted-printable\r
      \r
      Hello.\r

      """
    #expect(String(decoding: try Samples.message().bytes, as: UTF8.self) == expected)
  }

  @Test("the text comes before the HTML, and nothing in either can end its part") func alternatives() throws {
    let message = try Samples.message(text: "--=_hatata--\nplain", html: "<p>--=_hatata\n--=_hatata--</p>")
    let lines = Samples.lines(message)
    #expect(lines.filter { $0.hasPrefix("--=_hatata") } == ["--=_hatata", "--=_hatata", "--=_hatata--"])
    let kinds = lines.filter { $0.hasPrefix("Content-Type:") }
    #expect(kinds.map { $0.split(separator: " ")[1] } == ["multipart/alternative;", "text/plain;", "text/html;"])
  }

  @Test("what a person may decline can be unsubscribed from by one click over https only") func unsubscribe() throws {
    var message = try Samples.message()
    message.unsubscribe = try UnsubscribeLink("https://iclr.cc/unsubscribe/abc")
    #expect(Samples.lines(message).contains("List-Unsubscribe: <https://iclr.cc/unsubscribe/abc>"))
    #expect(Samples.lines(message).contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"))
    message.unsubscribe = try UnsubscribeLink("http://127.0.0.1:8080/unsubscribe/abc")
    #expect(!Samples.lines(message).contains { $0.hasPrefix("List-Unsubscribe-Post") })
  }

  @Test("the longest link to unsubscribe stands in one line, as long as a line may be at most") func longLink() throws {
    var message = try Samples.message(html: "<p>Hello.</p>")
    let start = "https://iclr.cc/"
    let link = start + String(repeating: "x", count: 800 - start.count)
    message.unsubscribe = try UnsubscribeLink(link)
    #expect(Samples.lines(message).contains("List-Unsubscribe: <\(link)>"))
    #expect(Samples.lines(message).allSatisfy { $0.utf8.count <= 998 })
    #expect(throws: MailError.self) { try UnsubscribeLink(link + "x") }
  }

  @Test("text and HTML in any script are parts of their own, each with its kind, its characters and its way of writing")
  func parts() throws {
    let lines = Samples.lines(try Samples.message(text: "ሰላም", html: "<p lang=\"am\">ሰላም</p>"))
    let body = lines.drop { !$0.isEmpty }.dropFirst()
    #expect(
      Array(body) == [
        "--=_hatata", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        "=E1=88=B0=E1=88=8B=E1=88=9D", "",
        "--=_hatata", "Content-Type: text/html; charset=utf-8", "Content-Transfer-Encoding: quoted-printable", "",
        "<p lang=3D\"am\">=E1=88=B0=E1=88=8B=E1=88=9D</p>", "",
        "--=_hatata--", "",
      ])
    #expect(lines.contains("Content-Type: multipart/alternative; boundary=\"=_hatata\""))
  }

  @Test("an answer goes where it is to go") func replyTo() throws {
    var message = try Samples.message()
    message.replyTo = try Mailbox("\"Desk, the\" <help@iclr.cc>")
    #expect(Samples.lines(message).contains("Reply-To: =?utf-8?B?RGVzaywgdGhl?= <help@iclr.cc>"))
  }

  @Test("a picture goes as a file after the whole of the text, and comes out as it went in") func picture() throws {
    var message = try Samples.message(html: "<p>Hello.</p>")
    let picture = (0..<500).map { UInt8($0 % 256) }
    message.picture = picture
    let lines = Samples.lines(message)
    #expect(
      lines.filter { $0.hasPrefix("--=_") } == [
        "--=_with_picture", "--=_hatata", "--=_hatata", "--=_hatata--", "--=_with_picture", "--=_with_picture--",
      ])
    #expect(lines.allSatisfy { $0.utf8.count <= 78 })
    let file = lines.drop { $0 != "Content-Transfer-Encoding: base64" }.dropFirst(2).prefix { !$0.hasPrefix("--") }
    #expect(Data(base64Encoded: file.joined()).map { [UInt8]($0) } == picture)
  }

  @Test("no line is longer than 78 characters, whatever the subject and the text") func lineLength() throws {
    let words = ["ትምህርት", "論文", "word", "🧑🏽‍🚀", "=?", "naïve", String(repeating: "x", count: 70)]
    for count in 1...40 {
      let text = (0..<count).map { words[$0 * $0 % words.count] }.joined(separator: " ")
      let message = try Samples.message(
        subject: HeaderText(flattening: text).text, text: text + ".\n.\nFrom " + text, html: text)
      #expect(Samples.lines(message).allSatisfy { $0.utf8.count <= 78 })
      #expect(message.bytes.allSatisfy { $0 < 128 && ($0 >= 32 || $0 == 10 || $0 == 13) })
    }
  }

  @Test("dates are written in English and in UTC") func dates() {
    #expect(MailDate.text(Date(timeIntervalSince1970: 0)) == "Thu, 01 Jan 1970 00:00:00 +0000")
    #expect(MailDate.text(Date(timeIntervalSince1970: 1_709_164_799.9)) == "Wed, 28 Feb 2024 23:59:59 +0000")
  }

  @Test("line breaks of all kinds become CRLF, and what could be changed on the way is escaped") func quotedPrintable()
  {
    #expect(QuotedPrintable.text("a\nb\r\nc\rd\n\n") == "a\r\nb\r\nc\r\nd")
    #expect(QuotedPrintable.text("From here\n.\ntrailing \n1=1\t") == "=46rom here\r\n=2E\r\ntrailing=20\r\n1=3D1=09")
    #expect(QuotedPrintable.text(String(repeating: "y", count: 76)) == String(repeating: "y", count: 76))
    #expect(QuotedPrintable.text(String(repeating: "y", count: 77)) == String(repeating: "y", count: 75) + "=\r\nyy")
    #expect(QuotedPrintable.text("") == "")
  }
}
