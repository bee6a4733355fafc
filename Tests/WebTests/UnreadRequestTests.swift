import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

@Suite struct UnreadRequestTests {
  @Test("a refusal that no route made tells browsers what all answers do, and what a route made stays as it is")
  func heads() throws {
    let channel = EmbeddedChannel()
    try channel.pipeline.syncOperations.addHandler(UnreadRequest())
    let refused = try Self.written(HTTPResponse(status: .badRequest, headerFields: [.connection: "close"]), to: channel)
    #expect(refused[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'")
    #expect(refused[.xContentTypeOptions] == "nosniff" && refused[.connection] == "close")
    let page = HTTPResponse(status: .badRequest, headerFields: Security.pageFields)
    #expect(try Self.written(page, to: channel) == Security.pageFields)
    #expect(try Self.written(HTTPResponse(status: .ok), to: channel) == [:])
    _ = try channel.finish()
  }

  private static func written(_ head: HTTPResponse, to channel: EmbeddedChannel) throws -> HTTPFields {
    try channel.writeOutbound(HTTPResponsePart.head(head))
    guard case .head(let written)? = try channel.readOutbound(as: HTTPResponsePart.self) else { return [:] }
    return written.headerFields
  }
}
