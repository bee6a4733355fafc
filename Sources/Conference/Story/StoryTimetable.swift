/// Gives every paper two poster sessions while its first author is awake.
struct StoryTimetable {
  /// When the five sessions of a day start, in hours of UTC; each lasts two hours.
  static let hours: [Int] = [5, 8, 12, 17, 20]
  let story: Story

  func posterSessions(_ works: [StoryPress.Work]) -> [Session] {
    var sessions = (1...4).flatMap { day in
      (1...5).map { number in
        story.session(
          "P\(day)S\(number)", .poster, "Poster session \((day - 1) * 5 + number)",
          from: story.time(day: day, Self.hours[number - 1]), minutes: 120)
      }
    }
    var dice = StoryDice(seed: story.seed, part: "posters")
    for work in works {
      for index in places(of: work, loads: sessions.map(\.slots.count), &dice) {
        let join = "https://example.org/rooms/\(work.paper.id)"
        sessions[index].slots.append(Slot(paper: work.paper.id, join: join))
      }
    }
    return sessions
  }

  /// Two of the twenty sessions, by their indices.
  private func places(of work: StoryPress.Work, loads: [Int], _ dice: inout StoryDice) -> [Int] {
    if work.paper.id == Story.heroinePaper { return [6, 8] }
    let awake = Self.hours.indices.filter { isAwake(Self.hours[$0], offset: work.offset) }
    let choices = awake.count < 2 ? Array(Self.hours.indices) : awake
    let first = lightest(days: 0..<4, choices, loads, &dice)
    let isOneDay = dice.chance(50)
    let (day, number) = (first / 5, first % 5)
    let others = choices.filter { $0 != number }
    let days = isOneDay ? [day] : (0..<4).filter { $0 != day }
    return [first, lightest(days: days, others, loads, &dice)].sorted()
  }

  private func lightest(days: some Sequence<Int>, _ choices: [Int], _ loads: [Int], _ dice: inout StoryDice) -> Int {
    let places = days.flatMap { day in choices.map { day * 5 + $0 } }
    let least = places.map { loads[$0] }.min() ?? 0
    return dice.pick(places.filter { loads[$0] == least })
  }

  /// Whether the session starts between 08:00 and 20:00 where the author is.
  private func isAwake(_ hour: Int, offset: Int) -> Bool {
    (8 * 60...20 * 60).contains((hour * 60 + offset + 1440) % 1440)
  }
}

extension Story {
  /// Blocks of four talks of a quarter of an hour, at hours that suit different parts of the world in turn.
  func oralSessions(_ works: [StoryPress.Work]) -> [Session] {
    let orals = works.filter { $0.paper.kind == "Oral" }.sorted { ($0.topic, $0.paper.id) < ($1.topic, $1.paper.id) }
    let count = max(min(4, orals.count), (orals.count + 3) / 4)
    let starts = [(10, 30), (15, 30), (23, 0), (3, 0)]
    return (0..<count).map { block in
      let part = orals[block * orals.count / count..<(block + 1) * orals.count / count]
      let (hour, minute) = starts[(block / 4 + block) % 4]
      let start = time(day: block % 4 + 1, hour, minute)
      let tracks = Set(part.map { $0.paper.track ?? "" })
      let title = "Oral session \(block + 1)" + (tracks.count == 1 ? ": \(tracks.first ?? "")" : "")
      var session = session("O\(block + 1)", .oral, title, from: start, minutes: part.count * 15)
      session.slots = part.enumerated().map { index, work in
        let start = start.adding(minutes: index * 15)
        return Slot(paper: work.paper.id, start: start, end: start.adding(minutes: 15))
      }
      return session
    }
  }
}
