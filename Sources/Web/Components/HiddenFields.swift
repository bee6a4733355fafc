import Markup

/// What a form sends besides what is typed into it.
enum HiddenFields {
  static func html(_ fields: [(name: String, value: String)]) -> [HTML] {
    fields.map { name, value in "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">" as HTML }
  }
}
