/// Everything that the domain throws; the web turns each into a status and a page, the command line into a line and an exit code.
public enum ConferenceError: Error, Equatable, CustomStringConvertible {
  case notFound(String)
  case forbidden(String)
  case unauthenticated
  /// Which field, what is wrong with it, what to do.
  case invalid(field: String, problem: String, advice: String)
  case conflict(String)
  case unavailable(String)
  /// Too often in too short a time; what to do, and in how many seconds it may be done again, where that is known.
  case limited(String, seconds: Int? = nil)

  /// What happened, without saying again of which kind it is.
  public var message: String {
    switch self {
    case .notFound(let what), .forbidden(let what), .conflict(let what), .unavailable(let what), .limited(let what, _):
      what
    case .unauthenticated, .invalid: description
    }
  }

  public var description: String {
    switch self {
    case .notFound(let what): "not found: \(what)"
    case .forbidden(let what): "not allowed: \(what)"
    case .unauthenticated: "sign in first"
    case .invalid(let field, let problem, let advice): "\(field): \(problem) (\(advice))"
    case .conflict(let what): "conflict: \(what)"
    case .unavailable(let what): "not available: \(what)"
    case .limited(let what, _): "too often: \(what)"
    }
  }
}
