import Markup

/// The signs of `icons/icons.svg`; what they mean is always told in words beside them.
enum Icon {
  static let search = icon("search")
  static let star = icon("star")
  static let clock = icon("clock")
  static let calendar = icon("calendar")
  static let play = icon("play")
  static let document = icon("document")
  static let code = icon("code")
  static let quote = icon("quote")
  static let link = icon("link")
  static let check = icon("check")
  static let close = icon("close")
  static let now = icon("now")
  static let help = icon("help")
  static let chat = icon("chat")
  static let person = icon("person")

  private static func icon(_ name: String) -> HTML {
    "<svg class=\"icon\" fill=\"none\" aria-hidden=\"true\"><use href=\"/icons/icons.svg#\(name)\"/></svg>"
  }
}
