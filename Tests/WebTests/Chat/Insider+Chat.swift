import HTTPTypes
import Testing

@testable import Web

extension Insider {
  /// Writes something in the corridor, and gives back its id.
  func say(_ text: String, thread: String? = nil) async throws -> String {
    let reply = thread.map { [("thread", $0)] } ?? []
    let answer = try await post("/chat/general/corridor/messages", [("text", text)] + reply)
    let place = try #require(answer.headers[.location])
    return String(try #require(place.firstMatch(of: /#m-([A-Za-z0-9]+)$/)).1)
  }
}
