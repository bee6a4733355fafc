import Conference
import HTTPTypes
import Hummingbird
import NIOCore

/// What a form sent, and by whom.
struct Act: Sendable {
  let personal: Personal
  let form: Query
  let client: String
  /// What an upload brought with it.
  var files: [UploadedFile] = []
  /// Whether a script sends the form, which keeps what was typed itself, and takes no more of an answer than what it says.
  var isByScript = false
  var visit: Visit { personal.visit }
  var site: Site { personal.visit.site }

  /// A field that has to be there.
  func field(_ name: String, _ label: String) throws -> String {
    guard let value = form[name] else {
      throw ConferenceError.invalid(field: label, problem: "it is missing", advice: "Go back and fill it in.")
    }
    return value
  }

  /// Where the form wants to lead back to, within this site.
  var back: String { BackPath(form["back"]).path }
}

/// What answers a form.
enum Reply {
  case page(Page)
  /// Nothing to look at, for scripts: it is done.
  case nothing
  /// To another address of this site, with cookies to set.
  case seeOther(String, cookies: [String] = [])
  /// To another site, by a page: a form of ours may not lead there itself, as its policy says.
  case leaving(Page, to: String, cookies: [String])
}

extension Routes {
  /// An address that changes something: by a form of our own pages only.
  func form(
    _ path: RouterPath, _ need: Need, limit: Int = 64 << 10, _ body: @escaping @Sendable (Act) async throws -> Reply
  ) {
    on(.post, path, need) { [pages] request, context in
      try await pages.act(request, context, need, .text(limit), body)
    }
  }

  /// An address that takes files, by a form of our own pages only; what is sent is read once it is known who sends.
  func upload(
    _ path: RouterPath, _ need: Need, limit: Int = 16 << 20, _ body: @escaping @Sendable (Act) async throws -> Reply
  ) {
    on(.post, path, need) { [pages] request, context in
      try await pages.act(request, context, need, .parts(limit), body)
    }
  }
}

/// The body of a request that changes something, read.
private struct Sent {
  let form: Query
  var files: [UploadedFile] = []

  /// How it is sent, and how long it may be.
  enum Form {
    case text(Int)
    /// With files.
    case parts(Int)
  }

  /// - Parameter written: becomes its fields, also where it is refused and they can be read.
  init(_ request: Request, as form: Form, written: inout Query?) async throws {
    switch form {
    case .text(let limit):
      let (bytes, isWhole) = try await Self.bytes(request, limit: limit)
      guard isWhole else { throw Self.tooLong(limit) }
      self.form = Query(String(buffer: bytes))
    case .parts(let limit):
      let (bytes, isWhole) = try await Self.bytes(request, limit: limit)
      guard isWhole else {
        written = Self.beginning(of: request, bytes)
        throw Self.tooLong(limit)
      }
      let parts = try MultipartForm(contentType: request.headers[.contentType], bytes: Array(buffer: bytes))
      (self.form, files) = (Query(fields: parts.fields), parts.files)
    }
    written = self.form
  }

  /// The fields that somebody sent who may not send them, to be shown to them again: of a form with files those before the first one; nil
  /// where that is too much.
  static func refused(_ request: Request, as form: Form) async -> Query? {
    guard let (bytes, isWhole) = try? await Self.bytes(request, limit: Written.largestForm) else { return nil }
    switch form {
    case .text: return isWhole ? Query(String(buffer: bytes)) : nil
    case .parts: return beginning(of: request, bytes)
    }
  }

  private static func beginning(of request: Request, _ bytes: ByteBuffer) -> Query {
    let start = Array(buffer: bytes).prefix(Written.largestForm)
    return Query(fields: MultipartForm(beginning: Array(start), contentType: request.headers[.contentType]).fields)
  }

  /// What comes, up to a little more than so many bytes, and whether that is all of it.
  private static func bytes(_ request: Request, limit: Int) async throws -> (bytes: ByteBuffer, isWhole: Bool) {
    var bytes = ByteBuffer()
    for try await part in request.body {
      bytes.writeImmutableBuffer(part)
      guard bytes.readableBytes <= limit else { return (bytes, false) }
    }
    return (bytes, true)
  }

