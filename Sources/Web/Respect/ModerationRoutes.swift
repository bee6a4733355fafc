import Conference
import Hummingbird

extension Routes {
  /// What moderators do, where it happens and on the record.
  func addModeration() {
    personal("conduct/record", .moderator) { try await ModerationRecordPage.page($0) }
    form("conduct/record/:id/undoing", .moderator) { try await ModerationActions.undo($0) }
    personal("conduct/people/:id", .moderator) { try await ModeratedPersonPage.page($0) }
    form("conduct/people/:id/mutes", .moderator) { try await ModerationActions.mute($0) }
    form("conduct/people/:id/ban", .moderator) { try await ModerationActions.ban($0) }
    personal("conduct/channels/:kind/:id", .moderator) { try await ModeratedChannelPage.page($0) }
    form("conduct/channels/:kind/:id/pace", .moderator) { try await ModerationActions.slow($0) }
    form("conduct/channels/:kind/:id/closing", .moderator) { try await ModerationActions.close($0) }
    form("conduct/channels/:kind/:id/opening", .moderator) { try await ModerationActions.open($0) }
    for kind in ["messages", "questions"] {
      form(RouterPath("conduct/\(kind)/:id/hiding"), .moderator) { try await ModerationActions.hide($0, kind) }
      form(RouterPath("conduct/\(kind)/:id/restoring"), .moderator) { try await ModerationActions.restore($0, kind) }
    }
  }
}

/// What moderators' forms do.
enum ModerationActions {
  static func undo(_ act: Act) async throws -> Reply {
    try await act.site.moderation.undo(try act.visit.parameter("id"), by: act.personal.access)
    return to(act, "/conduct/record?done=undone")
  }

  static func mute(_ act: Act) async throws -> Reply {
    let person = try act.visit.parameter("id")
    let minutes = act.form["minutes"].flatMap { Int($0) }
    try await act.site.moderation.mute(
      person, in: act.form["channel"], minutes: minutes == 0 ? nil : minutes ?? 10, why: act.form["why"] ?? "",
      by: act.personal.access)
    return to(act, "/conduct/people/\(person)?done=muted")
  }

  static func ban(_ act: Act) async throws -> Reply {
    let person = try act.visit.parameter("id")
    try await act.site.moderation.ban(
      person, hidesWords: act.form["hide"] != nil, why: act.form["why"] ?? "", by: act.personal.access)
    act.site.doorkeeper.forget(person)
    return to(act, "/conduct/people/\(person)?done=banned")
  }

  static func slow(_ act: Act) async throws -> Reply {
    let channel = try channel(act.visit)
    try await act.site.moderation.slow(
      channel, seconds: act.form["seconds"].flatMap { Int($0) } ?? 0, why: act.form["why"] ?? "",
      by: act.personal.access)
    return to(act, "/conduct/channels/\(channel)?done=slow")
  }

  static func close(_ act: Act) async throws -> Reply {
    let channel = try channel(act.visit)
    try await act.site.moderation.close(channel, why: act.form["why"] ?? "", by: act.personal.access)
    return to(act, "/conduct/channels/\(channel)?done=closed")
  }

  static func open(_ act: Act) async throws -> Reply {
    let channel = try channel(act.visit)
    try await act.site.moderation.open(channel, by: act.personal.access)
    return to(act, "/conduct/channels/\(channel)?done=opened")
  }

  static func channel(_ visit: Visit) throws -> String { "\(try visit.parameter("kind"))/\(try visit.parameter("id"))" }

  static func hide(_ act: Act, _ kind: String) async throws -> Reply {
    try await act.site.moderation.hide(try thing(act, kind), why: act.form["why"] ?? "", by: act.personal.access)
    return to(act, "/conduct/record?done=hidden")
  }

  static func restore(_ act: Act, _ kind: String) async throws -> Reply {
    try await act.site.moderation.restore(try thing(act, kind), by: act.personal.access)
    return to(act, "/conduct/record?done=undone")
  }

  private static func thing(_ act: Act, _ kind: String) throws -> WrittenThing {
    guard let thing = WrittenThing("\(kind)/\(try act.visit.parameter("id"))") else {
      throw ConferenceError.notFound("message")
    }
    return thing
  }

  /// Back to where it happened, where the form says so.
  private static func to(_ act: Act, _ path: String) -> Reply { .seeOther(act.form["back"] == nil ? path : act.back) }
}
