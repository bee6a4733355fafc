/// Names for systems, and ids for papers.
enum StoryCoinage {
  static func name(_ dice: inout StoryDice) -> String {
    if dice.chance(55) {
      let noun = dice.pick(nouns)
      return dice.chance(30) ? noun + dice.pick(["Net", "Lab", "Bench", "Flow", "Lite", "-2", "Former"]) : noun
    }
    let syllables = (0..<dice.within(2...3)).map { _ in dice.pick(onsets) + dice.pick(vowels) }.joined()
    return StoryText.capitalized(syllables + dice.pick(["", "n", "r", "l", "s", "x", "m"]))
  }

  /// Ten letters and digits.
  static func id(_ dice: inout StoryDice) -> String {
    String((0..<10).map { _ in dice.pick(alphabet) })
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
  private static let onsets: [String] = [
    "b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "z", "sh", "tr", "qu",
  ]
  private static let vowels: [String] = ["a", "e", "i", "o", "u"]
  private static let nouns: [String] = [
    "Kestrel", "Baobab", "Tessera", "Lantern", "Acacia", "Marimba", "Sextant", "Heron", "Juniper", "Tamarind", "Loom",
    "Cairn", "Saffron", "Weir", "Mistral", "Almanac", "Plover", "Cinder", "Trellis", "Quarry", "Ibis", "Monsoon",
    "Caldera", "Fathom", "Gazette", "Hopper", "Isthmus", "Kora", "Lattice", "Meridian", "Nimbus", "Oriole",
    "Palimpsest",
    "Quill", "Reed", "Sundial", "Thicket", "Umbra", "Vesper", "Willow", "Zephyr", "Anvil", "Bramble", "Compass",
    "Delta",
    "Ember", "Fennel", "Glade", "Harbor", "Indigo", "Jetty", "Knot", "Lichen", "Mosaic", "Nettle", "Osprey", "Pumice",
  ]
}
