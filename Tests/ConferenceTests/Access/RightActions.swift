import Database

@testable import Conference

/// All that the domain does for those who have the right to it.
extension RightScene {
  private var database: Database { scratch.database }
  private var clock: Clock { scratch.clock }

  var people: [RightAction] {
    let (people, target, database, clock, signIns) = (scratch.people, target, database, clock, scratch.signIns())
    func details(_ email: String) throws -> PersonDetails {
      try PersonDetails(name: "Ada Nwosu", email: email, affiliation: nil, country: nil, registration: nil)
    }
    let (same, other) = (try? details("target@example.org"), try? details("registered@example.org"))
    return [
      RightAction("setRole", with: [.rolesWrite]) { try await people.setRole(.volunteer, of: target.id, by: $0) },
      RightAction("setStanding", with: [.peopleWrite]) { try await people.setStanding(.active, of: target.id, by: $0) },
      RightAction("signOut", with: [.peopleWrite]) { try await people.signOut(target.id, by: $0) },
      RightAction("admit", with: [.peopleWrite]) {
        try await people.admit(target.id, by: $0) { Letter(purpose: .notice, subject: "In", text: $0.name) }
      },
      RightAction("admit several", with: [.peopleWrite]) {
        _ = try await people.admit([target.id], by: $0) { Letter(purpose: .notice, subject: "In", text: $0.name) }
      },
      RightAction("erase", with: [.peopleWrite]) {
        guard let email = EmailAddress("\(Account.newId())@example.org") else { return }
        let other = Account(email: email, name: "Eve", added: clock.now())
        try await database.write { try People.add(other, at: other.added, $0) }
        try await people.erase(other.id, by: $0, in: DataFolder(path: "/nowhere"))
      },
      RightAction("register", with: [.peopleWrite]) {
        if let other { _ = try await people.register(other, by: $0) }
      },
      RightAction("correct", with: [.peopleWrite]) {
        if let same { _ = try await people.correct(target.id, to: same, by: $0) }
      },
      RightAction("invite", with: [.peopleWrite]) {
        _ = try await Invitations(database, clock: clock).invite(to: "C", address: "https://c.example", by: $0)
      },
      RightAction("import people", with: [.peopleImport]) {
        let list = PeopleList(file: "people.csv", bytes: Array("email,name\nnew@example.org,New\n".utf8))
        _ = try await PeopleImport(database, clock: clock).run(list, by: $0)
      },
      RightAction("issue a code", with: [.signInWrite]) { _ = try await signIns.issue(for: target, by: $0) },
      RightAction("make a token", with: []) {
        _ = try await APITokens(database, clock: clock).add("Mine", [.recordRead], lasting: 1, by: $0)
      },
      RightAction("revoke a token", with: []) { try await APITokens(database, clock: clock).revoke("none", by: $0) },
    ]
  }

  var reading: [RightAction] {
    let (people, target, database, clock) = (scratch.people, target, database, clock)
    let announcements = Announcements(database, clock: clock)
    return [
      RightAction("search people", with: [.peopleRead]) { _ = try await people.search(PeopleChoice(), for: $0) },
      RightAction("see the name on the list", with: [.peopleRead]) {
        _ = try await people.listedName(of: target.id, for: $0)
      },
      RightAction("see who wants no mails", with: [.peopleRead]) {
        _ = try await InvitationWishes(database, clock: clock).declined(by: target.id, for: $0)
      },
      RightAction("read the record", with: [.recordRead]) { _ = try await people.deeds(for: $0) },
      RightAction("read of one", with: [.recordRead]) { _ = try await people.deeds(about: target.id, for: $0) },
      RightAction("arrival", with: [.recordRead]) { _ = try await people.arrival(of: target, for: $0) },
      RightAction("list tokens", with: []) { _ = try await APITokens(database, clock: clock).all(for: $0) },
      RightAction("all announcements", with: [.announcementsRead, .announcementsWrite]) {
        _ = try await announcements.all(for: $0)
      },
      RightAction("one announcement", with: [.announcementsRead, .announcementsWrite]) {
        _ = try await announcements.announcement("none", for: $0)
      },
    ]
  }

  var settings: [RightAction] {
    let (database, clock, now) = (database, clock, scratch.time.now)
    return [
      RightAction("choose policies", with: [.settingsWrite]) { try await Policies().choose(by: $0, database, at: now) },
      RightAction("choose registration", with: [.settingsWrite]) {
        try await Registration(mode: .open).choose(by: $0, database, at: now)
      },
      RightAction("store a logo", with: [.settingsWrite, .programWrite]) {
        // Too large for a picture: nothing is left behind.
        let bytes = [UInt8](repeating: 0, count: LogoPicture.limit + 1)
        try await ProgramEditor(database, clock: clock).takeLogo(bytes, by: $0, in: DataFolder(path: "/nowhere"))
      },
      RightAction("see who may be on the desk", with: [.conductWrite]) {
        _ = try await ConductCases(database, clock: clock, in: DataFolder(path: "/nowhere")).eligible(for: $0)
      },
      RightAction("choose the conduct desk", with: [.conductWrite]) {
        try await ConductDesk().choose(by: $0, database, at: now)
      },
      RightAction("change the conference", with: [.settingsWrite, .programWrite]) {
        try await ProgramEditor(database, clock: clock).changeConference(by: $0) { $0.tagline = "Another" }
      },
    ]
  }

