import Conference
import HTTPTypes
import NIOCore

@testable import Web

/// One route with one rule of it, tried on things that the rule makes.
struct ObjectAttempt: Sendable {
  let route: Routes.Route
  let rule: ObjectRule
  let scene: ObjectScene
  let client: TestClient
  /// In which the visitors are signed in; nothing that is tried here signs them out.
  let browsers: [Visitor: Browser]
  /// What is sent where the rule says that a file is.
  let picture: [UInt8]

  /// Every route with a thing of persons, with each of its rules.
  static func all(_ scene: ObjectScene, _ client: TestClient) async throws -> [ObjectAttempt] {
    let picture = try SamplePicture.png()
    var browsers: [Visitor: Browser] = [:]
    for visitor in Visitor.allCases { browsers[visitor] = try await scene.story.browser(visitor) }
    let signedIn = browsers
    return Routes(scene.story.site).all.flatMap { route -> [ObjectAttempt] in
      guard case .persons(let rules) = ObjectTable.all[ObjectTable.key(route)] else { return [] }
      return rules.map {
        ObjectAttempt(
          route: route, rule: $0, scene: scene, client: client, browsers: signedIn, picture: picture)
      }
    }
  }

  /// Something new of somebody's.
  func made(for owner: Account) async throws -> [String] {
    try await scene.makeRoom()
    return try await rule.make(scene, owner)
  }

  /// Whether a visitor got in at something of an owner's, and what was answered.
  func letsIn(_ visitor: Visitor, _ values: [String], of owner: Account) async throws
    -> (isIn: Bool, answer: TestResponse)
  {
    let browser = browsers[visitor] ?? Browser(device: nil)
    let answer = try await answer(rule.address(route.path, values), rule.fields(values), by: browser)
    let isRefused =
      [.unauthorized, .forbidden, .notFound].contains(answer.status)
      || answer.headers[.location]?.hasPrefix("/conduct-acceptance") == true
    switch rule.proof {
    case .answer: return (!isRefused, answer)
    case .words: return (!isRefused && String(buffer: answer.body).contains(scene.words(of: owner)), answer)
    case .gone(let table):
      let isThere = try await scene.has(values[0], in: table)
      return (!isThere, answer)
    }
  }

  private func answer(_ address: String, _ form: [(String, String)], by browser: Browser) async throws -> TestResponse {
    guard route.method == .post else { return try await client.get(address, by: browser) }
    guard let field = rule.file else { return try await client.post(address, form, by: browser) }
    var fields = browser.fields
    fields[.contentType] = "multipart/form-data; boundary=frontier"
    var body = ByteBuffer(
      string: """
        --frontier\r\nContent-Disposition: form-data; name="token"\r\n\r\n\(browser.token)\r\n\
        --frontier\r\nContent-Disposition: form-data; name="\(field)"; filename="a.png"\r\n\
        Content-Type: image/png\r\n\r\n
        """)
    body.writeBytes(picture)
    body.writeString("\r\n--frontier--\r\n")
    return try await client.execute(uri: address, method: .post, headers: fields, body: body)
  }
}
