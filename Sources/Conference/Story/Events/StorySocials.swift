/// A social before it has leads: when it takes place as a day and an hour of UTC, twice where its guests live far apart.
struct StorySocial {
  var title: String
  var summary: String
  var times: [(day: Int, hour: Int)]

  static let all: [StorySocial] = [
    StorySocial(
      title: "Songs We Grew Up With",
      summary: "Bring a song in your language; we listen, and talk about what it would take to translate it.",
      times: [(2, 15), (3, 7)]),
    StorySocial(
      title: "First Conference, First Question",
      summary: "For everyone who is here for the first time. Nobody will ask for your affiliation.",
      times: [(1, 7), (1, 19)]),
    StorySocial(
      title: "Researchers Who Are Parents",
      summary: "Children are welcome on camera. So is leaving in the middle of a sentence.",
      times: [(2, 19)]),
    StorySocial(
      title: "Stargazing from Everywhere",
      summary: "We look up together: some at night, some through other people's telescopes.",
      times: [(2, 23)]),
    StorySocial(
      title: "Open Source Kitchen",
      summary: "Everyone cooks one thing while showing one library. Recipes and code are published afterwards.",
      times: [(3, 10)]),
    StorySocial(
      title: "Queer in Machine Learning", summary: "A room of our own, with a quiet table and a loud one.",
      times: [(2, 1), (3, 15)]),
    StorySocial(
      title: "Deaf and Hard of Hearing Researchers",
      summary: "Signed, captioned and written conversation; interpreters for four sign languages.",
      times: [(3, 14)]),
    StorySocial(
      title: "Guess the Figure",
      summary: "A quiz: we show the first figure of a paper, you guess what it is about. Prizes are fictional.",
      times: [(4, 10), (4, 23)]),
    StorySocial(
      title: "Research in Small Places",
      summary: "One researcher at a university, one university in a country: how do you find company?",
      times: [(4, 3)]),
    StorySocial(
      title: "Walk and Talk",
      summary: "Put on your shoes and your headphones. We talk in pairs and change partners every ten minutes.",
      times: [(1, 23), (4, 15)]),
  ]
}

extension Story {
  func socials(people: StoryPeople) -> StoryProgram {
    var program = StoryProgram()
    var dice = StoryDice(seed: seed, part: "socials")
    for (index, social) in StorySocial.all.enumerated() {
      let reference = EventReference(kind: .social, name: "S\(index + 1)")
      var leads = people.team(of: 2, topic: index * 2, &dice).map(\.person)
      if reference == Self.heroineSocial { leads[0] = Self.heroine }
      var event = Event(kind: .social, name: reference.name, title: social.title, people: leads)
      event.summary = social.summary
      event.description =
        "\(social.summary)\n\nHosted by \(leads.map(\.name).joined(separator: " and ")). Come and go as you like."
      event.notice = "Cameras are off when you enter. Nothing is recorded."
      program.events.append(event)
      for (part, place) in social.times.enumerated() {
        let suffix = part == 0 ? "a" : "b"
        let start = time(day: place.day, place.hour)
        let id = "\(reference.name)\(suffix)"
        program.sessions.append(session(id, .social, social.title, from: start, minutes: 120, event: reference))
      }
    }
    return program
  }
}
