extension Story {
  /// Three or four themes for every main day, with papers that have a poster session on it, the most prominent first.
  func themes(sessions: [Session], papers works: [StoryPress.Work]) -> [Theme] {
    (1...4).flatMap { day -> [Theme] in
      let posters = sessions.filter { $0.kind == .poster && $0.id.hasPrefix("P\(day)") }
      let ids = Set(posters.flatMap { $0.slots.map(\.paper) })
      let groups = Self.groups(works.filter { ids.contains($0.paper.id) })
      var dice = StoryDice(seed: seed, part: "themes", number: day)
      let titles = dice.shuffled(groups.keys.sorted())
      return titles.prefix(dice.within(3...4)).enumerated().map { order, title in
        let ranked = (groups[title] ?? []).sorted { Self.rank($0) < Self.rank($1) }
        let chosen = ranked.prefix(dice.within(4...6)).map(\.paper.id)
        return Theme(id: "D\(day)T\(order + 1)", day: today.adding(days: day - 2), title: title, papers: chosen)
      }
    }
  }

  /// By topic where enough topics have four papers, otherwise by track.
  private static func groups(_ works: [StoryPress.Work]) -> [String: [StoryPress.Work]] {
    let byTopic = Dictionary(grouping: works) { StoryTopic.all[$0.topic].name }.filter { $0.value.count >= 4 }
    if byTopic.count >= 4 { return byTopic }
    let byTrack = Dictionary(grouping: works) { StoryTopic.all[$0.topic].track }
    let large = byTrack.filter { $0.value.count >= 4 }
    return large.count >= 3 ? large : byTrack
  }

  private static func rank(_ work: StoryPress.Work) -> String {
    let kinds = ["Oral": "1", "Spotlight": "2"]
    return (kinds[work.paper.kind ?? ""] ?? "3") + work.paper.id
  }
}
