/// Which of the conference's files belong to what a program shows.
extension Program {
  /// Whether a file below the media folder belongs to what somebody wrote, presents or stands at: they see it before others do.
  public func isOwn(media path: String, of access: Access) -> Bool {
    guard access.isLetIn, access.account?.email != nil else { return false }
    let stem = MediaName.stem(of: path)
    func isAmong(_ names: [String?]) -> Bool {
      names.contains { $0.flatMap(MediaName.path).map { MediaName.stem(of: $0) == stem } ?? false }
    }
    return events.contains { isAmong([$0.video, $0.recording, $0.slides, $0.image]) && access.isHost(of: $0) }
      || papers.contains { isAmong([$0.pdf, $0.video, $0.slides, $0.poster]) && access.isAuthor(of: $0) }
      || sponsors.contains { isAmong([$0.logo, $0.video]) && access.isRepresentative(of: $0) }
  }

  /// The paths below the media folder, without their endings, of all files that something in the program has: so that the
  /// captions of a video are told with it.
  public var mediaStems: Set<String> {
    var stems: Set<String> = []
    func add(_ names: String?...) {
      for path in names.compactMap({ $0.flatMap(MediaName.path) }) { stems.insert(MediaName.stem(of: path)) }
    }
    add(conference?.logo)
    for paper in papers {
      add(paper.pdf, paper.video, paper.slides, paper.poster, paper.thumbnail)
      for link in paper.links { add(link.url) }
      for author in paper.authors { add(author.image) }
    }
    for event in events {
      add(event.image, event.video, event.recording, event.slides)
      for link in event.links { add(link.url) }
      for person in event.people { add(person.image) }
      for talk in event.talks { add(talk.video) }
    }
    for sponsor in sponsors {
      add(sponsor.logo, sponsor.video)
      for link in sponsor.links { add(link.url) }
      for contact in sponsor.contacts { add(contact.image) }
    }
    for member in members { add(member.person.image) }
    return stems
  }
}
