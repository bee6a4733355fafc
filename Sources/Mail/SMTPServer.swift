import Foundation

/// The server that takes our mail, from an address like `smtp://user@host:587`.
public struct SMTPServer: Sendable, Equatable {
  enum Security: Sendable, Equatable {
    /// `smtps://`: TLS from the first byte.
    case tls
    /// `smtp://`: TLS before anything is said that matters, or no mail.
    case startTLS
    /// `smtp://localhost?tls=off`: only to this machine.
    case none
  }

  public let host: String
  public let port: Int
  public let user: String?
  let security: Security
  /// Never shown or logged.
  var password: String?
  /// The certificates to trust in place of the system's.
  var certificates: String?

  public init(_ address: String, password: String? = nil, certificates: String? = nil) throws {
    guard let match = address.wholeMatch(of: /(smtps?):\/\/(?:(.*)@)?([A-Za-z0-9.-]+)(?::([0-9]{1,5}))?\/?(\?tls=off)?/)
    else {
      throw Self.refusal("is no mail server")
    }
    let isImplicit = match.1 == "smtps"
    host = String(match.3)
    port = match.4.flatMap { Int($0) } ?? (isImplicit ? 465 : match.5 == nil ? 587 : 25)
    user = match.2.map { $0.removingPercentEncoding ?? String($0) }
    security = isImplicit ? .tls : match.5 == nil ? .startTLS : .none
    (self.password, self.certificates) = (password, certificates)
    try check()
  }

  private func check() throws {
    guard (1...65_535).contains(port) else { throw Self.refusal("has a port that does not exist") }
    guard user?.contains(":") != true else {
      throw MailError("the mail server's address holds a password", "give it as HATATA_MAIL_PASSWORD instead")
    }
    guard user?.unicodeScalars.contains(where: HeaderText.isForbidden) != true else {
      throw Self.refusal("has no possible user")
    }
    guard security != .none || isThisMachine && user == nil else {
      throw MailError("?tls=off is only for a server on this machine, without a user", "leave it out")
    }
    guard user == nil || password?.isEmpty == false else {
      throw MailError("the mail server has a user but no password", "give it as HATATA_MAIL_PASSWORD")
    }
  }

  private var isThisMachine: Bool { host == "localhost" || host.hasPrefix("127.") }

  /// The address as curl takes it, which has no password in it.
  var url: String { "\(security == .tls ? "smtps" : "smtp")://\(host):\(port)/\(greeting)" }

  /// What we say in EHLO: the name of this machine.
  private var greeting: String {
    let name = ProcessInfo.processInfo.hostName
    return name.wholeMatch(of: /[A-Za-z0-9.-]{1,200}/) == nil ? "localhost" : name
  }

  private static func refusal(_ problem: String) -> MailError {
    MailError("the mail setting \(problem)", "write it as smtp://user@host:587, smtps://user@host or folder:DIR")
  }
}
