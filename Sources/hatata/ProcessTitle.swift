import Database
import Foundation

/// What other users of the machine see of the command, in lists of processes.
enum ProcessTitle {
  /// Blots out the secrets of an address among the arguments; the program keeps its own copy.
  static func hideSecrets(of address: String) {
    let secrets = AddressSecrets.ranges(in: address)
    guard !secrets.isEmpty else { return }
    for index in 0..<Int(CommandLine.argc) {
      guard let argument = CommandLine.unsafeArgv[index], let found = strstr(argument, address) else { continue }
      for secret in secrets { memset(found + secret.lowerBound, Int32(UInt8(ascii: "*")), secret.count) }
    }
  }
}
