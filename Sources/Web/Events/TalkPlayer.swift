import Conference
import Markup

/// A talk to watch: our own file in place, an outside player after a click, or a link to wherever it is.
enum TalkPlayer {
  /// - Parameters:
  ///   - title: what is played, for the frame's name: "Talk: Reimagining the default settings".
  ///   - action: what the button says: "Play the talk".
  static func html(_ reference: String, title: String, action: String) -> HTML {
    if isOwnVideo(reference) {
      return """
        <div class="player"><video controls preload="metadata" src="\(url: Address.link(reference))" aria-label="\(title)"></video></div>
        """
    }
    guard let player = Player(reference) else { return outside(reference, action: action) }
    return """
      <div class="player"><a class="button is-main" href="\(url: reference)" data-embed="\(url: player.address)" \
      data-embed-title="\(title)" rel="noopener">\(Icon.play)\(action)</a>
      <p>It is on \(player.name) and loads only after you press play; \(player.name) then sees your address.</p></div>
      """
  }

  /// A line for one talk of many: a link that says where it leads.
  static func link(_ reference: String, title: String) -> HTML {
    let place = reference.hasPrefix("media/") ? "" : " on \(Player(reference)?.name ?? host(reference))"
    return """
      <a href="\(url: Address.link(reference))" rel="noopener">Watch\(place)<span class="sr">: \(title)</span></a>
      """
  }

  private static func outside(_ reference: String, action: String) -> HTML {
    let address = Address.link(reference)
    return """
      <p class="actions"><a class="button is-main" href="\(url: address)" rel="noopener">\(Icon.play)\(action)</a>\(
        HTML.when(!reference.hasPrefix("media/"), "<small>on \(host(reference))</small>"))</p>
      """
  }

  private static func isOwnVideo(_ reference: String) -> Bool {
    reference.hasPrefix("media/") && [".mp4", ".webm", ".m4v"].contains { reference.lowercased().hasSuffix($0) }
  }

  /// "talks.example.org"
  static func host(_ address: String) -> String {
    let rest = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first.map(String.init)
    guard let host = rest, !host.isEmpty else { return "another site" }
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }
}
