import Conference

/// The main navigation: only what this conference has.
enum Navigation {
  struct Item {
    var path: String
    var label: String
    var section: Page.Section
  }

  static func items(_ program: Program) -> [Item] {
    let has = { (kind: Event.Kind) in program.events.contains { $0.kind == kind } }
    let items: [Item?] = [
      Item(path: "/schedule", label: "Schedule", section: .schedule),
      Item(path: "/papers", label: "Papers", section: .papers),
      program.paperSessions.isEmpty
        ? nil : Item(path: "/sessions", label: paperSessionsName(program), section: .posters),
      has(.keynote) ? Item(path: "/keynotes", label: "Keynotes", section: .keynotes) : nil,
      has(.plenary) && !has(.keynote) ? Item(path: "/plenary", label: "Plenary", section: .keynotes) : nil,
      has(.workshop) || has(.tutorial)
        ? Item(
          path: has(.workshop) ? "/workshops" : "/tutorials", label: has(.workshop) ? "Workshops" : "Tutorials",
          section: .workshops) : nil,
      has(.social) ? Item(path: "/socials", label: "Social", section: .socials) : nil,
      program.sponsors.isEmpty ? nil : Item(path: "/sponsors", label: "Sponsors", section: .sponsors),
      Item(path: "/help", label: "Help", section: .help),
    ]
    return items.compactMap { $0 }
  }

  /// Where papers are met: posters, or sessions of questions and answers.
  static func paperSessionsName(_ program: Program) -> String {
    program.paperSessions.contains { $0.kind == .poster } ? "Posters" : "Paper sessions"
  }
}
