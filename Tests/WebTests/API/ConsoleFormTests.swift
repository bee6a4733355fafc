import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct ConsoleFormTests {
  @Test("whatever a form of the console does, an operation of the API or a command does too")
  func forms() async throws {
    try await StorySite.run(papers: 5) { _, story in
      let routes = Routes(story.site).all.filter { $0.method == .post && $0.path.hasPrefix("/organize") }
      let forms = Set(routes.map(\.path))
      #expect(forms.subtracting(Self.others.keys).sorted() == [], "forms that nothing else does")
      #expect(Set(Self.others.keys).subtracting(forms).sorted() == [], "entries without a form")
      let names = Set(API.operations.map(\.name))
      for (form, words) in Self.others {
        for word in words {
          let isThere = word.contains(" ") ? try Self.isCommand(word) : names.contains(word)
          #expect(isThere, "\(form): there is no \(word)")
        }
      }
    }
  }

  /// Names of operations; commands have a space.
  private static let others: [String: [String]] = [
    "/organize/access": ["setAccess", "previewAccess"],
    "/organize/announcements": ["announce"],
    "/organize/announcements/preview": ["previewAnnouncement"],
    "/organize/announcements/{id}": ["changeAnnouncement"],
    "/organize/announcements/{id}/withdrawal": ["withdrawAnnouncement"],
    "/organize/appearance": ["setAppearance"],
    "/organize/appearance/logo": ["setLogo"],
    "/organize/appearance/logo/removal": ["removeLogo"],
    "/organize/appearance/preview": ["previewAppearance"],
    "/organize/backups": ["setBackups"],
    "/organize/channels": ["addChannel"],
    "/organize/channels/{name}": ["changeChannel"],
    "/organize/channels/{name}/removal": ["removeChannel"],
    "/organize/claims": ["decideClaim"],
    "/organize/conduct/desk": ["setConductDesk"],
    "/organize/conduct/limits": ["setChatRules"],
    "/organize/help-desk/shifts": ["addShift"],
    "/organize/help-desk/shifts/{id}/people": ["joinShift"],
    "/organize/help-desk/shifts/{id}/people/removal": ["leaveShift"],
    "/organize/help-desk/shifts/{id}/removal": ["removeShift"],
    "/organize/import": ["importProgram"],
    "/organize/import/application": ["importProgram"],
    "/organize/import/preview": ["importProgram"],
    "/organize/outbox/batches/approval": ["approveBatch"],
    "/organize/outbox/batches/drop": ["dropBatch"],
    "/organize/outbox/{id}/drop": ["dropMail"],
    "/organize/outbox/{id}/retry": ["retryMail"],
    "/organize/people/admissions": ["admitPerson"],
    "/organize/people/import": ["importPeople"],
    "/organize/people/import/application": ["importPeople"],
    "/organize/people/import/preview": ["importPeople"],
    "/organize/people/invitations": ["invitePeople"],
    "/organize/people/new": ["addPerson"],
    "/organize/people/{id}/admission": ["admitPerson"],
    "/organize/people/{id}/details": ["correctPerson"],
    "/organize/people/{id}/devices/removal": ["signOutPerson"],
    "/organize/people/{id}/erasure": ["erasePerson"],
    "/organize/people/{id}/role": ["setRole"],
    "/organize/people/{id}/sign-in-codes": ["makeSignInCode"],
    "/organize/people/{id}/standing": ["setStanding"],
    "/organize/program/changes/{id}/undo": ["undoChange"],
    "/organize/program/entry": EntryResource.all.map { "put\($0.noun)" },
    "/organize/program/move": ["movePaper"],
    "/organize/program/order": ["shiftEntry"],
    "/organize/program/removal": ["removePaper", "removeSession", "removeEvent", "removeSponsor"],
    "/organize/questions": ["setQuestionRules"],
    "/organize/questions/asking": ["nudgeAuthorsToAsk"],
    "/organize/questions/nudge": ["nudgeAuthors"],
    "/organize/questions/papers/{id}/nudge": ["nudgeAuthorsOfPaper"],
    "/organize/registration": ["setRegistration"],
    "/organize/tokens": ["token add"],
    "/organize/tokens/{id}/revocation": ["token revoke"],
  ]

  /// Whether the command line has it: "token add" is a type Add in the file that names its commands "token".
  private static func isCommand(_ words: String) throws -> Bool {
    let names = words.split(separator: " ").map { String($0) }
    let folder = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Sources/hatata").standardized
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
      let text = try String(contentsOf: file, encoding: .utf8)
      if text.contains("commandName: \"\(names[0])\""), text.contains("struct \(names[1].capitalized): AsyncParsable") {
        return true
      }
    }
    return false
  }
}
