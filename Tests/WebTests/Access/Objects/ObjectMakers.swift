import Conference
import Database
import Foundation
import Testing

@testable import Web

/// Makes things that belong to people, as the domain makes them.
enum ObjectMakers {
  typealias Make = ObjectRule.Make

  /// The person themselves; in the stranger's place somebody new, so that nothing that is done to them lasts.
  static let person: Make = { scene, owner in [try await scene.anew(owner).id] }

  static let portrait: Make = { scene, owner in [try await scene.portrayed(owner, isShown: false)] }
  static let shownPortrait: Make = { scene, owner in [try await scene.portrayed(owner, isShown: true)] }

  static let device: Make = { scene, owner in
    let browser = try await scene.story.browser(of: owner)
    let hash = try #require(browser.device).hash
    let row = try await scene.story.site.database.first("SELECT id FROM devices WHERE token_hash = \(hash)")
    let id: String = try #require(row).value(0)
    return [id]
  }

  static let identity: Make = { scene, owner in
    let id = Account.newId()
    _ = try await scene.story.site.database.execute(
      """
      INSERT INTO openid_identities (id, issuer, subject, account, tied_at, used_at)
      VALUES (\(id), 'https://issuer.example', \(id), \(owner.id), 1, 1)
      """)
    return [id]
  }

  static let note: Make = { scene, owner in
    let item = try #require(SavedItem(.paper, scene.ownPaper.id))
    try await scene.story.site.saved.note(scene.words(of: owner), on: item, of: owner.id)
    return [item.text]
  }

  static let calendar: Make = { scene, owner in
    let owner = try await scene.anew(owner)
    let secret = try await scene.story.site.privateCalendars.renew(for: owner.id)
    return ["\(secret.text).ics"]
  }

  /// The token in somebody's links to decline announcements, reminders, notices and invitations.
  static let mailToken: Make = { scene, owner in
    let (owner, token) = (try await scene.anew(owner), Secret.random().text)
    _ = try await scene.story.site.database.execute(
      """
      INSERT INTO mail_wishes (account, token) VALUES (\(owner.id), \(token))
      ON CONFLICT (account) DO UPDATE SET token = \(token)
      """)
    return [token]
  }

  static let questionToken: Make = { scene, owner in
    let (owner, token) = (try await scene.anew(owner), Secret.random().text)
    _ = try await scene.story.site.database.execute(
      """
      INSERT INTO question_digests (account, token) VALUES (\(owner.id), \(token))
      ON CONFLICT (account) DO UPDATE SET token = \(token)
      """)
    return [token]
  }

  /// A paper that has an author of the person's name; in the stranger's place one that has none.
  static let paper: Make = { scene, owner in [scene.paper(of: owner).id] }
}

extension ObjectScene {
  /// Somebody new in the stranger's place.
  func anew(_ owner: Account) async throws -> Account {
    owner.id == stranger.id ? try await Self.participant(stranger.name, story) : owner
  }

  func paper(of owner: Account) -> Paper { owner.id == stranger.id ? othersPaper : ownPaper }

  func portrayed(_ owner: Account, isShown: Bool) async throws -> String {
    let (owner, name) = (try await anew(owner), try picture(in: "portraits"))
    let profile = """
      {"interests":[],"isAround":false,"languages":[],"links":[],"portrait":"\(name)","reachable":true,\
      "shown":[\(isShown ? "\"portrait\"" : "")]}
      """
    _ = try await story.site.database.execute("UPDATE accounts SET profile = \(profile) WHERE id = \(owner.id)")
    return owner.id
  }

  /// Puts a picture into a folder, as one that was sent would lie there; returns its name.
  func picture(in folder: String) throws -> String {
    let (name, path) = ("\(Account.newId()).jpg", "\(story.data.path)/\(folder)")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data([0xFF, 0xD8, 0xFF, 0xD9]).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return name
  }
}
