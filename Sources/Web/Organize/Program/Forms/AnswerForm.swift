import Conference

/// A question that is asked often, with its answer.
enum AnswerForm: EntryForm {
  static let noun = "Question and answer"

  static func fields(_ answer: Answer?, _ visit: Visit) -> [FormField] {
    EntryFields.id(answer?.id) + [
      FormField("question", "Question", answer?.question),
      FormField("text", "Answer", answer?.text, .lines(10), hint: "In Markdown."),
      FormField("section", "Section", answer?.section, hint: "The heading that it stands under."),
    ]
  }

  static func read(_ form: Query, into old: Answer?, _ visit: Visit) -> (Answer, [FieldProblem]) {
    var answer = old ?? Answer(id: form["id"] ?? "", question: "", text: "")
    (answer.question, answer.text) = (form.text("question") ?? "", form.text("text") ?? "")
    answer.section = form.text("section")
    return (answer, [])
  }

  static func find(_ id: String, _ program: Program) -> Answer? { program.answers.first { $0.id == id } }
  static func address(_ answer: Answer) -> String { Address.of(answer) }
  static func markdown(_ answer: Answer) -> [(String, String?)] { [("Answer", answer.text)] }
}
