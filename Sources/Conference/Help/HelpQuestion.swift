/// What somebody asks the help desk, checked.
public struct HelpQuestion: Hashable, Sendable {
  public static let longestText = 2_000

  let text: String
  let page: String?
  let browser: String?
  /// Of who is not signed in, or not let in yet.
  let visitor: HelpVisitor?
  /// The id of the form: the same again is the same question.
  let form: String?

  /// Throws what is wrong with it.
  public init(
    _ text: String, page: String? = nil, browser: String? = nil, visitor: HelpVisitor? = nil, form: String? = nil
  ) throws {
    self.text = try WrittenText(text, "Your question", atMost: Self.longestText).text
    self.page = try Newcomer.line(page ?? "", "Page", atMost: 500)
    self.browser = try Newcomer.line(browser ?? "", "Browser", atMost: 200)
    self.visitor = visitor
    self.form = form.flatMap { Slug.isAddress($0) ? $0 : nil }
  }
}

/// Somebody without a way in, who is answered by mail.
public struct HelpVisitor: Hashable, Sendable {
  let name: String
  let email: EmailAddress

  /// Throws where the name is missing, or where no mail can be sent to the address.
  public init(name: String, email: String) throws {
    self.name = try Newcomer(name: name).name
    guard let address = EmailAddress(email) else {
      throw ConferenceError.invalid(
        field: "Your e-mail address", problem: "no mail can be sent to “\(email.prefix(60))”",
        advice: "Write it as you@example.org; the answer goes there.")
    }
    self.email = address
  }
}
