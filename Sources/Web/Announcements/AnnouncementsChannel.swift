import Conference
import Markup

/// The channel that every conference begins with for what organizers say.
enum AnnouncementsChannel {
  static let key = ChannelKey(kind: .general, name: "announcements")

  /// While nothing is written in it: where what was announced stands.
  static func html(_ channel: ChannelKey) -> HTML {
    HTML.when(
      channel == key,
      "<p class=\"muted\">What was announced on every page stands under <a href=\"/announcements\">Announcements</a>.</p>"
    )
  }
}
