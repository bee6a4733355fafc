import Conference
import Markup

extension Routes {
  /// What organizers did, for organizers.
  func addRecord() {
    personal("organize/record", .organizer) { try await RecordPage.page($0) }
  }
}

/// Who changed what when.
enum RecordPage {
  static func page(_ personal: Personal) async throws -> Page {
    let (visit, query) = (personal.visit, personal.visit.query)
    let paging = Paging(query)
    let choice = DeedChoice(subject: query["about"], by: query["by"], text: query["q"] ?? "")
    let found = try await visit.site.people.deeds(
      choice, for: try personal.account.id, offset: paging.offset, limit: Paging.size + 1)
    return OrganizePage.page(
      "Record", path: "/organize/record", personal,
      body: """
        <form class="console-finder is-one" action="/organize/record" role="search" aria-label="Record">
        <label class="sr" for="record-q">Words of a name, an address or of what was done</label>
        <input class="field" id="record-q" type="search" name="q" value="\(query["q"])" placeholder="A person, or what was done" maxlength="200">
        <button class="button is-main" type="submit">Find</button></form>
        \(chosen(choice))
        \(DeedList.html(Array(found.prefix(Paging.size)), visit))
        \(paging.html("/organize/record", query, keeping: ["q", "by", "about"], hasMore: found.count > Paging.size))
        """)
  }

  /// Says whose or what about the record is, with the way back to all of it.
  private static func chosen(_ choice: DeedChoice) -> HTML {
    guard choice.by != nil || choice.subject != nil else { return .empty }
    let what = choice.by == nil ? "Only what was done to one subject." : "Only what one person did."
    return "<p>\(what) <a href=\"/organize/record\">Show everything</a></p>"
  }
}
