extension Story {
  func tutorials(people: StoryPeople) -> StoryProgram {
    let plans: [(title: String, summary: String, day: Int, hour: Int)] = [
      (
        "Causal Thinking for People Who Train Networks",
        "From a coin toss to instruments and proxies, in three exercises that run in the browser.", 1, 15
      ),
      (
        "Measuring Language Models Honestly",
        "Sampling error, contamination and judges: how to report a number that will still be true next year.", 2, 3
      ),
      (
        "Training on a Laptop", "What can be learned in ninety minutes on ordinary hardware, tried out together.", 3, 22
      ),
    ]
    var program = StoryProgram()
    var dice = StoryDice(seed: seed, part: "tutorials")
    for (index, plan) in plans.enumerated() {
      let reference = EventReference(kind: .tutorial, name: "T\(index + 1)")
      let teachers = people.team(of: 2, topic: index + 3, &dice).map(\.person)
      var event = Event(kind: .tutorial, name: reference.name, title: plan.title, people: teachers)
      event.summary = plan.summary
      event.description = plan.summary + "\n\nYou need a browser and, for the exercises, an hour of patience."
      event.links = [
        Link(label: "Notebook", url: "https://example.org/tutorials/\(reference.name)/notebook"),
        Link(label: "Reading list", url: "https://example.org/tutorials/\(reference.name)/reading"),
      ]
      program.events.append(event)
      program.sessions.append(
        session(
          reference.name, .tutorial, plan.title, from: time(day: plan.day, plan.hour), minutes: 90, event: reference))
    }
    return program
  }
}
