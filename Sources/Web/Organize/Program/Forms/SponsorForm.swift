import Conference

/// A sponsor's booth.
enum SponsorForm: EntryForm {
  static let noun = "Sponsor"

  static func fields(_ sponsor: Sponsor?, _ visit: Visit) -> [FormField] {
    EntryFields.id(sponsor?.id) + [
      FormField("name", "Name", sponsor?.name),
      FormField(
        "tier", "Tier", sponsor?.tier, hint: "Such as Gold. Tiers stand in the order of their first sponsors."),
      FormField("description", "Description", sponsor?.description, .lines(10), hint: "In Markdown."),
      FormField("website", "Website", sponsor?.website),
      FormField("logo", "Logo", sponsor?.logo, hint: "\(EntryFields.mediaHint) Its own page can take a picture."),
      FormField("video", "Video", sponsor?.video, hint: EntryFields.mediaHint),
      FormField("join", "Where the booth is", sponsor?.join),
      FormField(
        "contacts", "People to meet", sponsor?.contacts.map(FormLines.text).joined(separator: "\n"), .lines(4),
        hint:
          "One in each line: name; affiliation; country; e-mail address. Visitors can write to it, and whoever signs in with it may edit the booth."
      ),
      FormField(
        "links", "Jobs, downloads and other links", sponsor?.links.map(FormLines.text).joined(separator: "\n"),
        .lines(5), hint: EntryFields.linksHint),
      FormField(
        "sharedBooth", "Shares the booth of", sponsor?.sharedBooth, .choice(others(sponsor, visit.program)),
        hint: "For one that stands in two tiers."),
    ]
  }

  private static func others(_ sponsor: Sponsor?, _ program: Program) -> [(value: String, label: String)] {
    [("", "nobody")] + program.sponsors.filter { $0.id != sponsor?.id }.map { ($0.id, $0.name) }
  }

  static func read(_ form: Query, into old: Sponsor?, _ visit: Visit) -> (Sponsor, [FieldProblem]) {
    var sponsor = old ?? Sponsor(id: form["id"] ?? "", name: "")
    let (contacts, unclear) = FormLines.people(form.lines("contacts"), old: old?.contacts ?? [], "contacts")
    let (links, broken) = FormLines.links(form.lines("links"), old: old?.links ?? [])
    (sponsor.name, sponsor.contacts, sponsor.links) = (form.text("name") ?? "", contacts, links)
    (sponsor.tier, sponsor.description, sponsor.website) = (
      form.text("tier"), form.text("description"), form["website"]
    )
    (sponsor.logo, sponsor.video, sponsor.join) = (form["logo"], form["video"], form["join"])
    sponsor.sharedBooth = form["sharedBooth"]
    return (sponsor, unclear + broken)
  }

  static func find(_ id: String, _ program: Program) -> Sponsor? { program.sponsor(id) }
  static func address(_ sponsor: Sponsor) -> String { Address.of(sponsor) }
  static func markdown(_ sponsor: Sponsor) -> [(String, String?)] { [("Description", sponsor.description)] }
}
