/// A workshop before it has organizers: its title, what it is about, when it starts and what is talked about.
struct StoryWorkshop {
  var title: String
  var summary: String
  /// In hours of UTC on the workshop day.
  var start: Int
  var talks: [String]

  static let all: [StoryWorkshop] = [
    StoryWorkshop(
      title: "Rain, Rivers and Learning", summary: "Forecasts that reach the people who need them.", start: 6,
      talks: [
        "A gauge for every village", "Nowcasting without radar", "Floods that nobody labeled", "When to wake the mayor",
      ]),
    StoryWorkshop(
      title: "Languages That Are Mostly Spoken", summary: "Learning from radio, song and conversation.", start: 9,
      talks: ["Tone without text", "Radio as a corpus", "Who owns a lullaby?", "Spelling as a community decision"]),
    StoryWorkshop(
      title: "Negative Results, Positively", summary: "What did not work, and why everyone should hear of it.",
      start: 12,
      talks: [
        "Nine seeds later", "A benchmark that measured us", "The ablation that ate the paper", "How to publish a null",
      ]),
    StoryWorkshop(
      title: "Machines in Small Hospitals", summary: "Clinical learning beyond the large centers.", start: 13,
      talks: [
        "One scanner, two nurses", "Triage at night", "Consent in four languages", "Maintaining a model for ten years",
      ]),
    StoryWorkshop(
      title: "Geometry of Representations", summary: "Symmetry, curvature and what networks make of them.", start: 14,
      talks: [
        "Curvature for the impatient", "Learned symmetries", "Spheres, trees and everything between",
        "Equivariance on a budget",
      ]),
    StoryWorkshop(
      title: "Robots at Home", summary: "Manipulation outside the laboratory.", start: 16,
      talks: ["The drawer problem", "Touch before sight", "Failing gently", "Laundry as a benchmark"]),
    StoryWorkshop(
      title: "Music, Play and Machines", summary: "Improvising with learners, live.", start: 19,
      talks: [
        "Four hands and a network", "Scales without twelve steps", "Latency as an instrument", "The audience decides",
      ]),
    StoryWorkshop(
      title: "Efficiency for Everyone", summary: "Training and inference on what people really own.", start: 20,
      talks: ["A phone from 2017", "Four bits are plenty", "Solar-powered training", "Caches before kernels"]),
  ]
}

extension Story {
  /// All on the day before the main days; those that start late end after midnight UTC.
  func workshops(people: StoryPeople) -> StoryProgram {
    var program = StoryProgram()
    var dice = StoryDice(seed: seed, part: "workshops")
    for (index, workshop) in StoryWorkshop.all.enumerated() {
      let reference = EventReference(kind: .workshop, name: "W\(index + 1)")
      let crowd = people.team(of: 7, topic: index * 3, &dice).map(\.person)
      var event = Event(kind: .workshop, name: reference.name, title: workshop.title, people: Array(crowd.prefix(3)))
      event.summary = workshop.summary
      event.description = """
        \(workshop.summary) Talks of twenty minutes alternate with discussion in small rooms; the last hour belongs to \
        posters. **No paper is needed to take part:** bring a question instead.
        """
      event.website = "https://example.org/workshops/\(reference.name)"
      var speakers = crowd.dropFirst(3).map(\.name)
      if reference == Self.heroineWorkshop { speakers[0] = Self.heroine.name }
      event.talks = zip(workshop.talks, speakers).map { Talk(title: $0, people: $1) }
      event.agenda = agenda(of: event, from: time(day: 0, workshop.start))
      let minutes = event.agenda.reduce(0) {
        max($0, Int((($1.end ?? .earliest) - time(day: 0, workshop.start)) / 60_000))
      }
      program.sessions.append(
        session(
          reference.name, .workshop, workshop.title, from: time(day: 0, workshop.start), minutes: minutes,
          event: reference))
      program.events.append(event)
    }
    return program
  }

  /// Six hours: talks of twenty minutes with ten for questions, and what surrounds them.
  private func agenda(of event: Event, from start: Instant) -> [AgendaItem] {
    var items: [AgendaItem] = []
    var clock = start
    func add(_ title: String, _ kind: String, _ minutes: Int, people: String? = nil) {
      let end = clock.adding(minutes: minutes)
      items.append(AgendaItem(title: title, people: people, kind: kind, start: clock, end: end))
      clock = end
    }
    add("Welcome", "Live", 15, people: event.people.map(\.name).joined(separator: ", "))
    for (index, talk) in event.talks.enumerated() {
      add(talk.title, "Talk", 30, people: talk.people)
      if index == 1 { add("Coffee, tea and introductions", "Break", 30) }
    }
    add("Small rooms: one question each", "Discussion", 60)
    add("Break", "Break", 15)
    add("Posters", "Poster session", 75)
    add("What we learned", "Live discussion", 45, people: event.people.first?.name)
    return items
  }
}
