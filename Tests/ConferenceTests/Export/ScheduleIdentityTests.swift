import Testing

@testable import Conference

@Suite("Identifiers in a schedule")
struct ScheduleIdentityTests {
  private let uids = (0..<20_000).map { CalendarUID.of(session: "s\($0)", conference: "c") }

  @Test("a guid is a UUID of version 8 that depends on the text alone, and differs with it")
  func guids() {
    let guids = uids.map(ScheduleIdentity.guid)
    let form = /[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(guids.allSatisfy { $0.wholeMatch(of: form) != nil })
    #expect(Set(guids).count == uids.count)
    #expect(ScheduleIdentity.guid("") == "cbf29ce4-8422-8325-8bf2-9ce484222325")
    #expect(ScheduleIdentity.guid("a").hasPrefix("af63dc4c-8601-8"))
  }

  @Test("numbers are positive, differ, fit 31 bits, and do not depend on the order")
  func numbers() {
    let numbers = ScheduleIdentity.numbers(uids)
    #expect(Set(numbers.values).count == uids.count)
    #expect(numbers.values.allSatisfy { (1...0x7FFF_FFFF).contains($0) })
    #expect(ScheduleIdentity.numbers(uids.reversed() + uids) == numbers)
  }

  @Test(
    "codes are six digits and capital letters", arguments: [(1, "000001"), (0x7FFF_FFFF, "ZIK0ZJ"), (36, "000010")])
  func codes(number: Int, expected: String) {
    #expect(ScheduleIdentity.code(number) == expected)
  }

  @Test(
    "acronyms and slugs hold what the schema allows",
    arguments: [("ACL.2020", "acl_2020"), ("acl", "acl_conference"), ("é", "__conference"), ("a--b_c", "a_b_c")])
  func acronym(id: String, expected: String) {
    #expect(ScheduleText.acronym(id) == expected)
  }

  @Test(
    "addresses are whole and harmless",
    arguments: [
      ("https://a.org/x y", "https://a.org/x%20y"), ("/m/a.png", "https://b/m/a.png"), ("m/a.png", "https://b/m/a.png"),
      ("javascript:alert(1)", nil), ("//evil.org", nil), ("", nil), ("HTTP://a.org", "HTTP://a.org"), ("data:x", nil),
    ])
  func links(address: String, expected: String?) {
    #expect(ScheduleLink.absolute(address, base: "https://b") == expected)
  }
}
