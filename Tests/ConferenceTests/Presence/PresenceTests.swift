import Foundation
import Testing

@testable import Conference
@testable import Database

@Suite struct PresenceTests {
  private let now = ScratchPeople.start

  @Test("somebody with two pages is one, and lingers for a while after the last is closed")
  func lingers() {
    let presence = Presence()
    presence.enter("ada", ["papers/p", "general/corridor"])
    presence.enter("ada", ["papers/p"])
    presence.enter("ben", ["papers/p"])
    #expect(presence.changes(at: now) == ["papers/p": 2, "general/corridor": 1])
    #expect(presence.changes(at: now) == [:])
    presence.leave("ada", ["papers/p", "general/corridor"], at: now)
    #expect(presence.changes(at: now.adding(seconds: 100)) == ["general/corridor": 0])
    presence.leave("ada", ["papers/p"], at: now)
    #expect(presence.changes(at: now.adding(seconds: 1)) == [:])
    #expect(presence.people(in: "papers/p") == ["ada", "ben"])
    #expect(presence.changes(at: now.adding(seconds: 46)) == ["papers/p": 1])
    presence.enter("ada", ["papers/p"])
    #expect(presence.changes(at: now.adding(seconds: 47)) == ["papers/p": 2])
  }

  @Test("who must not be seen any more is forgotten at once, also when their page closes later")
  func forgets() {
    let presence = Presence()
    presence.enter("ada", ["papers/p"])
    presence.forget("ada")
    #expect(presence.people(in: "papers/p") == [])
    presence.leave("ada", ["papers/p"], at: now)
    #expect(presence.people(in: "papers/p") == [])
  }
}

@Suite(.bothDatabases) struct PresenceExchangeTests {
  @Test("nodes know who is on the others, each person once, until a node is gone")
  func nodes() async throws {
    try await ScratchPeople.run { scratch in
      let ada = try await scratch.add("ada@example.org", name: "Ada Nwosu").id
      let ben = try await scratch.add("ben@example.org", name: "Ben Mensah").id
      let (one, other) = (Presence(), Presence())
      let first = PresenceExchange(scratch.database, one, Typing())
      let second = PresenceExchange(scratch.database, other, Typing())
      one.enter(ada, ["general/corridor"])
      other.enter(ada, ["general/corridor"])
      other.enter(ben, ["general/corridor", "papers/p"])
      let now = ScratchPeople.start
      try await first.exchange(at: now)
      try await second.exchange(at: now)
      try await first.exchange(at: now)
      #expect(one.people(in: "general/corridor") == [ada, ben])
      #expect(one.people(in: "papers/p") == [ben])
      #expect(other.people(in: "general/corridor") == [ada, ben])
      other.leave(ben, ["papers/p"], at: now)
      _ = other.changes(at: now.adding(seconds: 50))
      try await second.exchange(at: now.adding(seconds: 50))
      try await first.exchange(at: now.adding(seconds: 50))
      #expect(one.people(in: "papers/p") == [])
      #expect(one.people(in: "general/corridor") == [ada, ben])
      try await first.exchange(at: now.adding(seconds: 111))
      #expect(one.people(in: "general/corridor") == [ada])
      try await first.exchange(at: now.adding(seconds: 3_600))
      #expect(try await scratch.database.query("SELECT node FROM around").count == 1)
    }
  }

  @Test("names are of who takes part, in order, and no more than asked")
  func names() async throws {
    try await ScratchPeople.run { scratch in
      let ben = try await scratch.add("ben@example.org", name: "Ben Mensah").id
      let ada = try await scratch.add("ada@example.org", name: "Ada Nwosu").id
      let people = scratch.people
      #expect(try await people.names(of: [ben, ada, "nobody"], limit: 9).map(\.name) == ["Ada Nwosu", "Ben Mensah"])
      #expect(try await people.names(of: [ben, ada], limit: 1).map(\.id) == [ada])
      #expect(try await people.names(of: [], limit: 9).isEmpty)
    }
  }
}
