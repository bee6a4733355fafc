import Conference

@testable import Web

extension ObjectTable {
  static let words: [Entry] = [messages, channels, helpChannels, requests].flatMap { $0 }

  private static let messages: [Entry] = [
    entries("GET", "/messages/{id}", [""], ObjectRule(ObjectMakers.message, own: .participants, others: .participants)),
    entries("GET", "/messages/{id}", [""], ObjectRule(ObjectMakers.whisper, own: .participants, others: .nobody)),
    entries(
      "GET", "/messages/{id}", ["/picture.jpg"],
      ObjectRule(ObjectMakers.picture, own: .participants, others: .participants)),
    entries(
      "GET", "/messages/{id}", ["/picture.jpg"],
      ObjectRule(ObjectMakers.whisperedPicture, own: .participants, others: .nobody)),
    both("POST", "/messages/{id}", .nobody, [("text", "Mine")]),
    both("POST", "/messages/{id}/removal", .nobody, []),
    both("POST", "/messages/{id}/reactions", .participants, [("sign", "👍")]),
  ].flatMap { $0 }

  /// Of what all may read, and of what only two may.
  private static func both(_ method: String, _ path: String, _ others: Set<Visitor>, _ form: [(String, String)])
    -> [Entry]
  {
    entries(method, path, [""], ObjectRule(ObjectMakers.message, own: .participants, others: others, form: form))
      + entries(method, path, [""], ObjectRule(ObjectMakers.whisper, own: .participants, others: .nobody, form: form))
  }

  private static func channel(
    _ make: @escaping ObjectRule.Make, _ others: Set<Visitor>, typing: Bool
  ) -> [Entry] {
    let path = "/chat/{kind}/{name}"
    let form = [("text", "Mine"), ("number", "1")]
    let rule = ObjectRule(make, own: .participants, others: others, form: form)
    return entries("GET", path, ["", "/around"], rule)
      + entries(
        "GET", path, ["/names.json"], ObjectRule(make, own: .participants, others: others, query: "?start=Ow"))
      + entries("POST", path, ["/messages", "/follow", "/read"] + (typing ? ["/typing"] : []), rule)
      + entries(
        "POST", path, ["/pictures"], ObjectRule(make, own: .participants, others: others, file: "picture"))
  }

  private static let channels = channel(ObjectMakers.channel, .nobody, typing: true)
  private static let helpChannels = channel(ObjectMakers.helpChannel, .helpers, typing: false)

  private static let requests: [Entry] = [
    entries("GET", "/help/requests/{id}", [""], ObjectRule(ObjectMakers.request, own: .participants, others: .helpers)),
    entries(
      "POST", "/help/requests/{id}", ["/closing", "/reopening"],
      ObjectRule(ObjectMakers.request, own: .participants, others: .helpers, form: [("note", "Hm")])),
    entries(
      "POST", "/help/requests/{id}", ["/taking", "/handover", "/answers"],
      ObjectRule(ObjectMakers.request, own: .helpers, others: .helpers, form: [("answer", "Hm")])),
    entries("POST", "/help/problems/{id}/end", [""], ObjectRule(ObjectMakers.problem, own: nil, others: .helpers)),
    entries(
      "POST", "/help/shifts/{id}/place", ["", "/removal"],
      ObjectRule(ObjectMakers.shift, own: nil, others: .helpers)),
  ].flatMap { $0 }
}
