/// Sponsors by tier with their booths.
extension FolderReading {
  func readSponsors() {
    // "goldsponsors.csv" holds the sponsors of the tier "gold"; "My sheet - Sponsors.csv" is no tier.
    for name in folder.tableNames.sorted() where name.hasSuffix("sponsors") && !name.contains(" - ") {
      readSponsors(
        of: name, tier: String(name.dropLast("sponsors".count)).trimmingCharacters(in: ["_", "-", " "]).nonEmpty)
    }
    for name in ["supporters", "industry"] where isPortal { readSponsors(of: name, tier: nil) }
    checkBooths()
  }

  /// A booth that is shared with a sponsor who is not there.
  private func checkBooths() {
    let ids = Set(draft.sponsors.map(\.id))
    for index in draft.sponsors.indices {
      guard let other = draft.sponsors[index].sharedBooth, !ids.contains(other) else { continue }
      dangling(
        "sponsor", other, at: citation(of: "sponsor \(other)", from: "sponsor \(draft.sponsors[index].id)"))
      draft.sponsors[index].sharedBooth = nil
    }
  }

  private func readSponsors(of name: String, tier common: String?) {
    guard let table = table(name) else { return }
    let only = table.nameOfOnlyList(besides: Self.wordsForSponsors)
    for record in table.records(under: ["sponsors"]) {
      let group = record.groupName() ?? only
      let tier = record.text("tier", "level", "category") ?? record.list("levels", "tiers").first ?? common
      let nested = record.records("vals", "sponsors", "supporters")
      if nested.isEmpty { readSponsor(record, tier: tier ?? record.text("sponsorship_level", "type") ?? group) }
      for sponsor in nested {
        readSponsor(sponsor, tier: tier ?? record.text("name", "title") ?? record.key ?? group)
      }
      record.ignore("size", "height")
      tally(record)
    }
  }

  /// What a list of sponsors may be called without being a tier.
  private static let wordsForSponsors = [
    "sponsors", "supporters", "companies", "partners", "exhibitors", "organizations", "organisations", "industry",
    "data", "list", "items", "entries",
  ]

  /// contacts: one row for each person to meet at a sponsor's booth.
  func readContacts() {
    forEachRecord(of: "contacts") { record in
      let person = person(record)
      guard let sponsor = record.text("sponsor") else {
        return lack(record, ["sponsor"], "this person has no sponsor", "add a column “sponsor” with the sponsor's id")
      }
      guard let index = draft.sponsors.firstIndex(where: { $0.id == sponsor }) else {
        return dangling("sponsor", sponsor, at: record.place("sponsor"))
      }
      if let person { draft.sponsors[index].contacts.append(person) }
    }
  }

  private func readSponsor(_ record: Record, tier: String?) {
    var sponsor: Sponsor?
    if succeeded({ sponsor = self.sponsor(record, tier: tier) }), let sponsor {
      draft.sponsors.append(sponsor)
      readBoothTimes(record, of: sponsor)
    }
  }

  private func sponsor(_ record: Record, tier: String?) -> Sponsor {
    record.ignore("size", "height", "logoontop", "channel")
    let name = record.text("name", "company", "title")
    if name == nil { lack(record, ["name", "company", "title"], "this sponsor has no name", "add one") }
    let id = sponsorID(record, name: name)
    var sponsor = Sponsor(id: id.own, name: name ?? "")
    sponsor.sharedBooth = id.shared
    if let shared = id.shared {
      cite("sponsor \(shared)", from: "sponsor \(id.own)", at: record.place("booth_of", "duplicate"))
    }
    sponsor.tier = tier
    sponsor.description = record.text("description", "about", "abstract")
    // In the ICLR portal "url" is the outside booth and "img_url" the sponsor's site.
    let booth = record.node("img_url") == nil ? nil : address(record, "url")
    sponsor.website = address(record, "website", "img_url", "landingpage", "url", "company_url", "external_web_link")
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

  /// The sponsor's id and that of the row whose booth it shares, if any.
  private func sponsorID(_ record: Record, name: String?) -> (own: String, shared: String?) {
    let given = record.text("id", "UID") ?? record.key
    guard var base = given ?? name.map({ Slug.made(of: $0) }) else { return ("", nil) }
    let isDuplicate = isAnsweredYes(record, "duplicate")
    if !isDuplicate { base = freeID("sponsor", base, or: name, at: record.place) }
    let shared = isDuplicate ? base : record.text("booth_of")
    let id = shared == base ? uniqueSponsorID(base) : base
    if given == nil { derived.insert(EntryName(kind: .sponsor, id: id)) }
    _ = claim("sponsor", id, at: record.place(ofName: ["id", "UID"]))
    return (id, shared)
  }

  /// A sponsor in a second tier keeps the booth that it has.
  private func uniqueSponsorID(_ base: String) -> String {
    var number = 2
    while places["sponsor \(base)-\(number)"] != nil { number += 1 }
    return "\(base)-\(number)"
  }

  private func contacts(_ record: Record) -> [Person] {
    record.records("contacts").compactMap { contact -> Person? in
      guard let name = contact.text("name") ?? contact.text("email") ?? contact.plainText else {
        leaveOut(contact.place, lacking: "name", "write the name of the person to meet, or of the desk")
        return nil
      }
      return Person(name: name, email: contact.text("email"))
    }
  }

  private func links(_ record: Record, _ field: String) -> [Link] {
    record.records(field).compactMap { item -> Link? in
      let label = item.text("label", "title", "name")
      let authors = item.text("authors").map { " (\($0))" } ?? ""
      let bare = item.plainText.flatMap { checkedAddress($0, at: item.place) }
      guard let url = bare ?? address(item, "website", "url", "link") else {
        // An address that is wrong was told already.
        if item.plainText == nil, item.text("website", "url", "link") == nil {
          leaveOut(item.place, lacking: "address", "write it into “url”, with https://")
        }
        return nil
      }
      return Link(label: (label ?? Self.host(of: url)) + authors, url: url)
    }
  }

  /// "example.org" of "https://www.example.org/jobs", "map.pdf" of a file: what a link without a label is called.
  private static func host(of url: String) -> String {
    guard isWebAddress(url) else { return url.split(separator: "/").last.map { String($0) } ?? url }
    let host = url.split(separator: "/", maxSplits: 2).dropFirst().first.map { String($0) } ?? url
    return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  /// "schedule: [{start: 2020-07-07 10:00:00-07:00, duration: 0.5, label: ...}]"
  private func readBoothTimes(_ record: Record, of sponsor: Sponsor) {
    for item in record.records("schedule") + record.records("zooms") {
      guard let times = times(item, isInHours: true) else { continue }
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
