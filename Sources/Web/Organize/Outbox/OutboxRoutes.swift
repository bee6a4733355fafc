import Conference

extension Routes {
  /// What mail goes out, and what became of it.
  func addOutbox() {
    personal("organize/outbox", .organizer) { try await OutboxPage.page($0) }
    personal("organize/outbox/:id", .organizer) { try await MailPage.page($0) }
    form("organize/outbox/:id/retry", .organizer) { act in
      let id = try act.visit.parameter("id")
      try await act.outbox.retry(id, by: try act.personal.account.id)
      return .seeOther("/organize/outbox/\(id)?done=retry")
    }
    form("organize/outbox/:id/drop", .organizer) { act in
      let id = try act.visit.parameter("id")
      try await act.outbox.drop(id, by: try act.personal.account.id)
      return .seeOther("/organize/outbox/\(id)?done=drop")
    }
    form("organize/outbox/batches/approval", .organizer) { act in
      try await act.outbox.approve(batch: try act.field("batch", "Batch"), by: try act.personal.account.id)
      return .seeOther("/organize/outbox?done=approved")
    }
    form("organize/outbox/batches/drop", .organizer) { act in
      try await act.outbox.drop(batch: try act.field("batch", "Batch"), by: try act.personal.account.id)
      return .seeOther("/organize/outbox?done=dropped")
    }
  }
}

extension Act {
  fileprivate var outbox: Outbox { Outbox(site.database, clock: site.clock) }
}
