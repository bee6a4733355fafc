import Conference
import Markup

/// What moderators did, and why.
enum ModerationRecordPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let paging = Paging(visit.query)
    let found = try await visit.site.moderation.record(
      for: try personal.account.id, offset: paging.offset, limit: Paging.size + 1)
    return ConductPages.page(
      "Record of moderation", path: "/conduct/record", personal,
      body: """
        \(DoneNotice.html(visit, ["undone": "Undone.", "hidden": "Hidden. It can be shown again here."]))
        \(try await ModerationList.html(Array(found.prefix(Paging.size)), personal))
        \(paging.html("/conduct/record", visit.query, keeping: [], hasMore: found.count > Paging.size))
        """)
  }
}

enum ModerationList {
  static func html(_ entries: [ModerationEntry], _ personal: Personal) async throws -> HTML {
    guard !entries.isEmpty else { return "<p class=\"muted\">Nothing yet.</p>" }
    let names = try await ChannelNames(personal.visit)
    return "<ul class=\"rows\">\(entries.map { row($0, names, personal) })</ul>"
  }

  private static func row(_ entry: ModerationEntry, _ names: ChannelNames, _ personal: Personal) -> HTML {
    """
    <li><span><strong dir="auto">\(entry.byName)</strong> \(words(entry, names, personal.visit))<br>
    <span class="muted">\(ConsoleTime.html(entry.at, personal.visit))\(HTML.when(!entry.why.isEmpty, ": <span dir=\"auto\">\(entry.why)</span>"))\(
      entry.undone.map { "; undone \(ConsoleTime.html($0, personal.visit)) by \(entry.undoneByName ?? "the command line")" as HTML })</span></span>
    \(HTML.when(entry.stands(at: personal.visit.now) && !isOwn(entry, personal), undo(entry, personal)))</li>
    """
  }

  /// Whether it hid what its reader wrote, which others bring back.
  private static func isOwn(_ entry: ModerationEntry, _ personal: Personal) -> Bool {
    let me = personal.access.account?.id
    return entry.action == .hide && entry.person == me && entry.by != me
  }

  private static func undo(_ entry: ModerationEntry, _ personal: Personal) -> HTML {
    """
    <form action="\(url: "/conduct/record/\(entry.id)/undoing")" method="post">\(personal.tokenField)<input type="hidden" name="back" value="\(personal.visit.path.prefix { $0 != "?" })">
    <button class="button" type="submit">Undo<span class="sr">: \(entry.action.rawValue) \(entry.personName)</span></button></form>
    """
  }

  private static func words(_ entry: ModerationEntry, _ names: ChannelNames, _ visit: Visit) -> HTML {
    let person: HTML =
      entry.person.map {
        "<a href=\"\(url: "/conduct/people/\($0)")\" dir=\"auto\">\(entry.personName)</a>"
      } ?? .empty
    let channel: HTML = HTML.when(
      !entry.channel.isEmpty,
      " in <a href=\"\(url: "/chat/\(entry.channel)")\" dir=\"auto\">\(names[entry.channel])</a>")
    switch entry.action {
    case .hide: return "hid \(thing(entry)) of \(person)\(channel)"
    case .show: return "showed \(thing(entry)) of \(person)\(channel) again"
    case .mute:
      let place: HTML = entry.channel.isEmpty ? " everywhere" : channel
      return "muted \(person)\(place)\(entry.until.map { " until \(ConsoleTime.html($0, visit))" as HTML })"
    case .slow:
      let seconds = entry.seconds ?? 0
      return seconds == 0
        ? "ended the slow mode\(channel)" : "slowed down\(channel): one message in \(ChannelRules.words(seconds))"
    case .close: return "closed the channel\(channel)"
    case .ban: return "banned \(person)"
    }
  }

  private static func thing(_ entry: ModerationEntry) -> HTML {
    switch entry.subject.flatMap({ WrittenThing($0) }) {
    case .message(let id): "<a href=\"\(url: "/messages/\(id)")\">a message</a>"
    case .question(let id): "<a href=\"\(url: "/question/\(id)")\">a question</a>"
    case nil: "something"
    }
  }
}

/// Somebody, as moderators see them.
enum ModeratedPersonPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    guard let account = try await visit.site.people.account(try visit.parameter("id")), account.standing != .erased
    else {
      throw ConferenceError.notFound("person")
    }
    let entries = try await visit.site.moderation.record(
      ModerationChoice(person: account.id), for: try personal.account.id, limit: 100)
    let names = try await ChannelNames(visit)
    let isBannedHere = entries.contains { $0.action == .ban && $0.stands(at: visit.now) }
    return ConductPages.page(
      account.name, path: "/conduct/people/\(account.id)", personal,
      body: """
        \(DoneNotice.html(visit, ["muted": "Muted.", "banned": "Banned: signed out everywhere, and shut out until it is undone below."]))
        <p>\(account.role.name)\(account.affiliation.map { ", \($0)" })\(HTML.when(account.standing != .active, ", <strong>\(account.standing.word)</strong>")). <a href="\(url: "/people/\(account.id)")">Profile</a></p>
        \(MuteNotice.html(entries, names, visit))
        \(HTML.when(account.standing == .banned && !isBannedHere, "<p class=\"muted\">Who banned them is on the record of the organizers, of whom any can let them in again.</p>"))
        \(personal.access.mayModerate(account) ? forms(account, names, personal) : "<p class=\"muted\">Only somebody with a higher role may mute or ban them.</p>")
        <section class="section" aria-labelledby="record"><h2 id="record">Record</h2>\(try await ModerationList.html(entries, personal))</section>
        """)
  }

  /// Nothing for who is shut out: only organizers let in whom they removed.
  private static func forms(_ account: Account, _ names: ChannelNames, _ personal: Personal) -> HTML {
    guard account.mayComeIn else { return .empty }
    let path = "/conduct/people/\(account.id)"
    let channel = personal.visit.query["channel"]
    return """
      <section class="section" aria-labelledby="mute"><h2 id="mute">Mute</h2>
      <form class="stack" action="\(url: path + "/mutes")" method="post">\(personal.tokenField)
      \(place(channel, names))
      <label for="minutes">For how long</label><select class="field is-short" id="minutes" name="minutes">\(MuteLength.options)</select>
      \(why("mute-why"))<button class="button is-main" type="submit">Mute</button></form></section>
      <section class="section" aria-labelledby="ban"><h2 id="ban">Ban</h2>
      <form class="stack" action="\(url: path + "/ban")" method="post">\(personal.tokenField)
      <p>They are signed out everywhere at once, and can neither sign in nor register again until it is undone.</p>
      <label class="choice"><input type="checkbox" name="hide" value="1"> Hide what they wrote, too</label>
      \(why("ban-why"))<button class="button" type="submit">Ban \(account.name)</button></form></section>
      """
  }

  private static func place(_ channel: String?, _ names: ChannelNames) -> HTML {
    guard let channel else { return .empty }
    return """
      <label for="where">Where</label><select class="field is-short" id="where" name="channel"><option value="\(channel)">Only in \(names[channel])</option><option value="">Everywhere</option></select>
      """
  }

  private static func why(_ id: String) -> HTML { ModerationWhy.field(id) }
}

