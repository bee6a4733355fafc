import Synchronization

/// Sends through a mail server; keeps one connection for each mail that is sent at the same time.
public final class SMTPTransport: MailTransport {
  public let server: SMTPServer
  private let idle = Mutex<[SMTPConnection]>([])

  public init(_ server: SMTPServer) { self.server = server }

  public func send(_ message: MailMessage) async -> MailOutcome {
    await deliver(message).outcome
  }

  deinit { rest() }

  public func rest() {
    let connections = idle.withLock { idle in
      defer { idle.removeAll() }
      return idle
    }
    for connection in connections { connection.end() }
  }

  /// Sends one mail, and tells how far the conversation came.
  public func deliver(_ message: MailMessage) async -> (outcome: MailOutcome, trace: SMTPTrace) {
    let connection = idle.withLock { $0.popLast() } ?? SMTPConnection(server)
    let result = await connection.deliver(message)
    idle.withLock { $0.append(connection) }
    return result
  }
}
