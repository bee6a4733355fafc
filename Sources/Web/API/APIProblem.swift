import Conference
import Database
import HTTPTypes
import Hummingbird
import Logging

/// What went wrong, as machines and people read it (RFC 9457).
struct APIProblem: Error {
  let status: Int
  let title: String
  let detail: String
  /// Where in the request: "email", "people[3].name".
  var field: String?
  var advice: String?
  /// Every problem of a file that was refused.
  var problems: JSONValue?
  var headers: HTTPFields = [:]

  static let shape = Shape.named(
    "Problem",
    .object([
      .must("type", .text(), "Always about:blank: the status says of which kind it is."),
      .must("title", .text(), "Of which kind it is, in words."),
      .must("status", .count, "The same as the answer's."),
      .must("detail", .text(), "What went wrong."),
      ShapeField("field", .text(), "Where in the request."),
      ShapeField("advice", .text(), "What to do."),
      ShapeField("problems", .list(ImportShapes.problem, atMost: nil), "Everything that is wrong with a file."),
    ]))

  init(_ status: Int, _ title: String, _ detail: String, field: String? = nil, advice: String? = nil) {
    (self.status, self.title, self.detail, self.field, self.advice) = (status, title, detail, field, advice)
  }

  init(_ misshapen: Misshapen) {
    self.init(
      400, "Malformed", "\(misshapen.field): \(misshapen.problem).", field: misshapen.field, advice: misshapen.advice)
  }

  /// Everything that can be thrown; what nobody foresaw is a number that the log knows.
  init(_ error: any Error, logger: Logger) {
    switch error {
    case let problem as APIProblem: self = problem
    case let misshapen as Misshapen: self.init(misshapen)
    case let error as ConferenceError: self.init(error)
    case let error where error.mayBeDone:
      logger.warning("A write was interrupted and may have been done", metadata: ["error": "\(error)"])
      self.init(
        503, "Perhaps done", "The database went away meanwhile: it may or may not have been done.",
        advice: "look before you send it again")
    case let error as DatabaseError where error.kind == .unavailable || error.kind == .busy:
      logger.warning("The database does not answer", metadata: ["error": "\(error)"])
      self.init(503, "Not available", "Nothing was changed or lost.", advice: "try again in a minute")
    case let error where error.isFullDisk:
      logger.error("A disk is full: free space on it, and all goes on by itself", metadata: ["error": "\(error)"])
      self.init(507, "No room left", "The disk is full, and nothing was changed.", advice: "try again in some minutes")
    case let error as any HTTPResponseError where error.status.code < 500:
      self.init(error.status.code, error.status.reasonPhrase, "This cannot be answered.")
    default:
      let reference = Secret.random().text.prefix(8)
      logger.error("An answer failed", metadata: ["reference": "\(reference)", "error": "\(error)"])
      self.init(500, "This failed", "It is our fault, and on record as \(reference).")
    }
  }

  private init(_ error: ConferenceError) {
    switch error {
    case .notFound(let what): self.init(404, "Not found", "There is no such thing: \(what).")
    case .forbidden(let what): self.init(403, "Not allowed", "\(what).")
    case .unauthenticated: self = .unauthenticated(nil)
    case .invalid(let field, let problem, let advice):
      // Of the shape that is described, so it is what things are that keeps it from being done (RFC 9110, 9.3.4 and 15.5.10).
      self.init(409, "This does not work", "\(field): \(problem).", field: field, advice: advice)
    case .conflict(let what): self.init(409, "Something else was first", "\(what).")
    case .unavailable(let what): self.init(503, "Not available", "\(what).", advice: "try again in a minute")
    case .limited(let what, let seconds):
      self.init(429, "Too often", "\(what).")
      headers[HTTPField.Name("Retry-After")!] = seconds.map { "\($0)" }
    }
  }

  /// Without a token, or with one that does not open: RFC 6750, 3.
  static func unauthenticated(_ why: String?) -> APIProblem {
    var problem = APIProblem(
      401, "A token is needed", why ?? "Send one as Authorization: Bearer TOKEN.",
      advice: "an organizer makes tokens at /organize/tokens")
    problem.headers[.wwwAuthenticate] =
      "Bearer realm=\"hatata\"" + (why.map { ", error=\"invalid_token\", error_description=\"\($0)\"" } ?? "")
    return problem
  }

  var response: Response {
    get throws {
      var fields: [String: JSONValue] = [
        "type": "about:blank", "title": .text(title), "status": JSONValue(status), "detail": .text(detail),
      ]
      fields["field"] = field.map { .text($0) }
      fields["advice"] = advice.map { .text($0) }
      fields["problems"] = problems
      var answer = APIAnswer(status: status, body: .map(fields), headers: headers)
      answer.headers[.contentType] = "application/problem+json"
      return try answer.response()
    }
  }
}
