import Conference

extension APIOperation {
  /// The two operations of something that organizers choose: what holds, and what is to hold from now on.
  ///
  /// - Parameters:
  ///   - path: below "/settings/".
  ///   - name: as in "getAccess" and "setAccess".
  ///   - told: what the answer is.
  ///   - read: what of a call is chosen.
  static func choice<Chosen: Choice>(
    of _: Chosen.Type, at path: String, _ name: String, get: String, set: String, about: String? = nil,
    told: String, _ shape: Shape, value: @escaping @Sendable (Chosen) -> JSONValue,
    read: @escaping @Sendable (APICall) async throws -> Chosen
  ) -> [APIOperation] {
    [
      APIOperation(
        path: "/settings/\(path)", method: .get, name: "get\(name)", summary: get, scope: .settingsRead,
        answer: .ok(told, shape)
      ) { call in .ok(value(try await Chosen.current(call.site.database))) },
      APIOperation(
        path: "/settings/\(path)", method: .put, name: "set\(name)", summary: set, about: about, scope: Chosen.scope,
        body: .json(shape), answer: .ok(told, shape)
      ) { call in
        let chosen = try await read(call)
        if try await Chosen.current(call.site.database) != chosen {
          try await call.site.choose(chosen, by: call.holder)
        }
        return .ok(value(chosen))
      },
    ]
  }
}
