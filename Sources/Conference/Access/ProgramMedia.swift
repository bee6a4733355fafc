/// Which of the conference's files belong to what a program shows.
extension Program {
  /// Whether a file below the media folder belongs to what somebody wrote, presents or stands at: they see it before others do.
  ///
  /// - Parameter claims: what organizers said of the papers that the person claims.
  public func isOwn(media path: String, of access: Access, claims: [String: PaperClaims.State] = [:]) -> Bool {
    guard access.isLetIn else { return false }
    let stem = MediaName.stem(of: path)
    func isAmong(_ names: [String?]) -> Bool {
      names.contains { $0.flatMap(MediaName.path).map { MediaName.stem(of: $0) == stem } ?? false }
    }
    return events.contains {
      isAmong([$0.video, $0.recording, $0.slides, $0.image] + $0.talks.map(\.video)) && access.isHost(of: $0)
    }
      || papers.contains {
        isAmong([$0.pdf, $0.video, $0.slides, $0.poster]) && (access.isAuthor(of: $0) || claims[$0.id] == .granted)
      }
      || sponsors.contains { isAmong([$0.logo, $0.video]) && access.isRepresentative(of: $0) }
  }

  /// The files of all that is in the program.
  public var media: MediaList {
    var list = MediaList()
    list.add(files: [conference?.logo, conference?.website])
    for paper in papers {
      list.add(files: [paper.pdf, paper.slides, paper.poster, paper.thumbnail, paper.forum] + paper.code)
      list.add(paper.authors, paper.links)
      list.add(recordings: [paper.video])
    }
    for event in events {
      list.add(files: [event.image, event.slides, event.website])
      list.add(event.people, event.links)
      list.add(recordings: [event.video, event.recording] + event.talks.map(\.video))
    }
    for sponsor in sponsors {
      list.add(files: [sponsor.logo, sponsor.website])
      list.add(sponsor.contacts, sponsor.links)
      list.add(recordings: [sponsor.video])
    }
    for session in sessions { list.add(session.chairs, []) }
    list.add(members.map(\.person), [])
    return list
  }
}

/// Files below the media folder, by their paths. A picture does not open the recording of the same name, but a recording
/// its captions.
public struct MediaList: Hashable, Sendable {
  private var paths: Set<String> = []
  /// Without their endings.
  private var recordings: Set<String> = []
  private static let captions = [".vtt", ".srt"]

  public func has(_ path: String) -> Bool {
    if paths.contains(path) { return true }
    return Self.captions.contains { path.hasSuffix($0) } && recordings.contains(MediaName.stem(of: path))
  }

  fileprivate mutating func add(files references: [String?]) {
    for path in references.compactMap({ $0.flatMap(MediaName.path) }) {
      paths.insert(path)
      // "talk.pdf#page=3" is a place in a file.
      if let end = path.firstIndex(where: { $0 == "#" || $0 == "?" }) { paths.insert(String(path[..<end])) }
    }
  }

  /// The pictures and pages of people, and what is linked to.
  fileprivate mutating func add(_ people: [Person], _ links: [Link]) {
    add(files: people.flatMap { [$0.image, $0.website] })
    add(files: links.map { $0.url })
  }

  fileprivate mutating func add(recordings references: [String?]) {
    add(files: references)
    for path in references.compactMap({ $0.flatMap(MediaName.path) }) { recordings.insert(MediaName.stem(of: path)) }
  }
}
