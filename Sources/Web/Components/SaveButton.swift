import Markup

/// The star by which a browser keeps a paper or a session; it stays hidden where scripts don't run.
enum SaveButton {
  static func paper(_ id: String, title: String) -> HTML { small("papers:\(id)", title) }
  static func session(_ id: String, title: String) -> HTML { small("sessions:\(id)", title) }

  /// With the word beside the star.
  static func large(paper id: String) -> HTML { large("papers:\(id)") }
  static func large(session id: String) -> HTML { large("sessions:\(id)") }

  private static func small(_ key: String, _ title: String) -> HTML {
    "<button class=\"save\" type=\"button\" data-save=\"\(key)\" aria-pressed=\"false\" aria-label=\"Save: \(title)\" hidden>\(Icon.star)</button>"
  }

  private static func large(_ key: String) -> HTML {
    "<button class=\"save button\" type=\"button\" data-save=\"\(key)\" aria-pressed=\"false\" hidden>\(Icon.star)<span data-save-word>Save</span></button>"
  }
}
