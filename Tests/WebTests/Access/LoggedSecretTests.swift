import Foundation
import Testing

@testable import Web

@Suite struct LoggedSecretTests {
  @Test("the proxy that we ship keeps every address that is a secret out of its log")
  func masked() async throws {
    let file = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../deploy/haproxy.cfg").standardized
    let configuration = try String(contentsOf: file, encoding: .utf8)
    try await StorySite.run(papers: 5) { _, story in
      let secret = Routes(story.site).all.map(\.path).filter { $0.contains("{token}") || $0.contains("{link}") }
      #expect(secret.count > 3)
      for path in secret + ["/calendars/private/{name}"] {
        let folder = String(path.prefix { $0 != "{" })
        #expect(configuration.contains("regsub(^\(folder).*,\(folder)-)"), "\(path)")
      }
    }
  }
}
