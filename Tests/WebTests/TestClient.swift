import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import ServiceLifecycle
import Synchronization

/// What the site answered, whole.
struct TestResponse: Sendable {
  let status: HTTPResponse.Status
  let headers: HTTPFields
  let body: ByteBuffer
}

/// Asks the site what a browser would ask it, without a network between them.
struct TestClient: Sendable {
  private let answer: @Sendable (Request) async throws -> Response

  /// Lends one, for as long as what the application does besides answering is done, too.
  static func run<Served: ApplicationProtocol>(
    _ application: Served, _ body: @Sendable (TestClient) async throws -> Void
  ) async throws {
    let client = try await TestClient(application)
    try await withThrowingDiscardingTaskGroup { group in
      for service in application.services { group.addTask { try await service.run() } }
      try await body(client)
      group.cancelAll()
    }
  }

  private init<Served: ApplicationProtocol>(_ application: Served) async throws {
    let (responder, logger) = (try await application.responder, application.logger)
    answer = { request in
      var requestLogger = logger
      requestLogger[metadataKey: "hb.request.id"] = "\(RequestID())"
      // It is never active: whatever is streamed ends with what there is.
      let source = ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: requestLogger)
      return try await responder.respond(to: request, context: Served.Responder.Context(source: source))
    }
  }

  /// - Parameter uri: the path and the query.
  func execute(
    uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], body: ByteBuffer? = nil
  ) async throws -> TestResponse {
    var headers = headers
    if let body { headers[.contentLength] = String(body.readableBytes) }
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: uri, headerFields: headers)
    let request = Request(head: head, body: RequestBody(asyncSequence: Self.pieces(of: body ?? ByteBuffer())))
    let response: Response
    do {
      response = try await answer(request)
    } catch {
      // As the server answers then.
      response = Response(status: .internalServerError)
    }
    let written = WrittenBody()
    try await response.body.write(written)
    return TestResponse(status: response.status, headers: response.headers, body: written.bytes)
  }

  /// A body in pieces, as a network brings it.
  private static func pieces(of body: ByteBuffer) -> AsyncStream<ByteBuffer> {
    let (stream, source) = AsyncStream.makeStream(of: ByteBuffer.self)
    var rest = body
    while rest.readableBytes > 0, let piece = rest.readSlice(length: min(rest.readableBytes, 32_768)) {
      source.yield(piece)
    }
    source.finish()
    return stream
  }
}

/// Keeps what is written.
private final class WrittenBody: ResponseBodyWriter, Sendable {
  private let written = Mutex(ByteBuffer())

  var bytes: ByteBuffer { written.withLock { $0 } }

  func write(_ buffer: ByteBuffer) async throws {
    written.withLock { _ = $0.writeImmutableBuffer(buffer) }
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
