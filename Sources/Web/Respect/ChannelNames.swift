import Conference

/// What channels are called, for pages that name them by their keys.
struct ChannelNames {
  private let general: [String: String]
  private let program: Program

  init(_ visit: Visit) async throws {
    general = try await visit.site.generalChannels.all().reduce(into: [:]) { $0[$1.key.description] = $1.title }
    program = visit.program
  }

  /// The key itself where nothing of the kind is there any more.
  subscript(channel: String) -> String {
    if let title = general[channel] { return title }
    guard let key = ChannelKey(channel) else { return channel }
    switch key.kind {
    case .direct: return "a conversation of two"
    case .help: return "a help request"
    default: return Channel(key, in: program)?.title ?? channel
    }
  }
}
