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

  @Test("who calls themselves otherwise is on record with what they were, and what a list calls them stays")
  func renamed() async throws {
    try await ScratchPeople.run { scratch in
      let list = PeopleList(file: "people.csv", bytes: Array("email,name\nada@example.org,Ada Nwosu\n".utf8))
      _ = try await PeopleImport(scratch.database, clock: scratch.clock).run(list, by: nil)
      let ada = try #require(try await scratch.account("ada@example.org"))
      try await scratch.people.write(form, of: ada.id)
      let deeds = try await scratch.people.deeds(about: ada.id, for: nil).map(\.deed)
      #expect(deeds.map(\.action) == [Deed.ownDetails] && deeds.first?.by == ada.id)
      #expect(
        deeds.first?.detail == [
          "name": "Ada Nwosu → Adaeze Okonkwo", "affiliation": "(nothing) → University of Lagos",
        ])
      #expect(deeds.first?.isPersonal == true)
      #expect(try await scratch.people.listedName(of: ada.id, for: nil) == "Ada Nwosu")
      // What others see besides is no matter of the record.
      var other = form
      (other.pronouns, other.shown) = (nil, [])
      try await scratch.people.write(other, of: ada.id)
      #expect(try await scratch.people.deeds(about: ada.id, for: nil).count == 1)
    }
  }

  @Test(
    "nobody takes the name of somebody with a role for themselves, however it is written",
    arguments: ["Ébéba Chair", "EBEBA  CHAIR", "Ebeba Chair.", "Ebeba\u{200B} Chair", "E\u{301}beba-Chair"])
  func taken(name: String) async throws {
    try await ScratchPeople.run { scratch in
      let organizer = try await scratch.add("chair@example.org", name: "Ebéba Chair", role: .organizer)
      let ada = try await scratch.add("ada@example.org", name: "Ada")
      var form = ProfileForm()
      form.name = name
      let taken = form
      let refusal = await #expect(throws: ConferenceError.self) { try await scratch.people.write(taken, of: ada.id) }
      guard case .invalid("Name", _, _)? = refusal else { throw ConferenceError.conflict("\(refusal as Any)") }
      #expect(try await scratch.people.account(ada.id)?.name == "Ada")
      // One's own name is one's own, and a namesake whom a list or an organizer calls so changes the rest.
      try await scratch.people.write(form, of: organizer.id)
      let namesake = try await scratch.add("namesake@example.org", name: "Ebeba Chair")
      form.affiliation = "Unilag"
      try await scratch.people.write(form, of: namesake.id)
      #expect(try await scratch.people.account(namesake.id)?.affiliation == "Unilag")
      // That of another participant is anybody's.
      form.name = "ada"
      try await scratch.people.write(form, of: namesake.id)
    }
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
