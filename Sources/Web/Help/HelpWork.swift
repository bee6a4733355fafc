import Conference
import Markup

/// What can be done with a request, in each of its states: the style sheet shows what is so in the one that stands above it.
enum HelpWork {
  static func html(_ request: HelpRequest, _ personal: Personal) async throws -> HTML {
    let path = "/help/requests/\(request.id)"
    guard personal.access.mayHelp else {
      return """
        <div data-when="waiting taken">\(ConsoleButton(action: path + "/closing", label: "It is solved").html(personal))</div>
        \(reopen(path, personal))
        """
    }
    return """
      <section class="section" aria-labelledby="work"><h2 id="work">What to do with it</h2>
      <div data-when="taken">\(ConsoleButton(action: path + "/handover", label: "Back to the queue").html(personal))</div>
      <div data-when="waiting taken">\(try await handover(path, personal))
      <form class="deed" action="\(url: path + "/closing")" method="post">\(personal.tokenField)<input type="hidden" name="queue" value="1">
      <label for="note">Close it, with a note for other helpers <span class="muted">(optional)</span></label><input class="field" id="note" name="note" maxlength="500" dir="auto" autocomplete="off">
      <button class="button" type="submit">Close</button></form></div>
      \(reopen(path, personal))</section>
      """
  }

  /// What is done first, at the top of the page.
  static func taking(_ request: HelpRequest, _ personal: Personal) -> HTML {
    ConsoleButton(action: "/help/requests/\(request.id)/taking", label: "Take it", isMain: true).html(personal)
  }

  private static func reopen(_ path: String, _ personal: Personal) -> HTML {
    "<div data-when=\"closed\">\(ConsoleButton(action: path + "/reopening", label: "Reopen").html(personal))</div>"
  }

  private static func handover(_ path: String, _ personal: Personal) async throws -> HTML {
    let helpers = try await personal.visit.site.helpDesk.helpers(for: try personal.account.id)
    let options = helpers.map { "<option value=\"\($0.id)\">\($0.name), \($0.role.name.lowercased())</option>" as HTML }
    return """
      <form class="deed" action="\(url: path + "/handover")" method="post">\(personal.tokenField)
      <label for="helper">Hand it over to</label><select class="field is-short" id="helper" name="helper">\(options)</select>
      <button class="button" type="submit">Hand over</button></form>
      """
  }
}
