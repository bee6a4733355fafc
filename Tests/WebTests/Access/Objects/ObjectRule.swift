import Conference

@testable import Web

extension Set where Element == Visitor {
  static var nobody: Set<Visitor> { [] }
  static var everybody: Set<Visitor> { Set<Visitor>(Visitor.allCases) }
  static var participants: Set<Visitor> { [.participant, .volunteer, .moderator, .chair, .organizer] }
  static var helpers: Set<Visitor> { [.volunteer, .moderator, .chair, .organizer] }
  static var moderators: Set<Visitor> { [.moderator, .chair, .organizer] }
  /// Chairs are not on the conduct desk by themselves.
  static var desk: Set<Visitor> { [.moderator, .organizer] }
  static var chairs: Set<Visitor> { [.chair, .organizer] }
  static var organizers: Set<Visitor> { [.organizer] }
}

/// Who gets in at an address that names a thing, where the thing is theirs and where it is another's.
struct ObjectRule: Sendable {
  /// Makes a new one that is somebody's; returns what stands in the address for it, brace by brace.
  typealias Make = @Sendable (ObjectScene, Account) async throws -> [String]

  /// By what one sees that somebody got in.
  enum Proof: Sendable {
    /// It is neither refused nor said that there is no such thing.
    case answer
    /// What is answered holds what its owner wrote; the address is everybody's own.
    case words
    /// It is gone; the answer is the same where it was never theirs.
    case gone(from: String)
  }

  let make: Make
  /// Nil for what participants have none of their own.
  let own: Set<Visitor>?
  let others: Set<Visitor>
  let form: [(String, String)]
  let query: String
  /// The field of the picture that is sent along.
  let file: String?
  let proof: Proof

  init(
    _ make: @escaping Make, own: Set<Visitor>?, others: Set<Visitor>, form: [(String, String)] = [],
    query: String = "", file: String? = nil, proof: Proof = .answer
  ) {
    (self.make, self.own, self.others, self.form) = (make, own, others, form)
    (self.query, self.file, self.proof) = (query, file, proof)
  }

  /// The path of a route with values for its braces.
  func address(_ path: String, _ values: [String]) -> String {
    values.reduce(path) { $0.replacing(/\{[a-z]+\}/, with: $1, maxReplacements: 1) } + query
  }

  /// What is sent: "#" in it is the last of the values, which may be one more than there are braces.
  func fields(_ values: [String]) -> [(String, String)] {
    form.map { ($0.0, $0.1 == "#" ? values.last ?? "" : $0.1) }
  }
}

/// Whose the things are that the addresses of a route name.
enum Belonging: Sendable {
  /// Everybody's who may come there at all, which RoleMatrixTests tries.
  case everybodys
  /// Those people's whom the program names, which OwnObjectTests tries.
  case hosts
  case persons([ObjectRule])
}
