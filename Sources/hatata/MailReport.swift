import Mail

/// How far a conversation with a mail server came, in plain words.
struct MailReport {
  let server: SMTPServer
  let sender: Mailbox
  let trace: SMTPTrace

  var steps: [String] {
    var steps: [String] = []
    if trace.stage >= .greeted { steps.append("Connected to \(server.host), port \(server.port).") }
    if let encryption = trace.encryption { steps.append("Encrypted: \(encryption).") }
    if trace.isAuthenticated, let user = server.user { steps.append("Signed in as \(user).") }
    if trace.stage >= .recipient { steps.append("The server lets mail come from \(sender.address).") }
    return steps
  }

  /// What to do where it came to no good end.
  var advice: String {
    switch trace.stage {
    case .connecting: "check the host and the port in --mail, and that no firewall is between"
    case .greeted:
      "the server must offer TLS with a certificate that is trusted; one of your own goes into --mail-ca"
    case .encrypted: "check that the server's certificate is for \(server.host)"
    case .authenticating: "check the user in --mail, and HATATA_MAIL_PASSWORD"
    case .sender: "check that the server lets you send as \(sender.address), see --mail-from"
    case .recipient: "check the address, and that the server sends to other domains for you"
    case .body, .whole: "the server says why; ask who runs it if that does not help"
    }
  }
}
