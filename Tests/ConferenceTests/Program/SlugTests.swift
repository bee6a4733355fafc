import Testing

@testable import Conference

@Suite struct SlugTests {
  @Test(
    "an id is made of a title's letters",
    arguments: [
      ("Research with 🤗  Transformers", "research-with-transformers"),
      ("Amii Fellows – Meet & Greet", "amii-fellows-meet-greet"),
      ("Öztürk's “Café”", "ozturks-cafe"), ("  --  A  --  ", "a"), ("10,000 hours", "10-000-hours"),
    ])
  func made(title: String, slug: String) {
    #expect(Slug.made(of: title) == slug)
    #expect(Slug.isAddress(slug))
  }

  @Test("titles without a Latin letter get ids too, different ones", arguments: [("機械学習", "深層学習"), ("", "🤗")])
  func foreign(one: String, other: String) {
    #expect(Slug.isAddress(Slug.made(of: one)))
    #expect(Slug.made(of: one) != Slug.made(of: other))
  }

  @Test(
    "what cannot stand in an address is told apart",
    arguments: ["", ".", "..", "a/b", "a b", "a?b", "é", "a\nb", String(repeating: "a", count: 121)])
  func refused(text: String) { #expect(!Slug.isAddress(text)) }
}
