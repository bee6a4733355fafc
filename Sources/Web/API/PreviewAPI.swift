import Conference
import Markup

extension API {
  /// What is looked at before it is stored; entries of the program have `dry-run` for that.
  static let previewOperations: [APIOperation] = [
    APIOperation(
      path: "/settings/access/preview", method: .post, name: "previewAccess",
      summary: "What would change for whom, if something else were open to them", about: "Nothing is stored.",
      scope: .settingsWrite, body: .json(SettingShapes.access),
      answer: .ok("What would change at once.", PreviewShapes.access)
    ) { call in
      let (old, new) = (try await Policies.current(call.site.database), try SettingShapes.policies(call.body))
      let all = PolicyConsequence.all(from: old, to: new, call.site.edition.program, at: call.now)
      return .ok(["changes": .list(all.map { PreviewShapes.value($0) })])
    },
    APIOperation(
      path: "/settings/appearance/preview", method: .post, name: "previewAppearance",
      summary: "How an appearance would look, and whether its color can be read", about: "Nothing is stored.",
      scope: .settingsWrite, body: .json(SettingShapes.newAppearance),
      answer: .ok("How it would look.", PreviewShapes.appearance)
    ) { call in
      let appearance = try call.chosenAppearance()
      let html = appearance.welcome.map { Markdown.html($0).string }
      let color = appearance.accent.flatMap { AccentReport($0) }.map { PreviewShapes.value($0) }
      return .ok([
        "name": .text(appearance.name), "tagline": JSONValue(appearance.tagline), "html": JSONValue(html),
        "color": color ?? .null,
      ])
    },
    APIOperation(
      path: "/announcements/preview", method: .post, name: "previewAnnouncement",
      summary: "How an announcement would stand on the pages, for whom and when", about: "Nothing is stored.",
      scope: .announcementsWrite, body: .json(.named("AnnouncementText", .object(AnnouncementShapes.words))),
      answer: .ok("How it would stand there.", PreviewShapes.announcement)
    ) { call in
      let text = try call.announcementText()
      let isShown = text.from <= call.now && text.until.map { $0 > call.now } ?? true
      return .ok([
        "title": .text(text.title), "html": .text(Markdown.html(text.text).string), "session": JSONValue(text.session),
        "readers": JSONValue(text.readers?.rawValue), "from": JSONValue(text.from), "until": JSONValue(text.until),
        "isShown": .bool(isShown),
      ])
    },
  ]
}

/// Previews as JSON.
enum PreviewShapes {
  static let access = Shape.named(
    "AccessPreview",
    .object([
      .must(
        "changes",
        .list(
          .object([
            .must("for", .text(), "Visitors; participants, where talks come out at another time."),
            .must("closed", .list(.text(), atMost: nil), "What they would no longer see, in numbers."),
            .must("opened", .list(.text(), atMost: nil), "What they would see."),
          ]), atMost: nil), "What changes for whom.")
    ]))

  static func value(_ consequence: PolicyConsequence) -> JSONValue {
    [
      "for": .text(consequence.who), "closed": .list(consequence.closed.map { .text($0) }),
      "opened": .list(consequence.opened.map { .text($0) }),
    ]
  }

  static let appearance = Shape.named(
    "AppearancePreview",
    .object([
      .must("name", .text(), "The conference's name."), .must("tagline", .nullable(.text()), "Under the name."),
      .must("html", .nullable(.text()), "The welcome as the first page shows it."),
      .must("color", .nullable(color), "What becomes of the color; null where the site's own is kept."),
    ]))

  /// Contrasts are those of WCAG 2.2, from 1 to 21; text needs 4.5.
  private static let color = Shape.named(
    "ColorReport",
    .object([
      .must("chosen", .color, "As it was chosen."),
      .must("contrast", .number, "Of the chosen color with light paper, from 1 to 21; text needs 4.5."),
      .must("light", .color, "As light pages use it: darkened where it is too pale for text."),
      .must("lightContrast", .number, "Of that with light paper."),
      .must("dark", .color, "As dark pages use it."), .must("darkContrast", .number, "Of that with dark paper."),
    ]))

  static let announcement = Shape.named(
    "AnnouncementPreview",
    .object([
      .must("title", .text(), "What it is about."), .must("html", .text(), "The rest as pages show it."),
      .must("session", .nullable(.text()), "Only for those whom this session concerns."),
      .must("readers", .nullable(AnnouncementShapes.readers), "Who sees it otherwise."),
      .must("from", .instant, "From when on."), .must("until", .nullable(.instant), "Until when."),
      .must("isShown", .truth, "Whether it would stand on the pages at once."),
    ]))

  static func value(_ report: AccentReport) -> JSONValue {
    [
      "chosen": .text(report.chosen.hex), "contrast": .number(rounded(report.contrast)),
      "light": .text(report.light.hex),
      "lightContrast": .number(rounded(report.light.contrast(with: Accent.lightPaper))),
      "dark": .text(report.dark.hex), "darkContrast": .number(rounded(report.dark.contrast(with: Accent.darkPaper))),
    ]
  }

  private static func rounded(_ number: Double) -> Double { (number * 100).rounded() / 100 }
}
