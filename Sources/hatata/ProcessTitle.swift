import Foundation

/// What other users of the machine see of the command, in lists of processes.
enum ProcessTitle {
  /// Blots out the password of a URL among the arguments; the program keeps its own copy.
  static func hidePassword(of url: String) {
    guard let password = password(in: url), !password.isEmpty else { return }
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[index], let found = strstr(argument, ":" + password + "@") else {
        continue
      }
      memset(found + 1, Int32(UInt8(ascii: "*")), password.utf8.count)
    }
  }

  /// What stands between the first colon and the last at sign before the host.
  static func password(in url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
    guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else { return nil }
    return String(authority[authority.index(after: colon)..<at])
  }
}