  private static func tooLong(_ limit: Int) -> ConferenceError {
    let most = limit < 1 << 20 ? "\(limit >> 10) kB" : "\(limit >> 20) MB"
    return .invalid(field: "The form", problem: "it is longer than \(most)", advice: "Send less at once.")
  }
}

extension PageResponder {
  fileprivate func act(
    _ request: Request, _ context: SiteContext, _ need: Need, _ form: Sent.Form,
    _ body: @Sendable (Act) async throws -> Reply
  ) async throws -> Response {
    let browser = SecretCookie.browser.secret(request) ?? .random()
    var fields: Query?
    do {
      try checkOrigin(request)
      fields = Query(nil)
      do {
        try check(need, personal(request, context, try await site.doorkeeper.lookedUp(request), browser))
      } catch {
        fields = await Sent.refused(request, as: form) ?? fields
        throw error
      }
      let sent = try await Sent(request, as: form, written: &fields)
      // What was told of somebody while the form came in counts.
      let sender = try await personal(
        request, context, try await site.doorkeeper.signedIn(request), browser
      ).withDesks()
      try check(need, sender)
      try check(sent.form, sender)
      let client = site.client(request, peer: context.peer)
      let mode = request.headers[SameSite.mode]
      let act = Act(
        personal: sender, form: sent.form, client: client, files: sent.files,
        isByScript: mode.map { $0 != "navigate" } ?? false)
      return try answer(try await body(act), sender.visit, browser, request)
    } catch {
      let asker = try personal(request, context, try? await site.doorkeeper.signedIn(request), browser)
      let visit = await ((try? asker.withDesks()) ?? asker).visit
      var page = ErrorPage.page(error, visit, isPage: false, logger: context.routeLogger)
      if let fields {
        page = Written(fields, mayBeSent: error.mayBeDone).shown(
          on: page, back: Written.page(of: request, fields, in: routes),
          isSignedOut: (error as? ConferenceError) == .unauthenticated)
      }
      return Self.personal(page, visit, browser: browser, request)
    }
  }

  /// Who sends something, with what they see and may do.
  private func personal(
    _ request: Request, _ context: SiteContext, _ signedIn: SignedIn?, _ browser: Secret
  ) throws -> Personal {
    let edition = site.edition
    let access = Access(signedIn?.account, conduct: edition.conduct)
    return Personal(try visit(request, context, edition, access), access, request, browser: browser)
  }

  /// Throws what keeps somebody from sending a form.
  private func check(_ need: Need, _ personal: Personal) throws {
    guard !personal.access.mustAcceptConduct || need == .door else {
      throw ConferenceError.forbidden("The code of conduct has to be accepted first")
    }
    try need.check(personal.access, personal.visit.choices.policies, at: personal.visit.now)
  }

  /// Throws where another site sends the form.
  private func checkOrigin(_ request: Request) throws {
    guard SameSite.allows(request, address: site.settings.address) else {
      throw ConferenceError.forbidden("Another site tried to do this in your name. Nothing was changed")
    }
  }

  /// Throws unless the form was made for this browser.
  private func check(_ form: Query, _ personal: Personal) throws {
    guard let token = form["token"], personal.formToken.matches(token) else {
      throw ConferenceError.forbidden(
        "This form is too old, or cookies are switched off. Load its page again and repeat; nothing was changed")
    }
  }

  func answer(_ reply: Reply, _ visit: Visit, _ browser: Secret, _ request: Request) throws -> Response {
    switch reply {
    case .page(let page): return Self.personal(page, visit, browser: browser, request)
    case .nothing: return Response(status: .noContent, headers: Security.personalFields)
    case .seeOther(let path, let cookies):
      var response = Response(status: .seeOther, headers: Security.personalFields)
      response.headers[.location] = path
      return Self.setting(cookies, response)
    case .leaving(let page, let address, let cookies):
      var response = Self.personal(page, visit, browser: browser, request)
      response.headers[HTTPField.Name("Refresh")!] = "0;url=\(address)"
      response.headers[.setCookie] = nil
      return Self.setting(cookies, response)
    }
  }

  private static func setting(_ cookies: [String], _ response: Response) -> Response {
    var response = response
    for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
    return response
  }
}
