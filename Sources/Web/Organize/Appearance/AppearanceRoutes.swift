import Conference
import Markup

extension Routes {
  /// The name, the words and the colour that the conference shows itself with.
  func addAppearance() {
    personal("organize/appearance", .organizer) { AppearancePage.page($0) }
    form("organize/appearance", .organizer) { act in
      let appearance = try AppearanceActions.appearance(act.form)
      try await AppearanceActions.change(act) { $0.take(appearance) }
      return .seeOther("/organize/appearance?done=saved")
    }
    form("organize/appearance/preview", .organizer) { act in
      .page(AppearancePage.page(act.personal, preview: try AppearanceActions.appearance(act.form)))
    }
    upload("organize/appearance/logo", .organizer, limit: LogoPicture.limit + 64 << 10) { act in
      guard let file = act.files.first(where: { $0.field == "logo" }), !file.bytes.isEmpty else {
        throw ConferenceError.invalid(field: "Logo", problem: "no file was chosen", advice: "Go back and choose one.")
      }
      try await ProgramEditor(act.site.database, clock: act.site.clock).takeLogo(
        Array(file.bytes), by: try act.personal.account.id, in: act.site.data)
      await act.site.takeUp()
      return .seeOther("/organize/appearance?done=logo")
    }
    form("organize/appearance/logo/removal", .organizer) { act in
      try await AppearanceActions.change(act) { $0.logo = nil }
      return .seeOther("/organize/appearance?done=no-logo")
    }
  }
}

/// What the forms of appearance do.
enum AppearanceActions {
  static func appearance(_ form: Query) throws -> Appearance {
    try Appearance(
      name: form["name"] ?? "", tagline: form["tagline"], welcome: form["welcome"],
      accent: form["own-accent"] == nil ? nil : form["accent"])
  }

  static func change(_ act: Act, _ body: @escaping @Sendable (inout ConferenceInfo) -> Void) async throws {
    let editor = ProgramEditor(act.site.database, clock: act.site.clock)
    try await editor.changeConference(by: try act.personal.account.id, body)
    await act.site.takeUp()
  }
}

/// What a colour becomes so that it can be read, with the contrasts of WCAG 2.2.
struct AccentReport {
  let chosen: Accent.Color
  let contrast: Double
  let light: Accent.Color
  let dark: Accent.Color

  init?(_ text: String) {
    guard let chosen = Accent.Color(text) else { return nil }
    self.chosen = chosen
    contrast = chosen.contrast(with: Accent.lightPaper)
    (light, dark) = (Accent.onLight(chosen), Accent.onDark(chosen))
  }

  var html: HTML {
    let words =
      contrast >= 6.5 ? "It is used as it is on light pages." : "It is too pale for text: light pages use it darkened."
    return """
      <p role="status">\(swatch(chosen, "Your colour")) Contrast with light paper \(rounded(contrast)):1, of at least 4.5:1 that text needs. \(words)</p>
      <p>\(swatch(light, "On light pages")) \(rounded(light.contrast(with: Accent.lightPaper))):1 on light pages, \(swatch(dark, "On dark pages")) \(rounded(dark.contrast(with: Accent.darkPaper))):1 on dark ones.</p>
      """
  }

  private func rounded(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  private func swatch(_ color: Accent.Color, _ label: String) -> HTML {
    """
    <svg class="swatch" role="img" aria-label="\(label): \(color.hex)" viewBox="0 0 24 24"><rect width="24" height="24" rx="4" fill="\(color.hex)"/></svg>
    """
  }
}
