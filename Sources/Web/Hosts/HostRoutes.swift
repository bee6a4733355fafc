import Conference
import Hummingbird

extension Routes {
  /// What hosts of events and sessions and those at booths write of them.
  func addHosts() {
    for kind in Event.Kind.allCases {
      addHostForm("\(kind.fileName)/:id/mine", OwnEventForm.self) { "\(kind.rawValue)/\($0)" }
    }
    addHostForm("sessions/:id/mine", OwnSessionForm.self) { $0 }
    addHostForm("sponsors/:id/mine", OwnSponsorForm.self) { $0 }
    upload("sponsors/:id/mine/logo", .participant, limit: LogoPicture.limit + 64 << 10) { act in
      let id = try act.visit.parameter("id")
      guard let file = act.files.first(where: { $0.field == "logo" }), !file.bytes.isEmpty else {
        throw ConferenceError.invalid(field: "Logo", problem: "no file was chosen", advice: "Go back and choose one.")
      }
      try await act.site.hosts.takeLogo(Array(file.bytes), of: id, by: act.personal.access)
      return await ProgramActions.done(act, "/sponsors/\(id)/mine?done=yes")
    }
    form("sponsors/:id/mine/logo/removal", .participant) { act in
      let id = try act.visit.parameter("id")
      try await act.site.hosts.takeLogo(nil, of: id, by: act.personal.access)
      return await ProgramActions.done(act, "/sponsors/\(id)/mine?done=yes")
    }
  }

  /// - Parameter id: of the entry whose name stands in the address.
  private func addHostForm<Form: HostForm>(
    _ path: RouterPath, _ type: Form.Type, _ id: @escaping @Sendable (String) -> String
  ) {
    personal(path, .participant) { personal in
      try await ProgramActions.page(Form.self, id(try personal.visit.parameter("id")), personal)
    }
    form(path, .participant, limit: 256 << 10) { act in
      // Of the entry in the address, whatever the form says.
      guard act.form["known"] == id(try act.visit.parameter("id")) else {
        throw ConferenceError.notFound(Form.noun.lowercased())
      }
      return try await ProgramActions.save(Form.self, act)
    }
  }
}
