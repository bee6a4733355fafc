import Conference
import HTTPTypes
import Hummingbird

/// One thing that the API does: where, for whom, with what and what comes of it. The addresses and their description are both made
/// of these, so that neither can say what the other does not.
struct APIOperation: Sendable {
  /// Below `/api/v1`: "/people/{id}".
  let path: String
  let method: HTTPRequest.Method
  /// What programs call it: "listPeople".
  let name: String
  let summary: String
  var about: String?
  /// What the token has to allow; nil where any token will do.
  let scope: TokenScope?
  var query: [ShapeField] = []
  var conditions: [APICondition] = []
  var body: APIBody?
  let answer: APIAnswerShape
  /// Statuses by which it may refuse, besides those that every operation of its kind has.
  var refusals: [Int] = []
  let handle: @Sendable (APICall) async throws -> APIAnswer

  /// The part of the description that it stands in: "people".
  var tag: String { String(path.dropFirst().prefix { $0 != "/" }) }

  /// The names in braces.
  var parameters: [String] { path.matches(of: /\{([a-z]+)\}/).map { String($0.1) } }
}

/// A header by which a request says what has to be so.
enum APICondition: String, Sendable {
  case ifMatch = "If-Match"
  case ifNoneMatch = "If-None-Match"
}

/// What a request brings.
enum APIBody: Sendable {
  case json(Shape)
  /// A part of what is there, to be changed (RFC 7396).
  case patch(Shape)
  /// Bytes of one of some types; what of them is JSON has a shape.
  case bytes([String], limit: Int, json: Shape? = nil)

  var limit: Int {
    switch self {
    case .json, .patch: 1 << 20
    case .bytes(_, let limit, _): limit
    }
  }

  /// The types that it may come in, the usual one first.
  var types: [String] {
    switch self {
    case .json: ["application/json"]
    case .patch: ["application/merge-patch+json", "application/json"]
    case .bytes(let types, _, _): types
    }
  }

  /// The shape that a body of a type is held to.
  func shape(of type: String) -> Shape? {
    switch self {
    case .json(let shape), .patch(let shape): shape
    case .bytes(_, _, let shape): type == "application/json" ? shape : nil
    }
  }
}

/// What a request is answered with where nothing is wrong.
struct APIAnswerShape: Sendable {
  let status: Int
  let about: String
  /// Nil where the answer has no body, or one that is no JSON.
  var shape: Shape?
  var type: String?
  /// Another status for the same, such as 201 for what is new and 200 for what is not.
  var other: Int?
  /// Whether it names the state that the answer shows.
  var hasTag = false
  /// Other headers that it may have.
  var headers: [ShapeField] = []

  static func ok(_ about: String, _ shape: Shape) -> APIAnswerShape { .init(status: 200, about: about, shape: shape) }
  static func created(_ about: String, _ shape: Shape) -> APIAnswerShape {
    .init(status: 201, about: about, shape: shape)
  }
  static func nothing(_ about: String) -> APIAnswerShape { .init(status: 204, about: about) }
}