/// Where somebody may not write now, and until when.
enum MuteNotice {
  /// - Parameter entries: what moderators did to them.
  static func html(_ entries: [ModerationEntry], _ names: ChannelNames, _ visit: Visit) -> HTML {
    let mutes = entries.filter { $0.action == .mute && $0.stands(at: visit.now) }
    return mutes.map { mute -> HTML in
      let place: HTML =
        mute.channel.isEmpty
        ? "everywhere" : "in <a href=\"\(url: "/chat/\(mute.channel)")\" dir=\"auto\">\(names[mute.channel])</a>"
      let end: HTML = mute.until.map { "until \(ConsoleTime.html($0, visit))" as HTML } ?? "until it is undone"
      return "<p class=\"notice\">Muted \(place) \(end).</p>"
    }.joined()
  }
}

enum ModerationWhy {
  static func field(_ id: String) -> HTML {
    """
    <label for="\(id)">Why, for other moderators <span class="muted">(optional)</span></label><input class="field" id="\(id)" name="why" maxlength="500" dir="auto" autocomplete="off">
    """
  }
}

enum MuteLength {
  static var options: HTML {
    [(10, "10 minutes"), (60, "1 hour"), (1_440, "1 day"), (10_080, "7 days"), (0, "Until it is undone")]
      .map { "<option value=\"\($0)\">\($1)</option>" as HTML }.joined()
  }
}

/// A channel, as moderators keep it in order.
enum ModeratedChannelPage {
  static func page(_ personal: Personal) async throws -> Page {
    let visit = personal.visit
    let channel = try ModerationActions.channel(visit)
    let rules = try await visit.site.moderation.rules(of: channel)
    let entries = try await visit.site.moderation.record(
      ModerationChoice(channel: channel), for: try personal.account.id, limit: 100)
    return ConductPages.page(
      "Keep order in \(try await ChannelNames(visit)[channel])", path: "/conduct/channels/\(channel)", personal,
      body: """
        \(DoneNotice.html(visit, ["slow": "It holds from now on.", "closed": "Closed; only moderators can write.", "opened": "Open again; it holds from now on."]))
        \(rules.closed.map { closed(channel, since: $0, personal) })
        <p><a href="\(url: "/chat/\(channel)")">To the channel</a></p>
        <form class="stack" action="\(url: "/conduct/channels/\(channel)/pace")" method="post">\(personal.tokenField)
        <label for="seconds">Slow mode: one message of each person in</label><select class="field is-short" id="seconds" name="seconds">\(paces(rules.slowSeconds))</select>
        \(ModerationWhy.field("pace-why"))<button class="button is-main" type="submit">Save</button></form>
        \(HTML.when(rules.closed == nil, close(channel, personal)))
        <section class="section" aria-labelledby="record"><h2 id="record">Record</h2>\(try await ModerationList.html(entries, personal))</section>
        """)
  }

  private static func paces(_ current: Int) -> HTML {
    [
      (0, "any time"), (10, "10 seconds"), (30, "30 seconds"), (60, "1 minute"), (300, "5 minutes"),
      (900, "15 minutes"),
    ]
    .map { "<option value=\"\($0)\"\(HTML.when($0 == current, " selected"))>\($1)</option>" as HTML }.joined()
  }

  private static func closed(_ channel: String, since: Instant, _ personal: Personal) -> HTML {
    let open = ConsoleButton(
      action: "/conduct/channels/\(channel)/opening", label: "Open the channel again",
      consequence: "Everybody who may write in it can do so again at once.", isMain: true)
    return """
      <section class="notice" aria-label="Closed"><p>It has been closed since \(ConsoleTime.html(since, personal.visit)): only moderators write.</p>
      \(open.html(personal))</section>
      """
  }

  private static func close(_ channel: String, _ personal: Personal) -> HTML {
    """
    <form class="stack" action="\(url: "/conduct/channels/\(channel)/closing")" method="post">\(personal.tokenField)
    <p>Nobody but moderators can write in a closed channel; everybody can go on reading it.</p>
    \(ModerationWhy.field("close-why"))<button class="button" type="submit">Close the channel</button></form>
    """
  }
}
