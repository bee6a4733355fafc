import Testing

@testable import Web

@Suite struct PlayerTests {
  @Test(
    "known players are told by their addresses",
    arguments: [
      ("https://slideslive.com/38926698", "SlidesLive", "https://slideslive.com/embed/presentation/38926698"),
      ("https://www.youtube.com/embed/vfkOZTjD06Y", "YouTube", "https://www.youtube-nocookie.com/embed/vfkOZTjD06Y"),
      ("https://youtu.be/vfkOZTjD06Y", "YouTube", "https://www.youtube-nocookie.com/embed/vfkOZTjD06Y"),
      ("https://vimeo.com/12345", "Vimeo", "https://player.vimeo.com/video/12345"),
    ])
  func known(address: String, name: String, frame: String) throws {
    let player = try #require(Player(address))
    #expect(player.name == name)
    #expect(player.address == frame)
    #expect(Player.hosts.contains { player.address.hasPrefix($0 + "/") })
  }

  @Test(
    "other addresses are no players",
    arguments: [
      "https://evil.example/slideslive.com/1", "javascript:alert(1)", "https://slideslive.com.evil.example/123", "",
    ])
  func unknown(address: String) { #expect(Player(address) == nil) }
}
