/// Times that are understood as they are written, and may have been meant otherwise.
extension FolderReading {
  /// Whether the record's zone, if it names one, is known; an error where it is not.
  func hasKnownZone(_ record: Record) -> Bool { !namesZone(record) || zone(of: record) != nil }

  func noteSeason(of zone: String, at place: Place) {
    guard !isPortal, ZoneAbbreviation.place(ofSeasonal: zone) != nil, seasonalPlaces.insert(place).inserted else {
      return
    }
    seasonalZones.add(zone.uppercased(), at: place)
  }

  /// An end before its start is the next day's; of one in the afternoon the half of the day may be wrong.
  func noteNight(from start: Instant, to end: Instant, at place: Place) {
    if !isPortal, end - start > 12 * 3_600_000 { longNights.add("end", at: place) }
  }

  func reportDoubtfulTimes() {
    reportZoneless()
    reportSeasons()
    for entry in longNights.entries {
      say(
        .warning, of: entry,
        "the end is before the start, so that it is taken for the next day's, more than twelve hours later",
        "check the end, and AM and PM")
    }
    for entry in timeless.entries {
      say(
        .warning, of: entry, "there is a day and no time of day; it is left out of the schedule",
        "add “start” and “end”, or a “time” such as 14:00-15:30, or a row in sessions.csv")
    }
  }

  /// Times of ours that name no zone are UTC's, which is worth a word where clocks at the conference show others.
  private func reportZoneless() {
    guard !isPortal, let zone = Zones.named(draft.conference.zone),
      draft.sessions.contains(where: { zone.offset(at: $0.start) != 0 })
    else { return }
    var files = FieldTally()
    for place in zoneless.sorted() { files.add("zone", at: place) }
    for entry in files.entries {
      say(
        .warning, of: entry, "times name no zone and are read as UTC, while the conference's zone is \(zone.id)",
        "add a column “zone” with \(zone.id) in every row, or with UTC if it is meant")
    }
  }

  /// "CET" in April, when clocks in Berlin show another time.
  private func reportSeasons() {
    guard let first = draft.sessions.map(\.start).min() else { return }
    for entry in seasonalZones.entries {
      guard let written = Zones.understood(entry.name),
        let place = ZoneAbbreviation.place(ofSeasonal: entry.name).flatMap({ Zones.named($0) }),
        place.offset(at: first) != written.offset(at: first)
      else { continue }
      say(
        .warning, of: entry,
        "“\(entry.name)” is \(written.offsetText(at: first)), but clocks in \(place.city) show \(place.offsetText(at: first)) on \(place.day(at: first).iso)",
        "write \(place.id) if they are meant, or \(written.id) if not")
    }
  }
}
