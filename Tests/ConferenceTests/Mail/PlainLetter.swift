import Conference
import Letters

extension Letter {
  /// One that says no more than the text.
  init(purpose: MailPurpose, subject: String, text: String) {
    self.init(on: Stationery(name: "Conference"), purpose: purpose, subject: subject, [.words("\(text)")])
  }
}
