import Foundation

/// Where who does not want such mail says so; with https also by one click in the mail program (RFC 8058).
public struct UnsubscribeLink: Hashable, Sendable {
  public let url: String

  /// Throws where the text is no address of the web, or could not stand in a header.
  public init(_ url: String) throws {
    let isPlain = url.utf8.allSatisfy { (0x21...0x7E).contains($0) && !#"<>",\"#.utf8.contains($0) }
    guard isPlain, url.utf8.count <= 800, let parts = URL(string: url), ["http", "https"].contains(parts.scheme),
      parts.host?.isEmpty == false
    else {
      throw MailError("this is no link by which to unsubscribe", "give one that begins with https://")
    }
    self.url = url
  }

  /// Mail programs do it by one click only where nobody can listen.
  var isOneClick: Bool { url.hasPrefix("https://") }
}
