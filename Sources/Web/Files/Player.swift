import Conference

/// Talks on outside players: whose they are, and what may be shown in a frame after a click.
struct Player: Equatable, Sendable {
  /// "SlidesLive", "YouTube", "Vimeo".
  var name: String
  /// What the frame loads.
  var address: String

  static let hosts = ["https://slideslive.com", "https://www.youtube-nocookie.com", "https://player.vimeo.com"]

  /// The player for an address; nil if it is none of those that we know.
  init?(_ address: String) {
    if let match = address.firstMatch(
      of: /^https?:\/\/(?:www\.)?slideslive\.(?:com|de)\/(?:embed\/presentation\/)?(\d+)/)
    {
      self.init(name: "SlidesLive", address: "https://slideslive.com/embed/presentation/\(match.1)")
    } else if let match = address.firstMatch(
      of: /^https?:\/\/(?:www\.)?(?:youtube\.com\/(?:watch\?v=|embed\/)|youtu\.be\/)([A-Za-z0-9_-]{6,20})/)
    {
      self.init(name: "YouTube", address: "https://www.youtube-nocookie.com/embed/\(match.1)")
    } else if let match = address.firstMatch(of: /^https?:\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d+)/) {
      self.init(name: "Vimeo", address: "https://player.vimeo.com/video/\(match.1)")
    } else {
      return nil
    }
  }

  private init(name: String, address: String) {
    self.name = name
    self.address = address
  }
}
