import NIOEmbedded
import Testing

@testable import Web

/// Who is let in among the open streams.
@Suite struct LiveHubTests {
  private func reader(_ account: String?) -> LiveHub.Reader {
    LiveHub.Reader(channel: NIOAsyncTestingChannel(), topics: ["me/\(account ?? "")"], account: account)
  }

  @Test("whose rights were read before they may have changed is not let in, also where nothing was published")
  func changedMeanwhile() {
    let hub = LiveHub(from: 5)
    let before = hub.closings
    hub.close(account: "ada")
    #expect(hub.add(reader("ada"), having: 5, after: before) == .shut)
    #expect(hub.add(reader("ben"), having: 5, after: before) == .isIn)
    #expect(hub.add(reader("ada"), having: 5, after: hub.closings) == .isIn)
    hub.closeAll()
    #expect(hub.add(reader("ben"), having: 5, after: before) == .shut)
    #expect(hub.add(reader(nil), having: 5, after: before) == .shut)
    #expect(hub.add(reader(nil), having: 5, after: hub.closings) == .isIn)
  }

  @Test("of very many accounts at once, nobody is let in whose rights are out of date")
  func many() {
    let hub = LiveHub(from: 0)
    let before = hub.closings
    for number in 0..<25_000 { hub.close(account: "\(number)") }
    for number in [0, 9_999, 10_000, 24_999] {
      #expect(hub.add(reader("\(number)"), having: 0, after: before) == .shut)
    }
    #expect(hub.add(reader("0"), having: 0, after: hub.closings) == .isIn)
  }

  @Test("who has not heard of everything is told so first")
  func behind() {
    let hub = LiveHub(from: 5)
    hub.skip(to: 6)
    #expect(hub.add(reader("ada"), having: 5, after: 0) == .behind)
    #expect(hub.add(reader("ada"), having: 6, after: 0) == .isIn)
  }

  @Test("visitors leave places to who is signed in, and one account takes no more than sixty")
  func places() {
    let hub = LiveHub(from: 0, most: 100)
    let visitors = (0..<100).filter { _ in hub.admit(nil) }.count
    #expect(visitors == 75)
    #expect((0..<70).filter { _ in hub.admit("ada") }.count == 25, "the node is full")
    hub.dismiss(nil)
    #expect(hub.admit(nil))
    let other = LiveHub(from: 0, most: 100)
    #expect((0..<70).filter { _ in other.admit("ada") }.count == 60)
    #expect(other.admit("ben"))
    other.dismiss("ada")
    #expect(other.admit("ada"))
  }

  @Test("an open stream is cut when the rights of its owner change, and those of others go on")
  func rights() async throws {
    let hub = LiveHub(from: 5)
    let ada = await OpenStream(["announcements", "me/ada"], of: "ada", in: hub)
    let ben = await OpenStream(["announcements", "me/ben"], of: "ben", in: hub)
    hub.close(account: "ada")
    hub.publish(Array("data: news\n\n".utf8), to: "announcements", upTo: 6)
    #expect(await ada.isClosed)
    #expect(await !ben.isClosed)
    let told = try await ben.told()
    #expect(told.contains("data: news"))
    let cut = try await ada.told()
    #expect(cut.isEmpty)
    hub.closeAll()
    #expect(await ben.isClosed)
  }
}
