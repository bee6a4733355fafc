/// What was said with a mail server, without anything secret: our commands by their first words, its answers in full.
public struct SMTPTrace: Sendable, Equatable {
  /// How far the conversation came.
  public enum Stage: Int, Sendable, Comparable {
    case connecting, greeted, encrypted, authenticating, sender, recipient, body, whole

    public static func < (left: Stage, right: Stage) -> Bool { left.rawValue < right.rawValue }
  }

  public internal(set) var stage = Stage.connecting
  /// The kind of encryption, such as "TLSv1.3 / TLS_AES_256_GCM_SHA384".
  public internal(set) var encryption: String?
  public internal(set) var isAuthenticated = false
  /// The lines of the newest answer.
  public internal(set) var reply: [String] = []
  /// Whether what comes now only says good-bye.
  private var isEnding = false

  /// The newest answer in one line, or nothing where there is none.
  public var answer: String? { reply.isEmpty ? nil : reply.joined(separator: " ") }
  /// Such as 250.
  public var code: Int? { reply.last.flatMap { Int($0.prefix(3)) } }

  mutating func said(_ line: String) {
    isEnding = line == "QUIT"
    if isEnding { return }
    reply = []
    // Whole commands only: other lines may be parts of a password.
    if line.hasPrefix("EHLO ") || line.hasPrefix("HELO ") {
      advance(to: .greeted)
    } else if line.hasPrefix("AUTH ") {
      advance(to: .authenticating)
    } else if line.hasPrefix("MAIL FROM:") {
      isAuthenticated = stage == .authenticating
      advance(to: .sender)
    } else if line.hasPrefix("RCPT TO:") {
      advance(to: .recipient)
    } else if line == "DATA" {
      advance(to: .body)
    }
  }

  mutating func heard(_ line: String) {
    if !isEnding, reply.count < 20 { reply.append(String(line.prefix(500))) }
  }

  mutating func noted(_ line: String) {
    let mark = "SSL connection using "
    guard line.hasPrefix(mark) else { return }
    encryption = String(line.dropFirst(mark.count))
    advance(to: .encrypted)
  }

  mutating func sentAll() {
    reply = []
    stage = .whole
  }

  private mutating func advance(to next: Stage) { stage = max(stage, next) }
}
