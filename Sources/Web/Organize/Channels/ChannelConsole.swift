import Conference
import Hummingbird
import Markup

extension Routes {
  /// Channels for everybody, which organizers make.
  func addChannelConsole() {
    personal("organize/channels", .organizer) { try await ChannelConsole.page($0) }
    form("organize/channels", .organizer) { act in
      _ = try await act.site.generalChannels.add(
        title: act.form["title"] ?? "", purpose: act.form["purpose"], writers: ChannelConsole.writers(act),
        by: try act.personal.account.id)
      return .seeOther("/organize/channels?done=added")
    }
    form("organize/channels/:name", .organizer) { act in
      try await act.site.generalChannels.change(
        try ChannelConsole.key(act), title: act.form["title"] ?? "", purpose: act.form["purpose"],
        writers: ChannelConsole.writers(act), by: try act.personal.account.id)
      return .seeOther("/organize/channels?done=changed")
    }
    form("organize/channels/:name/removal", .organizer) { act in
      try await act.site.generalChannels.remove(try ChannelConsole.key(act), by: try act.personal.account.id)
      return .seeOther("/organize/channels?done=removed")
    }
  }
}

/// Where organizers make, rename and remove them.
enum ChannelConsole {
  static func page(_ personal: Personal) async throws -> Page {
    let channels = try await personal.visit.site.generalChannels.all()
    let counts = try await personal.visit.site.generalChannels.counts(for: try personal.account.id)
    return OrganizePage.page(
      "Channels", path: "/organize/channels", personal,
      body: """
        \(DoneNotice.html(personal.visit, ["added": "Made; it stands under Chat.", "changed": "Changed.", "removed": "Removed. A channel of the same title brings back what was written."]))
        <p>Every paper, event, session and sponsor has a channel already. These belong to nothing in particular.</p>
        \(HTML.when(channels.isEmpty, "<p class=\"muted\">None yet. A corridor is a good beginning.</p>"))
        \(channels.map { row($0, counts[$0.key.description], personal) })
        <section class="section" aria-labelledby="new"><div class="section-head"><h2 id="new">A new one</h2></div>
        \(form(nil, personal, action: "/organize/channels", button: "Make it"))</section>
        """)
  }

  private static func row(_ channel: Channel, _ count: ChannelCount?, _ personal: Personal) -> HTML {
    let path = "/organize/channels/\(channel.key.name)"
    return """
      <details class="card"><summary><strong dir="auto">\(channel.title)</strong> <span class="muted">\(channel.writers == .organizers ? "only organizers write" : "everybody writes")</span></summary>
      \(form(channel, personal, action: path, button: "Change it"))
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

  private static func form(_ channel: Channel?, _ personal: Personal, action: String, button: HTML) -> HTML {
    let name = channel?.key.name ?? "new"
    return """
      <form class="stack" action="\(url: action)" method="post">\(personal.tokenField)
      <label for="title-\(name)">Title</label><input class="field" id="title-\(name)" name="title" value="\(channel?.title)" maxlength="60" required dir="auto">
      <label for="purpose-\(name)">What it is for</label><input class="field" id="purpose-\(name)" name="purpose" value="\(channel?.purpose)" maxlength="200" dir="auto">
      <label class="choice"><input type="checkbox" name="organizers" value="1"\(HTML.when(channel?.writers == .organizers, " checked"))> Only organizers write in it</label>
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
