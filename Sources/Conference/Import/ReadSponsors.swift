/// Sponsors by tier with their booths.
extension FolderReading {
  func readSponsors() {
    for name in folder.tableNames.sorted() where name.hasSuffix("sponsors") {
      // "goldsponsors.csv" holds the sponsors of the tier "gold".
      readSponsors(
        of: name, tier: String(name.dropLast("sponsors".count)).trimmingCharacters(in: ["_", "-", " "]).nonEmpty)
    }
    checkBooths()
  }

  /// A booth that is shared with a sponsor who is not there.
  private func checkBooths() {
    let ids = Set(draft.sponsors.map(\.id))
    for index in draft.sponsors.indices {
      guard let other = draft.sponsors[index].sharedBooth, !ids.contains(other) else { continue }
      dangling("sponsor", other, at: places["sponsor \(draft.sponsors[index].id)"] ?? Place(file: "sponsors"))
      draft.sponsors[index].sharedBooth = nil
    }
  }

  private func readSponsors(of name: String, tier common: String?) {
    guard let table = table(name) else { return }
    for record in table.records(under: ["sponsors"]) {
      let tier = record.text("tier", "level") ?? record.list("levels", "tiers").first ?? common
      let nested = record.records("vals", "sponsors")
      if nested.isEmpty { readSponsor(record, tier: tier ?? record.text("sponsorship_level", "type")) }
      for sponsor in nested { readSponsor(sponsor, tier: tier) }
      record.ignore("size", "height")
      tally(record)
    }
  }

  /// contacts: one row for each person to meet at a sponsor's booth.
  func readContacts() {
    forEachRecord(of: "contacts") { record in
      guard let person = person(record) else { return }
      let sponsor = record.text("sponsor")
      guard let index = draft.sponsors.firstIndex(where: { $0.id == sponsor }) else {
        return dangling("sponsor", sponsor ?? "", at: record.place("sponsor"))
      }
      draft.sponsors[index].contacts.append(person)
    }
  }

  private func readSponsor(_ record: Record, tier: String?) {
    var sponsor: Sponsor?
    if succeeded({ sponsor = self.sponsor(record, tier: tier) }), let sponsor {
      draft.sponsors.append(sponsor)
      readBoothTimes(record, of: sponsor)
    }
  }

  private func sponsor(_ record: Record, tier: String?) -> Sponsor? {
    record.ignore("size", "height", "logoontop", "channel")
    guard let name = record.text("name") else {
      error(record.place, "this sponsor has no name", "add one")
      return nil
    }
    let ownID = record.text("id", "UID") ?? record.key
    let given = ownID ?? Slug.made(of: name)
    let shared =
      isAnsweredYes(record, "duplicate") ? given : record.text("booth_of")
    let id = shared == given ? uniqueSponsorID(given) : given
    if ownID == nil { derived.insert(EntryName(kind: .sponsor, id: id)) }
    guard claim("sponsor", id, at: record.place("id", "UID")) else { return nil }
    var sponsor = Sponsor(id: id, name: name)
    sponsor.sharedBooth = shared
    sponsor.tier = tier
    sponsor.description = record.text("description", "about")
    // In the ICLR portal "url" is the outside booth and "img_url" the sponsor's site.
    let booth = record.node("img_url") == nil ? nil : address(record, "url")
    sponsor.website = address(record, "website", "img_url", "landingpage", "url")
    sponsor.logo = picture(record, "logo", "img_src", "image")
    sponsor.video = video(record, "video", "youtube")
    sponsor.join = address(record, "join", "zoom_link") ?? booth
    sponsor.contacts = contacts(record)
    for field in ["resources", "downloads", "papers", "jobs"] { sponsor.links += links(record, field) }
    if let page = address(record, "landingpage"), page != sponsor.website {
      sponsor.links.append(Link(label: "More", url: page))
    }
    return sponsor
  }

  /// A sponsor in a second tier keeps the booth that it has.
  private func uniqueSponsorID(_ base: String) -> String {
    var number = 2
    while places["sponsor \(base)-\(number)"] != nil { number += 1 }
    return "\(base)-\(number)"
  }

  private func contacts(_ record: Record) -> [Person] {
    record.records("contacts").compactMap { contact in
      contact.ignore("phone")
      guard let name = contact.text("name") ?? contact.text("email") else { return nil }
      return Person(name: name, email: contact.text("email"))
    }
  }

  private func links(_ record: Record, _ field: String) -> [Link] {
    record.records(field).compactMap { item in
      guard let label = item.text("label", "title", "name"), let url = address(item, "website", "url", "link") else {
        return nil
      }
      let authors = item.text("authors").map { " (\($0))" } ?? ""
      return Link(label: label + authors, url: url)
    }
  }

  /// "schedule: [{start: 2020-07-07 10:00:00-07:00, duration: 0.5, label: ...}]"
  private func readBoothTimes(_ record: Record, of sponsor: Sponsor) {
    for item in record.records("schedule") + record.records("zooms") {
      guard let times = times(item) else { continue }
      let title = item.text("label", "title") ?? "\(sponsor.name): booth"
      var session = Session(
        id: uniqueSessionID("sponsor-\(sponsor.id)"), kind: .sponsor, title: title, start: times.start, end: times.end)
      session.sponsor = sponsor.id
      session.description =
        [item.text("speaker"), item.text("description")].compactMap { $0 }.joined(separator: "\n\n").nonEmpty
      session.join = address(item, "link", "join") ?? sponsor.join
      add(session, at: item.place)
    }
  }
}
