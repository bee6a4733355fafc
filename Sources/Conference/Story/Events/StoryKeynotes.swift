/// A keynote before it has a place in the program.
struct StoryKeynote {
  var speaker: Person
  var title: String
  var summary: String
  var description: String
  /// The main day of its questions, and their start in hours and minutes of UTC.
  var day: Int
  var hour: Int
  var minute: Int
}

extension Story {
  /// Each talk is released at 14:00 UTC on the day before its questions, when that day begins in the far east.
  var keynotes: StoryProgram {
    var program = StoryProgram()
    for (index, keynote) in StoryKeynote.all.enumerated() {
      let reference = EventReference(kind: .keynote, name: "\(index + 1)")
      var event = Event(kind: .keynote, name: reference.name, title: keynote.title, people: [keynote.speaker])
      event.summary = keynote.summary
      event.description = keynote.description
      event.slides = "https://example.org/keynotes/\(reference.name)/slides.pdf"
      event.notice = "Ask and vote for questions while you watch: the host reads the most wanted ones first."
      program.events.append(event)
      let release = time(day: keynote.day - 1, 14, index % 2 * 45)
      program.sessions.append(
        session("K\(index + 1)", .keynote, keynote.title, from: release, minutes: 45, event: reference))
      let questions = time(day: keynote.day, keynote.hour, keynote.minute)
      let title = "Questions to \(keynote.speaker.name)"
      program.sessions.append(session("K\(index + 1)Q", .qa, title, from: questions, minutes: 30, event: reference))
    }
    return program
  }
}

extension StoryKeynote {
  static let all: [StoryKeynote] = [
    StoryKeynote(
      speaker: Person(
        name: "Wambui Githinji", affiliation: "Savanna Gate University", country: "Kenya", zone: "Africa/Nairobi",
        biography: """
          Wambui Githinji leads the Laboratory for Everyday Machines. She trained as a hydrologist, and still spends a month of \
          every year repairing rain gauges with the people whose harvest depends on them.
          """),
      title: "Small Data, Large Consequences",
      summary: "What we owe to places that are measured least, and what they can teach everyone else.",
      description: """
        A forecast made from twelve rain gauges decides when two million people sow. This talk follows one such forecast from \
        a rusty funnel to a text message, and asks at each step what a learner should know about what it does not know. Three \
        habits emerge that pay off far beyond agriculture: *measure the measuring*, *publish the silence*, and *let those who \
        bear an error set its price*.
        """, day: 1, hour: 14, minute: 15),
    StoryKeynote(
      speaker: Person(
        name: "Seo-jin Baek", affiliation: "Pine Gate University", country: "South Korea", zone: "Asia/Seoul",
        biography:
          "Seo-jin Baek studies how sounds become categories in infants and in networks, often with the same toys."),
      title: "How Do You Know That It Understood?",
      summary: "Forty years of experiments with infants, and what they say about testing language models.",
      description: """
        Infants cannot be asked. Developmental science has therefore become very good at questions that need no words: where \
        does one look, when is one surprised, what does one do next? The talk carries six such experiments over to language \
        models, three of which the models fail in a way that no benchmark shows.
        """, day: 1, hour: 10, minute: 0),
    StoryKeynote(
      speaker: Person(
        name: "Ricardo Quispe Mamani", affiliation: "Andén Alto University", country: "Peru", zone: "America/Lima",
        biography:
          "Ricardo Quispe Mamani builds language technology with Quechua and Aymara speakers, and hosts a radio show in both."
      ),
      title: "A Corpus Is a Conversation",
      summary: "Who speaks in our training sets, who was asked, and what changes once everyone is.",
      description: """
        For nine years a network of village radio stations has decided together what may be recorded, who may learn from it and \
        what comes back. The resulting corpus is small, and it works better than corpora a hundred times its size. I will show \
        why consent turned out to be a statistical advantage.
        """, day: 2, hour: 14, minute: 30),
    StoryKeynote(
      speaker: Person(
        name: "Ingrid Aaltonen", affiliation: "Revontuli University", country: "Finland", zone: "Europe/Helsinki",
        biography: "Ingrid Aaltonen is a mathematician of optimization. Her proofs are short and her step sizes large."),
      title: "The Unreasonable Stability of Large Steps",
      summary: "Why training works best where theory says that it should fail.",
      description: """
        Classical theory forbids step sizes beyond $2/L$. Practice goes beyond them every day. A picture of what happens there \
        has slowly formed: the loss oscillates, the sharpness settles, and the solution is better for it. The talk develops \
        this picture from a single spring to a network with billions of weights, with no more than one formula a slide.
        """, day: 2, hour: 10, minute: 15),
    StoryKeynote(
      speaker: Person(
        name: "Farida Rahimova", affiliation: "Golden Steppe University", country: "Kazakhstan", zone: "Asia/Almaty",
        biography:
          "Farida Rahimova designs catalysts, and runs a laboratory in which machines propose and people may refuse."),
      title: "The Laboratory That Says No",
      summary: "Automated discovery needs refusals as much as proposals.",
      description: """
        Our robots can carry out four hundred experiments a night. Last year we let chemists veto them, with reasons, and \
        trained on the reasons. Discoveries doubled. This is a talk about what the reasons were, and about why an optimizer \
        should be able to take no for an answer.
        """, day: 3, hour: 10, minute: 30),
    StoryKeynote(
      speaker: Person(
        name: "Tomasi Veikoso", affiliation: "University of Coral Reach", country: "Fiji", zone: "Pacific/Fiji",
        biography:
          "Tomasi Veikoso navigates by stars and swell, and writes about knowledge that is held by many people at once."
      ),
      title: "Finding Islands",
      summary: "Pacific navigation as a theory of inference under uncertainty.",
      description: """
        A navigator without instruments never knows where the canoe is; she knows where the islands would be if it were where \
        she thinks. This inversion, kept alive by apprenticeship for three thousand years, is a complete method of inference. \
        The talk explains it, shows where it agrees with ours, and dwells on where it is better.
        """, day: 4, hour: 22, minute: 45),
  ]
}