  var program: [RightAction] {
    let (database, clock, now, target, change) = (database, clock, scratch.time.now, target, change)
    let (editor, store) = (ProgramEditor(database, clock: clock), ProgramStore(database))
    let claims = PaperClaims(database, clock: clock)
    return [
      RightAction("edit", by: Self.chairs, with: [.programWrite]) {
        try await editor.edit(by: $0) { try $0.put(Paper(id: Account.newId(), title: "New"), seen: .nothing) }
      },
      RightAction("undo", by: Self.chairs, with: [.programWrite]) { try await editor.undo(change, by: $0) },
      RightAction("import the program", by: Self.chairs, with: [.programWrite]) {
        if let draft = try await store.draft() { try await store.apply(draft, by: $0, now: now) }
      },
      RightAction("see what an import would change", by: Self.chairs, with: [.programWrite]) {
        let none = Draft(conference: ConferenceInfo(id: "c", name: "Conference"))
        _ = try await store.changes(pruning: false, for: $0) { $0 ?? none }
      },
      RightAction("list changes", by: Self.chairs, with: [.programRead]) { _ = try await editor.changes(for: $0) },
      RightAction("read a change", by: Self.chairs, with: [.programRead]) {
        _ = try await editor.change(change, for: $0)
      },
      RightAction("list claims", by: Self.chairs, with: [.programRead]) { _ = try await claims.waiting(for: $0) },
      RightAction("list decided claims", by: Self.chairs, with: [.programRead]) {
        _ = try await claims.decided(for: $0)
      },
      RightAction("decide a claim", by: Self.chairs, with: [.programWrite]) {
        try await claims.decide("claimed", of: target.id, isGranted: true, by: $0)
      },
    ]
  }

  var mail: [RightAction] {
    let (now, outbox) = (scratch.time.now, Outbox(database, clock: clock))
    let announcements = Announcements(database, clock: clock)
    return [
      RightAction("announce", with: [.announcementsWrite]) {
        _ = try await announcements.add(AnnouncementText(title: "News", text: "", from: now), by: $0)
      },
      RightAction("change an announcement", with: [.announcementsWrite]) {
        try await announcements.change("none", to: AnnouncementText(title: "News", text: "", from: now), by: $0)
      },
      RightAction("withdraw", with: [.announcementsWrite]) { try await announcements.withdraw("none", by: $0) },
      RightAction("approve a batch", with: [.mailWrite]) { try await outbox.approve(batch: "none", by: $0) },
      RightAction("drop a batch", with: [.mailWrite]) { try await outbox.drop(batch: "none", by: $0) },
      RightAction("send a mail again", with: [.mailWrite]) { try await outbox.retry("none", by: $0) },
      RightAction("drop a mail", with: [.mailWrite]) { try await outbox.drop("none", by: $0) },
      RightAction("list mails", with: [.mailRead, .mailWrite]) { _ = try await outbox.page(for: $0) },
      RightAction("read a mail", with: [.mailRead, .mailWrite]) { _ = try await outbox.entry("none", for: $0) },
      RightAction("count mails", with: [.mailRead, .mailWrite]) { _ = try await outbox.counts(for: $0) },
      RightAction("list batches", with: [.mailRead, .mailWrite]) { _ = try await outbox.batches(for: $0) },
    ]
  }

  var talking: [RightAction] {
    let channels = GeneralChannels(database, clock: clock)
    let (questions, key) = (Questions(database, clock: clock), ChannelKey(kind: .general, name: "none"))
    return [
      RightAction("make a channel", with: [.conversationWrite]) {
        _ = try await channels.add(title: "Looms", purpose: nil, writers: .everyone, by: $0)
      },
      RightAction("change a channel", with: [.conversationWrite]) {
        try await channels.change(key, title: "Looms", purpose: nil, writers: .everyone, by: $0)
      },
      RightAction("remove a channel", with: [.conversationWrite]) { try await channels.remove(key, by: $0) },
      RightAction("see how much stands in channels", with: [.conversationWrite]) {
        _ = try await channels.counts(for: $0)
      },
      RightAction("see where questions are", with: [.conversationRead]) {
        _ = try await questions.counts(for: $0)
        _ = try await questions.papers(answeredFewerThan: 1, for: $0)
        _ = try await questions.totals(for: $0)
      },
      RightAction("nudge", with: [.conversationWrite]) {
        _ = try await questions.nudge(by: $0, address: "https://c.example")
      },
      RightAction("nudge the authors of a paper", with: [.conversationWrite]) {
        _ = try await questions.nudge(.one("none"), by: $0, address: "https://c.example")
      },
      RightAction("nudge authors to ask", with: [.conversationWrite]) {
        _ = try await questions.nudgeToAsk(by: $0, address: "https://c.example")
      },
    ]
  }
}
