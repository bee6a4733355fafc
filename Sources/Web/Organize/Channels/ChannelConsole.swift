import Conference
import Hummingbird
import Markup

extension Routes {
  /// Channels for everybody, which organizers make.
  func addChannelConsole() {
    personal("organize/channels", .organizer) { try await ChannelConsole.page($0) }
    form("organize/channels", .organizer) { act in
      do {
        _ = try await act.site.generalChannels.add(
          title: act.form["title"] ?? "", purpose: act.form["purpose"], writers: ChannelConsole.writers(act),
          by: try act.personal.account.id)
        return .seeOther("/organize/channels?done=added")
      } catch let error as ConferenceError {
        return try await ChannelConsole.refused(act, of: nil, error)
      }
    }
    form("organize/channels/:name", .organizer) { act in
      let key = try ChannelConsole.key(act)
      do {
        try await act.site.generalChannels.change(
          key, title: act.form["title"] ?? "", purpose: act.form["purpose"],
          writers: ChannelConsole.writers(act), by: try act.personal.account.id)
        return .seeOther("/organize/channels?done=changed")
      } catch let error as ConferenceError {
        return try await ChannelConsole.refused(act, of: key, error)
      }
    }
    form("organize/channels/:name/removal", .organizer) { act in
      try await act.site.generalChannels.remove(try ChannelConsole.key(act), by: try act.personal.account.id)
      return .seeOther("/organize/channels?done=removed")
    }
  }
}

/// Where organizers make, rename and remove them.
enum ChannelConsole {
  /// A form that was refused.
  struct Refused {
    /// Of the channel that it was to change; nil for a new one.
    let key: ChannelKey?
    let title: String
    let purpose: String?
    let writers: Channel.Writers
    let problem: HTML
  }

  /// The page again with what was typed and what is wrong with it.
  static func refused(_ act: Act, of key: ChannelKey?, _ error: ConferenceError) async throws -> Reply {
    try await .refused(error) { problem in
      let refused = Refused(
        key: key, title: act.form["title"] ?? "", purpose: act.form["purpose"], writers: writers(act), problem: problem)
      return try await page(act.personal, refused: refused)
    }
  }

  static func page(_ personal: Personal, refused: Refused? = nil) async throws -> Page {
    let channels = try await personal.visit.site.generalChannels.all()
    let counts = try await personal.visit.site.generalChannels.counts(for: try personal.account.id)
    return OrganizePage.page(
      "Channels", path: "/organize/channels", personal,
      body: """
        \(DoneNotice.html(personal.visit, ["added": "Made; it stands under Chat.", "changed": "Changed.", "removed": "Removed. A channel of the same title brings back what was written."]))
        <p>Every paper, event, session and sponsor has a channel already. These belong to nothing in particular.</p>
        \(HTML.when(channels.isEmpty, "<p class=\"muted\">None yet. A corridor is a good beginning.</p>"))
        \(channels.map { row($0, counts[$0.key.description], refused, personal) })
        <section class="section" aria-labelledby="new"><div class="section-head"><h2 id="new">A new one</h2></div>
        \(form(nil, refused.flatMap { $0.key == nil ? $0 : nil }, personal, action: "/organize/channels", button: "Make it"))</section>
        """)
  }

  private static func row(_ channel: Channel, _ count: ChannelCount?, _ refused: Refused?, _ personal: Personal)
    -> HTML
  {
    let path = "/organize/channels/\(channel.key.name)"
    let mine = refused.flatMap { $0.key == channel.key ? $0 : nil }
    return """
      <details class="card"\(HTML.when(mine != nil, " open"))><summary><strong dir="auto">\(channel.title)</strong> <span class="muted">\(channel.writers == .organizers ? "only organizers write" : "everybody writes")</span></summary>
      \(form(channel, mine, personal, action: path, button: "Change it"))
      <form action="\(url: path)/removal" method="post">\(personal.tokenField)<p class="muted">\(consequence(count))</p><button class="button" type="submit">Remove “\(channel.title)”</button></form></details>
      """
  }

  /// What removing one takes from whom.
  private static func consequence(_ count: ChannelCount?) -> String {
    guard let count else { return "Nothing was written in it." }
    let (messages, people) = (
      count.messages == 1 ? "1 message" : "\(count.messages) messages", Telling.people(count.people)
    )
    return "\(messages) by \(people) can no longer be read by anybody once it is removed."
  }

  private static func form(
    _ channel: Channel?, _ refused: Refused?, _ personal: Personal, action: String, button: HTML
  ) -> HTML {
    let name = channel?.key.name ?? "new"
    let title = refused?.title ?? channel?.title
    let purpose = refused.map(\.purpose) ?? channel?.purpose
    let isForOrganizers = (refused?.writers ?? channel?.writers) == .organizers
    return """
      \(refused?.problem)
      <form class="stack" action="\(url: action)" method="post">\(personal.tokenField)
      <label for="title-\(name)">Title</label><input class="field" id="title-\(name)" name="title" value="\(title)" maxlength="60" required dir="auto">
      <label for="purpose-\(name)">What it is for</label><input class="field" id="purpose-\(name)" name="purpose" value="\(purpose)" maxlength="200" dir="auto">
      <label class="choice"><input type="checkbox" name="organizers" value="1"\(HTML.when(isForOrganizers, " checked"))> Only organizers write in it</label>
      <button class="button is-main" type="submit">\(button)</button></form>
      """
  }

  static func writers(_ act: Act) -> Channel.Writers { act.form["organizers"] == nil ? .everyone : .organizers }

  static func key(_ act: Act) throws -> ChannelKey {
    guard let key = ChannelKey("general/\(try act.visit.parameter("name"))") else {
      throw ConferenceError.notFound("channel")
    }
    return key
  }
}
