import Conference
import Markup

/// What is known of a person, as a form: of somebody new, or to be corrected.
struct PersonForm {
  let personal: Personal
  /// Nil for somebody new.
  let account: Account?
  /// What was typed, where that could not be saved.
  var typed: Query?
  var problems: [FieldProblem] = []
  /// What stands above the form.
  var notice = HTML.empty

  func page(status: Int = 200) -> Page {
    OrganizePage.page(
      account.map { "Correct the details of \($0.name)" } ?? "Add a person", path: "/organize/people", personal,
      status: status,
      body: """
        \(notice)
        <p>\(consequence)</p>
        <form action="\(url: action)" method="post" class="stack wide">\(personal.tokenField)
        \(fields.map(html))
        <p class="actions"><button class="button is-main" type="submit">\(account == nil ? "Add" : "Save")</button>
        <a class="button" href="\(url: account.map { "/organize/people/\($0.id)" } ?? "/organize/people")">Back without saving</a></p></form>
        """)
  }

  /// The same with what is wrong with a field.
  func refused(_ problem: FieldProblem) -> Self {
    var form = self
    form.problems = [problem]
    let label = fields.first { $0.name == problem.field }?.label ?? problem.field
    form.notice = NotSaved.html("\(label): \(problem.problem)")
    return form
  }

  private var action: String { account.map { "/organize/people/\($0.id)/details" } ?? "/organize/people/new" }

  private var consequence: String {
    account == nil
      ? "They can sign in from now on, as a participant. No mail is sent: tell them yourself, or invite who never signed in."
      : "Another e-mail address signs them out everywhere, and whoever reads mail at the one before comes in no more; who has signed in by that one is told there."
  }

  private var fields: [FormField] {
    [
      FormField("name", "Name", account?.name, hint: "As it stands on the badge."),
      FormField("email", "E-mail address", account?.email?.text, hint: "By which they sign in."),
      FormField("affiliation", "Affiliation", account?.affiliation, hint: "Optional."),
      FormField("country", "Country", account?.country, hint: "Optional."),
      FormField(
        "registration", "Registration number", account?.registration,
        hint: "Optional. By it a list knows them again when their address is another one."),
    ]
  }

  private func html(_ field: FormField) -> HTML {
    var shown = field
    if let typed { shown.value = typed[field.name] ?? "" }
    return shown.html(problems: problems, stored: nil)
  }
}

/// What the two forms do.
enum PersonFormActions {
  static func add(_ act: Act) async throws -> Reply {
    try await save(act, nil) { details, me in
      let account = try await act.site.people.register(details, by: me)
      await act.site.takeUp()
      return .seeOther("/organize/people/\(account.id)?done=added")
    }
  }

  static func correct(_ act: Act) async throws -> Reply {
    let account = try await account(act.personal)
    return try await save(act, account) { details, me in
      _ = try await act.site.people.correct(account.id, to: details, by: me)
      act.site.doorkeeper.forget(account.id)
      return .seeOther("/organize/people/\(account.id)?done=corrected")
    }
  }

  /// The person whom the address names, unless there is no more to be corrected.
  static func account(_ personal: Personal) async throws -> Account {
    let found = try await personal.visit.site.people.account(try personal.visit.parameter("id"))
    guard let found, found.standing != .erased else { throw ConferenceError.notFound("person") }
    return found
  }

  /// Shows the form again with what was typed where it cannot be saved; what is wrong with a field stands beside it.
  private static func save(
    _ act: Act, _ account: Account?, _ body: (PersonDetails, String) async throws -> Reply
  ) async throws -> Reply {
    let form = PersonForm(personal: act.personal, account: account, typed: act.form)
    do {
      let details = try PersonDetails(
        name: act.form["name"] ?? "", email: act.form["email"] ?? "", affiliation: act.form["affiliation"],
        country: act.form["country"], registration: act.form["registration"])
      return try await body(details, try act.personal.account.id)
    } catch let ConferenceError.invalid(field, problem, advice) {
      return .page(form.refused(FieldProblem(field.lowercased(), problem, advice)).page(status: 400))
    } catch let error as ConferenceError {
      return try await .refused(error) { notice in
        var refused = form
        refused.notice = notice
        return refused.page()
      }
    }
  }
}
