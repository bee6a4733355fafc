/// An event with one session: what both are called and when it is live.
struct StoryGathering {
  var name: String
  var title: String
  var summary: String
  var day: Int
  var hour: Int
  var minute = 0
  var minutes: Int
}

extension Story {
  var plenaries: StoryProgram {
    gatherings(
      .plenary, .plenary,
      [
        StoryGathering(
          name: "opening", title: "Opening remarks", summary: "Welcome, numbers, and how to find your way around.",
          day: 1, hour: 11, minutes: 30),
        StoryGathering(
          name: "town-hall", title: "Town hall",
          summary: "The chairs report on review, attendance and money, and answer whatever you ask.", day: 3, hour: 16,
          minutes: 60),
        StoryGathering(
          name: "closing", title: "Closing and awards", summary: "Awards, thanks, and where we meet next.", day: 4,
          hour: 22, minutes: 45),
      ])
  }

  var expo: StoryProgram {
    gatherings(
      .expo, .expo,
      [
        StoryGathering(
          name: "E1", title: "Forecasts over Text Message",
          summary: "Rainwright shows how a warning reaches a feature phone.",
          day: 1, hour: 16, minutes: 60),
        StoryGathering(
          name: "E2", title: "Labeling with Disagreement",
          summary: "Manyhands on annotation tools that keep every opinion.",
          day: 2, hour: 14, minutes: 60),
        StoryGathering(
          name: "E3", title: "Chips That Sleep", summary: "Tallowmark on inference with a coin cell.", day: 3, hour: 4,
          minutes: 60),
      ])
  }

  /// Three half hours on every main day, and one for those who are awake when few others are.
  var mentoring: StoryProgram {
    let subjects: [String] = [
      "Choosing a research question", "Writing for reviewers", "Life after the doctorate", "Research without a lab",
    ]
    var program = StoryProgram()
    for day in 1...4 {
      for (index, hour) in [0, 7, 11, 19].enumerated() {
        let title = "Mentoring: \(subjects[(index + day) % subjects.count])"
        let start = time(day: day, hour, index == 0 ? 30 : 15)
        var session = session("M\(day)\(index + 1)", .mentoring, title, from: start, minutes: 30)
        session.description = "A mentor and up to eight participants. Bring one question; listening is fine."
        program.sessions.append(session)
      }
    }
    return program
  }

  private func gatherings(_ kind: Event.Kind, _ live: Session.Kind, _ list: [StoryGathering]) -> StoryProgram {
    var program = StoryProgram()
    for gathering in list {
      var event = Event(kind: kind, name: gathering.name, title: gathering.title)
      event.summary = gathering.summary
      event.description = gathering.summary
      let start = time(day: gathering.day, gathering.hour, gathering.minute)
      let id = "\(live.rawValue)-\(gathering.name)"
      let session = session(
        id, live, gathering.title, from: start, minutes: gathering.minutes, event: event.reference)
      program.events.append(event)
      program.sessions.append(session)
    }
    return program
  }
}
