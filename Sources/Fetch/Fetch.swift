import Foundation

/// What is asked of another server.
public struct Fetch: Sendable {
  let address: FetchAddress
  /// Sent by POST; without it the request is a GET.
  let form: FormText?
  /// Whole lines such as "Authorization: Bearer abc".
  let fields: [String]

  /// - Parameter authorization: the value of the field of that name.
  public init(_ address: FetchAddress, form: FormText? = nil, authorization: String? = nil) {
    (self.address, self.form) = (address, form)
    let isSound = authorization?.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } ?? true
    fields = ["Accept: application/json"] + (isSound ? authorization.map { ["Authorization: \($0)"] } ?? [] : [])
  }

  public struct Answer: Sendable {
    public let status: Int
    public let body: Data
  }

  /// The answer in words for a log: no part of what was sent or received.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
  }

  /// Answers of more bytes are given up.
  public static let longest = 1 << 20
  /// Exchanges of more seconds are given up.
  static let patience = 10

  /// Sends it and waits for the answer; redirects are answers like others. Throws a `Failure` where none comes.
  public func answer() async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      Self.threads.addOperation { continuation.resume(with: Result { try CurlFetch(self).perform() }) }
    }
  }

  // Curl blocks its thread.
  private static let threads: OperationQueue = {
    let queue = OperationQueue()
    queue.maxConcurrentOperationCount = 16
    return queue
  }()
}
