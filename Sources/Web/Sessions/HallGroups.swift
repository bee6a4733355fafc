import Conference

/// The papers of a session by theme, else by track; few of a group and all without one stand together at the end.
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
    let byTheme = Dictionary(grouping: places) { program.themes(of: $0.paper).first?.title }
    let byTrack = Dictionary(grouping: places) { $0.paper.track }
    let named = byTheme.keys.contains { $0 != nil } && !byTrack.keys.contains { $0 != nil } ? byTheme : byTrack
    var groups = named.compactMap { name, places in name.map { Group(name: $0, places: places) } }.filter {
      $0.places.count > 1
    }
    groups.sort { (-$0.places.count, $0.name ?? "") < (-$1.places.count, $1.name ?? "") }
    let grouped = Set(groups.flatMap { $0.places.map(\.number) })
    let rest = places.filter { !grouped.contains($0.number) }
    self.groups = rest.isEmpty ? groups : groups + [Group(name: nil, places: rest)]
  }
}
