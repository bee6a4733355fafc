import Conference
import HTTPTypes
import Hummingbird
import NIOCore

/// What an operation answers with.
struct APIAnswer: Sendable {
  var status: Int
  var body: JSONValue?
  var bytes: [UInt8]?
  var headers: HTTPFields = [:]

  static func ok(_ body: JSONValue) -> APIAnswer { APIAnswer(status: 200, body: body) }

  /// Something new, with its address below `/api/v1`.
  static func created(_ body: JSONValue, at path: String? = nil) -> APIAnswer {
    var answer = APIAnswer(status: 201, body: body)
    answer.headers[.location] = path.map { API.root + $0 }
    return answer
  }

  static let nothing = APIAnswer(status: 204)

  /// A part of a list, with the address of the next one.
  static func page(_ items: [JSONValue], _ call: APICall, hasMore: Bool, total: Int? = nil) -> APIAnswer {
    let page = call.page
    return list(items, call, next: hasMore ? ["offset": "\(page.offset + page.limit)"] : nil, total: total)
  }

  /// A part of a list that is gone through by what the next address says.
  static func list(_ items: [JSONValue], _ call: APICall, next: [String: String]?, total: Int? = nil) -> APIAnswer {
    let address = next.map { changes in
      let given = (call.request.uri.query ?? "").split(separator: "&").map(String.init)
      let kept = given.filter { pair in !changes.keys.contains { pair.hasPrefix($0 + "=") } }
      let added = changes.sorted { $0.key < $1.key }.map { "\($0.key)=\(Query.encoded($0.value))" }
      return "\(call.request.uri.path)?\((kept + added).joined(separator: "&"))"
    }
    var fields: [String: JSONValue] = ["items": .list(items), "next": JSONValue(address)]
    fields["total"] = total.map { JSONValue($0) }
    var answer = APIAnswer.ok(.map(fields))
    if let address { answer.headers[HTTPField.Name("Link")!] = "<\(address)>; rel=\"next\"" }
    return answer
  }

  /// The shape of such an answer.
  static func shape(of item: Shape, _ about: String, hasTotal: Bool = false) -> APIAnswerShape {
    let total = ShapeField.must("total", .count, "How many there are in all.")
    return .ok(
      about,
      .object(
        [
          ShapeField.must("items", .list(item, atMost: nil), "In their order."),
          ShapeField.must("next", .nullable(.text()), "The address of the next part; null after the last."),
        ] + (hasTotal ? [total] : [])))
  }

  func response() throws -> Response {
    var headers = headers
    headers[.cacheControl] = headers[.cacheControl] ?? "no-store"
    guard let bytes = try bytes ?? body?.json else { return Response(status: .init(code: status), headers: headers) }
    if headers[.contentType] == nil { headers[.contentType] = "application/json" }
    return Response(
      status: .init(code: status), headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}
