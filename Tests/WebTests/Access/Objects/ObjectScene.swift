import Conference
import Database
import Foundation
import Testing

@testable import Web

/// A story in which everybody can have things of their own, and others have the same.
struct ObjectScene: Sendable {
  let story: StorySite
  /// Whose all is that is another's.
  let stranger: Account
  /// With whom everybody has what takes two.
  let companion: Account
  /// An organizer who makes what organizers make, and hides what others wrote.
  let chief: Account
  /// Which has all visitors among its authors, where the story was made with `name`.
  let ownPaper: Paper
  /// Which has none of them.
  let othersPaper: Paper

  init(_ story: StorySite) async throws {
    self.story = story
    let program = story.site.edition.program
    ownPaper = try #require(program.paper(Story.heroinePaper))
    othersPaper = try #require(program.papers.first { $0.id != Story.heroinePaper })
    stranger = try await Self.participant("Zephyrine Quillfeather", story)
    companion = try await Self.participant("Companion", story)
    let organizer = try await Self.participant("Chief", story)
    try await story.site.people.setRole(.organizer, of: organizer.id, by: nil)
    let stored = try await story.site.people.account(organizer.id)
    chief = try #require(stored)
  }

  /// Makes all visitors authors of one paper, and of no other.
  static func name(_ draft: inout Draft) {
    for index in draft.papers.indices {
      for author in draft.papers[index].authors.indices { draft.papers[index].authors[author].email = nil }
      guard draft.papers[index].id == Story.heroinePaper else { continue }
      draft.papers[index].authors += Visitor.allCases.map { Person(name: $0.rawValue, email: $0.email) }
    }
  }

  /// Somebody whom others may write to, and who has accepted the code of conduct.
  static func participant(_ name: String, _ story: StorySite) async throws -> Account {
    let people = story.site.people
    let details = try PersonDetails(
      name: name, email: "person-\(Account.newId().lowercased())@example.net", affiliation: nil, country: nil,
      registration: nil)
    let account = try await people.register(details, by: nil)
    try await people.acceptConduct(try #require(story.site.edition.conduct), by: account.id)
    var form = ProfileForm()
    (form.name, form.isReachable) = (name, true)
    try await people.write(form, of: account.id)
    let stored = try await people.account(account.id)
    return try #require(stored)
  }

  /// Lets others write to the visitors, who then have channels of two.
  func openProfiles() async throws {
    for visitor in Visitor.allCases where Set<Visitor>.participants.contains(visitor) {
      let account = try await story.account(visitor)
      var form = ProfileForm()
      (form.name, form.isReachable) = (account.name, true)
      try await story.site.people.write(form, of: account.id)
    }
  }

  /// What somebody writes into all that they make.
  func words(of owner: Account) -> String { "Only for \(owner.id)" }

  func access(_ account: Account) -> Access { Access(account, conduct: story.site.edition.conduct) }

  func door(_ account: Account) -> ChannelDoor { ChannelDoor(access(account), story.site.edition.program) }

  /// Makes room for the next thing: nothing that was made before counts towards what one may make.
  func makeRoom() async throws {
    try await story.site.database.write { connection in
      try connection.execute("DELETE FROM allowances")
      try connection.execute("UPDATE announcements SET withdrawn_at = 1 WHERE withdrawn_at IS NULL")
      try connection.execute("UPDATE api_tokens SET revoked_at = 1 WHERE revoked_at IS NULL")
      try connection.execute("UPDATE channels SET removed_at = 1 WHERE id LIKE 'general/looms%' AND removed_at IS NULL")
      try connection.execute("DELETE FROM blocks")
    }
  }

  /// Whether a table still has what was made.
  func has(_ id: String, in table: String) async throws -> Bool {
    let database = story.site.database
    let row =
      table == "devices"
      ? try await database.first("SELECT 1 FROM devices WHERE id = \(id)")
      : try await database.first("SELECT 1 FROM openid_identities WHERE id = \(id)")
    return row != nil
  }
}
