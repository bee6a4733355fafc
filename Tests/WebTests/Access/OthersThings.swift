import Conference
import Testing

@testable import Web

/// What two people who are none of the visitors asked, reported and wrote: to every visitor it is another's.
struct OthersThings: Sendable {
  /// Who asked for help, reported the other one, and wrote both messages.
  let owner: Account
  /// Who is reported and written to.
  let other: Account
  let request: String
  let report: String
  /// In the corridor.
  let message: String
  /// In the channel of the two.
  let whisper: String
  let channel: ChannelKey

  init(_ story: StorySite) async throws {
    let site = story.site
    owner = try await Self.person("Owner", "owner@example.org", story)
    other = try await Self.person("Other", "other@example.org", story)
    let door = ChannelDoor(Access(owner, conduct: nil), site.edition.program)
    request = try await site.helpDesk.ask(try HelpQuestion("No sound"), by: owner.id, client: "192.0.2.1")
    channel = try await site.directChannels.open(with: other.id, by: Access(owner, conduct: nil))
    let corridor = ChannelKey(kind: .general, name: "corridor")
    message = try await site.chat.post(try MessageText("Hello to all", client: nil), in: corridor, by: door).id
    whisper = try await site.chat.post(try MessageText("For you alone", client: nil), in: channel, by: door).id
    let reported = try await site.conductCases.find(.person, other.id, channel: nil, by: door)
    let letters = ConductCases.Letters(
      desk: { found, _ in Letter(purpose: .conduct, subject: "Report", text: found.id) },
      outside: { Letter(purpose: .conduct, subject: "Report", text: $0.id) })
    report = try await site.conductCases.report(reported, words: "Look", by: owner.id, letters: letters)
  }

  /// A participant whom others may write to.
  private static func person(_ name: String, _ email: String, _ story: StorySite) async throws -> Account {
    let people = story.site.people
    let details = try PersonDetails(
      name: name, email: email, affiliation: nil, country: nil, registration: nil)
    let account = try await people.register(details, by: nil)
    try await people.acceptConduct(try #require(story.site.edition.conduct), by: account.id)
    var form = ProfileForm()
    (form.name, form.isReachable) = (account.name, true)
    try await people.write(form, of: account.id)
    return account
  }
}
