import Foundation

@testable import Mail

/// Mails to look at.
enum Samples {
  static let noon = Date(timeIntervalSince1970: 1_588_082_100)

  static func message(subject: String = "Your code is 314159", text: String = "Hello.\n", html: String? = nil) throws
    -> MailMessage
  {
    let sender = try Mailbox("ICLR 2020 <no-reply@iclr.cc>")
    return MailMessage(
      id: try MessageID("0171c0ffee-1", at: sender.address), date: noon, from: sender,
      to: try MailAddress("ada@example.org"), subject: try HeaderText(subject), text: text, html: html)
  }

  static func lines(_ message: MailMessage) -> [String] {
    String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n")
  }
}
