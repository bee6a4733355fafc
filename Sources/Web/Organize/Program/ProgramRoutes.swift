import Conference
import Markup

extension Routes {
  /// Where chairs and organizers change the program.
  func addProgramEditing() {
    personal("organize/program", .chair) { try await ProgramPage.page($0) }
    personal("organize/program/clashes", .chair) { ClashesPage.page($0) }
    personal("organize/program/changes", .chair) { try await ChangesPage.page($0) }
    personal("organize/program/changes/:id", .chair) { personal in
      try await ChangesPage.one(try ProgramActions.change(personal.visit), personal)
    }
    form("organize/program/changes/:id/undo", .chair) { try await ProgramActions.undo($0) }
    personal("organize/program/entry", .chair) { personal in
      try await ProgramActions.page(
        EntryForms.form(named: personal.visit.query["of"]), personal.visit.query["id"], personal)
    }
    form("organize/program/entry", .chair, limit: 1 << 20) { act in
      try await ProgramActions.save(EntryForms.form(named: act.form["of"]), act)
    }
    form("organize/program/removal", .chair) { try await ProgramActions.remove($0) }
    form("organize/program/order", .chair) { try await ProgramActions.reorder($0) }
    form("organize/program/move", .chair) { try await ProgramActions.move($0) }
  }
}

extension Act {
  var editor: ProgramEditor { ProgramEditor(site.database, clock: site.clock) }
}
