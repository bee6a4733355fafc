import Conference

/// Somebody of the committee.
enum MemberForm: EntryForm {
  static let noun = "Committee member"

  static func fields(_ member: Member?, _ visit: Visit) -> [FormField] {
    let person = member?.person
    return EntryFields.id(member?.id) + [
      FormField("person", "Name", person?.name),
      FormField("role", "Role", member?.role, hint: "Such as General chair; who has the same stands together."),
      FormField("affiliation", "Affiliation", person?.affiliation),
      FormField("country", "Country", person?.country),
      FormField("email", "E-mail address", person?.email, hint: "Never shown."),
    ] + PersonFields.fields(person, prefix: "")
  }

  static func read(_ form: Query, into old: Member?, _ visit: Visit) -> (Member, [FieldProblem]) {
    var member = old ?? Member(id: form["id"] ?? "", person: Person(name: ""))
    var person = member.person
    person.name = form.text("person") ?? ""
    (person.affiliation, person.country) = (form.text("affiliation"), form.text("country"))
    person.email = form["email"]
    PersonFields.read(form, prefix: "", into: &person)
    (member.person, member.role) = (person, form.text("role"))
    return (member, [])
  }

  static func find(_ id: String, _ program: Program) -> Member? { program.members.first { $0.id == id } }
  static func address(_ member: Member) -> String { "/committee" }
  static func markdown(_ member: Member) -> [(String, String?)] { [("Biography", member.person.biography)] }
}
