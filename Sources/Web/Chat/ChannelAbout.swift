import Conference
import Markup

/// What a channel that organizers made is called, what it is for, and who writes in it: the same for everybody, so that open pages take it up when it is changed.
enum ChannelAbout {
  static let titleID = "channel-title"
  private static let (purposeID, writersID) = ("channel-purpose", "channel-writers")

  static func purpose(_ channel: Channel) -> HTML {
    guard let purpose = channel.purpose else { return "<p id=\"\(purposeID)\" hidden></p>" }
    return "<p class=\"muted\" id=\"\(purposeID)\" dir=\"auto\">\(purpose)</p>"
  }

  /// Above the box to write in, or in its place.
  static func writers(_ channel: Channel) -> HTML {
    guard channel.key.kind == .general else { return .empty }
    guard channel.writers == .organizers else { return "<p id=\"\(writersID)\" hidden></p>" }
    return "<p class=\"muted\" id=\"\(writersID)\">Only organizers write here.</p>"
  }

  static func updates(_ name: String, _ site: Site) async throws -> [LiveUpdate] {
    guard let channel = try await site.generalChannels.all().first(where: { $0.key.description == name }) else {
      return []
    }
    return [
      .text(channel.title, id: titleID), .put(purpose(channel), id: purposeID, in: ""),
      .put(writers(channel), id: writersID, in: ""),
    ]
  }
}
