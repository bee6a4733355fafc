import Conference
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension APIOperation {
  /// The request, read and held to what the operation asks for.
  func call(_ request: Request, _ context: SiteContext, _ site: Site, _ holder: TokenHolder) async throws -> APICall {
    let query = try query(of: request)
    let parameters = Dictionary(
      uniqueKeysWithValues: parameters.map { ($0, context.parameters.get($0)?.removingPercentEncoding ?? "") })
    let (type, bytes) = try await bytes(of: request)
    var value = JSONValue.null
    if let shape = body?.shape(of: type) {
      value = try Self.json(bytes)
      try shape.check(value, at: "body")
      switch body {
      case .json?: value = shape.completed(value)
      // What takes the bytes reads them, and says what is wrong in them.
      case .bytes?: value = .null
      case .patch?, nil: break
      }
    }
    guard !value.hasZero, !JSONValue.map(query).hasZero else {
      throw ConferenceError.invalid(
        field: "request", problem: "it holds the sign U+0000", advice: "leave it out; nothing keeps it")
    }
    return APICall(
      site: site, holder: holder, request: request, parameters: parameters, query: query, body: value, bytes: bytes,
      type: type)
  }

  private static func json(_ bytes: [UInt8]) throws -> JSONValue {
    do {
      return try JSONValue(json: bytes)
    } catch ConferenceError.invalid(let field, let problem, let advice) {
      throw APIProblem(400, "Malformed", "\(field): \(problem).", field: field, advice: advice)
    }
  }

  /// What the address says after the question mark, each as its shape wants it.
  private func query(of request: Request) throws -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    for pair in (request.uri.query ?? "").split(separator: "&") {
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = try Self.decoded(parts[0])
      let text = try Self.decoded(parts.count > 1 ? parts[1] : "")
      guard let field = query.first(where: { $0.name == name }) else {
        let known = query.map(\.name).joined(separator: ", ")
        throw Misshapen(
          field: String(name.prefix(80)), problem: "there is no such parameter",
          advice: known.isEmpty ? "leave it out; there are none" : "use: \(known)")
      }
      guard values[name] == nil else {
        throw Misshapen(field: name, problem: "it is there twice", advice: "leave one out")
      }
      let value = field.shape.value(written: text)
      try field.shape.check(value, at: name)
      values[name] = value
    }
    return values
  }

  private static func decoded(_ text: Substring) throws -> String {
    guard let decoded = text.replacing("+", with: " ").removingPercentEncoding else {
      throw Misshapen(field: "query", problem: "a % is not followed by two digits", advice: "write % as %25")
    }
    return decoded
  }

  private func bytes(of request: Request) async throws -> (type: String, bytes: [UInt8]) {
    guard let body else { return ("", []) }
    let header = request.headers[.contentType] ?? ""
    let type = header.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
    guard body.types.contains(type) else {
      let names = body.types.joined(separator: ", ")
      throw APIProblem(
        415, "Another type is expected", "The body is \(type.isEmpty ? "of no type" : type.prefix(80).description).",
        field: "Content-Type", advice: "send one of: \(names)")
    }
    do {
      return (type, Array(buffer: try await request.body.collect(upTo: body.limit)))
    } catch is NIOTooManyBytesError {
      throw APIProblem(
        413, "Too much at once", "The body is longer than \(body.limit >> 10) kB.", field: "body",
        advice: "send less at once")
    }
  }
}

extension Shape {
  /// A text of an address as the value that it means; what fits no shape stays a text, to be refused.
  fileprivate func value(written text: String) -> JSONValue {
    switch (self, text) {
    case (.truth, "true"): return .bool(true)
    case (.truth, "false"): return .bool(false)
    case (.integer, _):
      guard text.wholeMatch(of: /-?[0-9]{1,18}/) != nil, let number = Int64(text) else { return .text(text) }
      return .integer(number)
    default: return .text(text)
    }
  }
}
