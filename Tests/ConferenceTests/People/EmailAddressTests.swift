import Testing

@testable import Conference

@Suite struct EmailAddressTests {
  @Test(
    "an address is known in whatever way it is written, and no other one is taken for it",
    arguments: ["ada@example.org", "ada.b@example.org", "ada@bücher.example", "ådä@example.org"])
  func written(address: String) throws {
    let mine = try #require(EmailAddress(address))
    let others = [
      address, address.uppercased(), " \(address) ", "a" + address, address + "g", String(address.dropLast()),
      String(address.dropFirst()), "ada@example.com", "ada@xn--bcher-kva.example", "ADA@BÜCHER.example", "", "@",
      "a\u{30A}da\u{308}@example.org",
    ]
    for other in others { #expect(mine.isWritten(other) == (EmailAddress(other) == mine), "\(other)") }
  }
}
