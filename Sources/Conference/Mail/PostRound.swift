/// What a postman keeps in mind from one look into the outbox to the next.
struct PostRound {
  private let postman: Postman
  private var pace: MailPace
  private var isFailing = false
  /// Whether nothing was due when it looked last.
  private(set) var isIdle = true

  init(_ postman: Postman) {
    self.postman = postman
    pace = MailPace(perMinute: postman.settings.perMinute, at: postman.outbox.clock.now())
  }

  /// Claims what is due, for so many free hands.
  mutating func take(_ hands: Int) async -> [OutboxEntry] {
    guard hands > 0, !Task.isCancelled else { return [] }
    let (outbox, patient) = (postman.outbox, pace.allowance(at: postman.outbox.clock.now()))
    do {
      // Claimed in a task of its own, which is not canceled between the claim and the knowledge of it.
      isIdle = try await !outbox.hasWork()
      let entries = isIdle ? [] : try await Task { try await outbox.claim(hands, patient: patient) }.value
      tell(of: nil)
      pace.left(entries.count)
      return entries
    } catch is CancellationError {
      return []
    } catch {
      tell(of: error)
      return []
    }
  }

  /// Says once when the outbox cannot be read, and once when it can again.
  private mutating func tell(of error: (any Error)?) {
    if let error, !isFailing {
      postman.logger.error("The outbox cannot be read; mails wait", metadata: ["error": "\(error)"])
    } else if error == nil, isFailing {
      postman.logger.notice("The outbox can be read again")
    }
    isFailing = error != nil
  }
}
