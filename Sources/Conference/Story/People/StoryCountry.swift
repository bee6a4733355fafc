/// Where people of the story live, with invented towns that its institutions are named after.
struct StoryCountry: Sendable {
  var name: String
  var zone: String
  /// Minutes ahead of UTC in winter; only planned with, never shown.
  var offset: Int
  /// How many of the people live there, compared with other countries.
  var weight: Int
  var names: StoryNames
  /// For the few who write their names in another script.
  var script: StoryNames?
  var towns: [String]

  init(
    _ name: String, _ zone: String, _ offset: Int, _ weight: Int, _ names: StoryNames, _ towns: String,
    script: StoryNames? = nil
  ) {
    (self.name, self.zone, self.offset, self.weight, self.names) = (name, zone, offset, weight, names)
    self.towns = towns.split(separator: ",").map(String.init)
    self.script = script
  }

  static let all: [StoryCountry] = africa + asia + europe + americas
}
