import Foundation

/// An address with the name that people see, such as `ICLR 2020 <no-reply@iclr.cc>`.
public struct Mailbox: Hashable, Sendable, CustomStringConvertible {
  public let name: HeaderText?
  public let address: MailAddress

  public init(name: HeaderText? = nil, address: MailAddress) { (self.name, self.address) = (name, address) }

  /// Reads `name@example.org`, `Name <name@example.org>` or `"Name" <name@example.org>`.
  public init(_ text: String) throws {
    let text = text.trimmingCharacters(in: .whitespaces)
    guard text.hasSuffix(">"), let opening = text.lastIndex(of: "<") else {
      self.init(address: try MailAddress(text))
      return
    }
    var name = text[..<opening].trimmingCharacters(in: .whitespaces)
    if name.count > 1, name.hasPrefix("\""), name.hasSuffix("\"") { name = String(name.dropFirst().dropLast()) }
    let address = try MailAddress(String(text[text.index(after: opening)...].dropLast()))
    self.init(name: name.isEmpty ? nil : try HeaderText(name), address: address)
  }

  public var description: String { name.map { "\($0) <\(address)>" } ?? "\(address)" }
}
