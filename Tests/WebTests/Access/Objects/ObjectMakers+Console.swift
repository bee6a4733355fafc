import Conference
import Mail
import Testing

@testable import Web

/// What helpers and organizers make, which is nobody's own.
extension ObjectMakers {
  static let shift: Make = { scene, _ in
    let now = scene.story.site.clock.now()
    return [
      try await scene.story.site.helpShifts.add(
        from: now, until: now.adding(minutes: 60), places: 9, by: scene.chief.id)
    ]
  }

  static let problem: Make = { scene, _ in
    let problems = scene.story.site.knownProblems
    try await problems.add("Zoom is down", text: "", hours: 1, by: scene.chief.id)
    let shown = try await problems.shown()
    return [try #require(shown.first).id]
  }

  static let generalChannel: Make = { scene, _ in
    let channel = try await scene.story.site.generalChannels.add(
      title: "Looms \(Account.newId())", purpose: nil, writers: .everyone, by: scene.chief.id)
    return [channel.key.name]
  }
  static let moderatedChannel: Make = { scene, owner in ["general"] + (try await generalChannel(scene, owner)) }

  static let announcement: Make = { scene, _ in
    let site = scene.story.site
    let text = try AnnouncementText(title: "News", text: "", from: site.clock.now())
    return [try await Announcements(site.database, clock: site.clock).add(text, by: scene.chief.id)]
  }

  static let mail: Make = { scene, _ in
    let site = scene.story.site
    let mail = OutgoingMail(
      to: try MailAddress("reader@example.net"), purpose: .notice, subject: try HeaderText("News"), text: "News")
    let id = try await Outbox(site.database, clock: site.clock).enqueue(mail)
    return [try #require(id)]
  }

  static let token: Make = { scene, _ in
    let site = scene.story.site
    let made = try await APITokens(site.database, clock: site.clock).add(
      "A test", [.recordRead], lasting: 1, by: scene.chief.id)
    return [made.token.id]
  }

  static let change: Make = { scene, _ in
    let (site, id) = (scene.story.site, Account.newId())
    let change = try await ProgramEditor(site.database, clock: site.clock).edit(by: scene.chief.id) {
      try $0.put(Paper(id: id, title: "New"), seen: .nothing)
    }
    let made = try #require(change)
    return ["\(made.id)"]
  }
}
