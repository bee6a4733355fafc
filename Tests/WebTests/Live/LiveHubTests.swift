import NIOCore
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

  /// A reader whose connection is open, and what moves its time.
  private func arriving(_ account: String?) async throws -> (reader: LiveHub.Reader, loop: NIOAsyncTestingEventLoop) {
    let channel = NIOAsyncTestingChannel()
    try await channel.connect(to: SocketAddress(ipAddress: "127.0.0.1", port: 1))
    return (LiveHub.Reader(channel: channel, topics: ["chat/corridor"], account: account), channel.testingEventLoop)
  }

  @Test(
    "who has not taken what it missed between two signs of life is cut off, and nobody who came since or was let in")
  func mute() async throws {
    let hub = LiveHub(from: 5)
    let (mute, here) = (try await arriving(nil), try await arriving(nil))
    hub.expect(mute.reader)
    hub.expect(here.reader)
    hub.pulse()
    let late = try await arriving(nil)
    hub.expect(late.reader)
    hub.forget(here.reader)
    for one in [mute, here, late] { await one.loop.run() }
    #expect(mute.reader.channel.isActive && here.reader.channel.isActive && late.reader.channel.isActive)
    hub.pulse()
    for one in [mute, here, late] { await one.loop.run() }
    #expect(!mute.reader.channel.isActive)
    #expect(here.reader.channel.isActive && late.reader.channel.isActive)
  }

  @Test("who may not read any more is cut off while it is told what it missed, too")
  func shutOut() async throws {
    let hub = LiveHub(from: 5)
    let (ada, ben) = (try await arriving("ada"), try await arriving("ben"))
    hub.expect(ada.reader)
    hub.expect(ben.reader)
    hub.close(account: "ada")
    hub.closeAll { $0.hasPrefix("queue/") }
    for one in [ada, ben] { await one.loop.run() }
    #expect(!ada.reader.channel.isActive)
    #expect(ben.reader.channel.isActive)
    hub.closeAll { $0.hasPrefix("chat/") }
    await ben.loop.run()
    #expect(!ben.reader.channel.isActive)
  }

  @Test("at the end, who is told what it missed has two seconds to take it")
  func ending() async throws {
    let hub = LiveHub(from: 5)
    let ada = try await arriving("ada")
    hub.expect(ada.reader)
    hub.end()
    await ada.loop.advanceTime(by: .milliseconds(1_900))
    #expect(ada.reader.channel.isActive)
    await ada.loop.advanceTime(by: .milliseconds(200))
    #expect(!ada.reader.channel.isActive)
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
