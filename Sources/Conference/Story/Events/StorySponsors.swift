extension Story {
  static let sponsors: [Sponsor] = [
    sponsor(
      "Rainwright", "Patron", "Weather services that work where the network does not.", "Aroha Tūhoe",
      "Forecast engineer"),
    sponsor(
      "Manyhands", "Patron", "Annotation by people who are paid well and may disagree.", "Ousmane Kébé", "Research lead"
    ),
    sponsor(
      "Tallowmark", "Gold", "Processors that spend most of their life asleep.", "Greta Lindholm", "Compiler engineer"),
    sponsor("Ferry & Loom", "Gold", "Translation for newsrooms in ninety languages.", "Minh Anh Trương", "Linguist"),
    sponsor(
      "Cobalt Orchard", "Gold", "Robots that pick fruit gently, and know when not to.", "Ignacio Robledo",
      "Robotics engineer"),
    sponsor(
      "Plainsight Medical", "Silver", "Second readings for radiographs in small hospitals.", "Miriam Adler",
      "Clinical scientist"),
    sponsor(
      "Halfstep Audio", "Silver", "Instruments for scales that pianos cannot play.", "Kiran Bhatt", "Audio researcher"),
    sponsor(
      "Tessellate", "Silver", "Maps of fields, drawn with the farmers who work them.", "Blessing Moyo",
      "Remote sensing lead"),
    sponsor(
      "Gannet Cloud", "Silver", "Computing that follows the wind, hour by hour.", "Eirik Solberg",
      "Infrastructure engineer"),
    sponsor(
      "Open Reading Fund", "Friend", "Grants for students who read more than they can afford.", "Salma Idrissi",
      "Program officer"),
    sponsor("Quillfeather Press", "Friend", "Books on mathematics, in large type.", "Edmund Fairweather", "Editor"),
    sponsor("The Commons Clock", "Friend", "A foundation for fair meeting hours.", "Hinata Mori", "Coordinator"),
  ]

  private static func sponsor(_ name: String, _ tier: String, _ line: String, _ contact: String, _ role: String)
    -> Sponsor
  {
    let id = Slug.made(of: name)
    var sponsor = Sponsor(id: id, name: name)
    sponsor.tier = tier
    sponsor.description = """
      \(line)

      Visit our booth to see what we are working on, and to ask what it is like to work here. We are hiring, and we fund \
      internships for people who cannot move.
      """
    sponsor.website = "https://example.org/sponsors/\(id)"
    sponsor.join = "https://example.org/rooms/booth-\(id)"
    sponsor.contacts = [Person(name: contact, affiliation: name, biography: role)]
    sponsor.links = [Link(label: "Open positions", url: "https://example.org/sponsors/\(id)/jobs")]
    if tier == "Patron" || tier == "Gold" {
      sponsor.links.append(Link(label: "What we publish", url: "https://example.org/sponsors/\(id)/papers"))
    }
    return sponsor
  }

  /// Patrons and gold sponsors meet people twice, twelve hours apart; the others once.
  var sponsorSessions: [Session] {
    Self.sponsors.enumerated().flatMap { index, sponsor -> [Session] in
      let isLarge = index < 5
      return (0..<(isLarge ? 2 : 1)).map { part in
        let hour = [2, 11, 4, 7, 10][index % 5] + part * 12
        let start = time(day: (index + part) % 4 + 1, hour)
        var session = session(
          "B\(index + 1)\(part == 0 ? "a" : "b")", .sponsor, "Meet \(sponsor.name)", from: start, minutes: 60)
        session.sponsor = sponsor.id
        session.join = sponsor.join
        return session
      }
    }
  }
}
