import Testing

@testable import Conference

@Suite(.bothDatabases) struct ProfileTests {
  private var form: ProfileForm {
    var form = ProfileForm(Interests(["tones"]))
    (form.name, form.affiliation, form.pronouns, form.zone) = (
      "Adaeze  Okonkwo", "University of Lagos", "she/her", "africa/lagos"
    )
    (form.languages, form.interests, form.links) = ("Igbo, English ,", ["tones"], "https://example.org/ada\r\n")
    form.shown = [.interests, .pronouns]
    return form
  }

  @Test("a profile is kept as it was written, tidied")
  func kept() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org")
      let before = try await scratch.people.profile(of: ada.id)?.profile
      #expect(before == nil)
      try await scratch.people.write(form, of: ada.id)
      let found = try await scratch.people.profile(of: ada.id)
      #expect(found?.account.name == "Adaeze Okonkwo")
      let profile = try #require(found?.profile)
      #expect(profile.zone == "Africa/Lagos")
      #expect(profile.languages == ["Igbo", "English"])
      #expect(profile.links == ["https://example.org/ada"])
      #expect(profile.shown == [.pronouns, .interests])
      #expect(!profile.isAround)
      let listed = try await scratch.people.search(PeopleChoice(text: "okonkwo lagos"), for: nil).total
      #expect(listed == 1)
    }
  }

  @Test(
    "what cannot be is refused, and said so",
    arguments: [
      "javascript:alert(1)", "data:text/html,x", "//evil.example", "https://user:word@example.org", "ftp://example.org",
      "a\nb\nc\nd\ne\nf",
    ])
  func links(text: String) {
    var form = form
    form.links = text
    #expect(throws: ConferenceError.self) { try form.checked(Profile(), at: Instant(seconds: 0)) }
  }

  @Test("a zone has to be one, and a name has to be there")
  func fields() {
    for change in [
      { (form: inout ProfileForm) in form.zone = "Atlantis/Center" }, { $0.name = " " },
      { $0.pronouns = String(repeating: "x", count: 41) },
    ] {
      var form = form
      change(&form)
      #expect(throws: ConferenceError.self) { try form.checked(Profile(), at: Instant(seconds: 0)) }
    }
  }

  @Test("a city, or a country of one zone, is understood as its zone, and an address without its beginning as one")
  func meant() throws {
    let now = Instant(seconds: 1_777_000_000)
    for (text, id) in [("Lagos", "Africa/Lagos"), ("addis ababa", "Africa/Addis_Ababa"), ("Nepal", "Asia/Kathmandu")] {
      var form = form
      (form.zone, form.links) = (text, "example.org/ada")
      let profile = try form.checked(Profile(), at: now).profile
      #expect(profile.zone == id)
      #expect(profile.links == ["https://example.org/ada"])
    }
    var several = form
    several.zone = "Brazil"
    let problems = several.problems(keeping: Profile(), at: now)
    #expect(problems.count == 1 && problems[0].description.contains("America/"))
  }

  @Test("everything that is wrong is said at once")
  func problems() {
    var form = form
    #expect(form.problems(keeping: Profile(), at: Instant(seconds: 0)).isEmpty)
    (form.name, form.zone, form.links, form.interests) = (" ", "Atlantis/Center", "no page", ["looms"])
    let fields = form.problems(keeping: Profile(), at: Instant(seconds: 0)).compactMap { problem -> String? in
      guard case .invalid(let field, _, _) = problem else { return nil }
      return field
    }
    #expect(fields == ["Name", "Time zone", "Interests", "Links"])
  }
}
