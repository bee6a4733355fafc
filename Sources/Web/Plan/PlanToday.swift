import Conference
import Markup

/// What is left of somebody's plan today, and begins within the hour: pages are the same for a whole audience, so a script shows it on them.
struct PlanToday: Encodable {
  struct Item: Encodable {
    let title: String
    let address: String
    /// From when one can go in.
    let opens: String
    let start: String
    let end: String
    /// One comes and goes, so that it is nothing to be in time for.
    let isAllDay: Bool
    let join: String?
  }

  private static let ahead = 60

  let items: [Item]

  static func file(_ personal: Personal) async throws -> OwnFile {
    let visit = personal.visit
    let plan = try await Plan.of(personal, try await PlanNotes(personal))
    let rows = plan.rows.filter { row in
      row.isUpcoming(visit.now)
        && (row.start <= visit.now.adding(minutes: Self.ahead) || visit.zone.day(at: row.start) == visit.today)
    }
    return try .json(PlanToday(items: rows.map { Self.item($0, visit.program) }))
  }

  private static func item(_ row: Plan.Row, _ program: Program) -> Item {
    Item(
      title: row.single?.title ?? row.session.title,
      address: row.single.map { Address.of($0) } ?? Address.main(of: row.session, program),
      opens: row.start.adding(minutes: -Phase.opensBefore).iso8601, start: row.start.iso8601, end: row.end.iso8601,
      isAllDay: row.isAllDay,
      join: row.join.map { Address.link($0) }.flatMap { HTML.allows(url: $0) ? $0 : nil })
  }
}
