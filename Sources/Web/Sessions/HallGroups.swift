import Conference

/// The papers of a session by track, or by theme where that says of more of them what they are about; those that stand alone
/// come together at the end.
struct HallGroups {
  struct Place {
    let number: Int
    let paper: Paper
    let slot: Slot
    let session: Session
  }

  struct Group {
    let name: String?
    var places: [Place]
  }

  let groups: [Group]

  init(_ session: Session, _ program: Program) {
    let places = session.slots.enumerated().compactMap { number, slot in
      program.paper(slot.paper).map { Place(number: number + 1, paper: $0, slot: slot, session: session) }
    }
    let byTheme = Self.named(places) { program.themes(of: $0).first?.title }
    let byTrack = Self.named(places, by: \.track)
    let groups = Self.told(byTheme, of: places) > Self.told(byTrack, of: places) ? byTheme : byTrack
    let grouped = Set(groups.flatMap { $0.places.map(\.number) })
    let rest = places.filter { !grouped.contains($0.number) }
    self.groups = rest.isEmpty ? groups : groups + [Group(name: nil, places: rest)]
  }

  /// Those of a name that two papers or more share, the largest first.
  private static func named(_ places: [Place], by name: (Paper) -> String?) -> [Group] {
    let groups = Dictionary(grouping: places) { name($0.paper) }.compactMap { name, places in
      places.count > 1 ? name.map { Group(name: $0, places: places) } : nil
    }
    return groups.sorted { (-$0.places.count, $0.name ?? "") < (-$1.places.count, $1.name ?? "") }
  }

  /// How many papers the groups tell something of; a group that holds all of the session tells nothing.
  private static func told(_ groups: [Group], of places: [Place]) -> Int {
    let count = groups.reduce(0) { $0 + $1.places.count }
    return groups.count == 1 && count == places.count ? 0 : count
  }
}
