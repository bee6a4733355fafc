/// What can be wrong with a PostgreSQL database that its server takes for sound.
enum PostgresIntegrity {
  /// One sentence for each rule that was never checked, each index that is unfinished, and each table with rows that point
  /// to nothing, as a restore without rules or a superuser may leave them.
  static func problems(in session: any Session) throws -> [String] {
    let connection = Connection(session: session)
    let unchecked = try connection.query(
      """
      SELECT conrelid::regclass::text || ' has the rule ' || conname || ', which was never checked'
      FROM pg_constraint WHERE NOT convalidated AND connamespace = current_schema()::regnamespace
      """
    )
    let unfinished = try connection.query(
      """
      SELECT indrelid::regclass::text || ' has the unfinished index ' || indexrelid::regclass::text
      FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
      WHERE NOT indisvalid AND relnamespace = current_schema()::regnamespace
      """
    )
    return try (unchecked + unfinished).map { try $0.value(0) } + danglingRows(in: connection)
  }

  private static func danglingRows(in connection: Connection) throws -> [String] {
    let keys = try connection.query(
      """
      SELECT conrelid::regclass::text AS child, confrelid::regclass::text AS parent,
        string_agg(format('parent.%I = child.%I', theirs.attname, ours.attname), ' AND ') AS meeting,
        string_agg(format('child.%I IS NOT NULL', ours.attname), ' AND ') AS pointing
      FROM pg_constraint
      CROSS JOIN LATERAL unnest(conkey, confkey) AS key (our, their)
      JOIN pg_attribute ours ON ours.attrelid = conrelid AND ours.attnum = our
      JOIN pg_attribute theirs ON theirs.attrelid = confrelid AND theirs.attnum = their
      WHERE contype = 'f' AND connamespace = current_schema()::regnamespace
      GROUP BY pg_constraint.oid, conrelid, confrelid ORDER BY child, parent
      """
    )
    return try keys.compactMap { key in
      let (child, parent): (String, String) = (try key.value("child"), try key.value("parent"))
      let (meeting, pointing): (String, String) = (try key.value("meeting"), try key.value("pointing"))
      let sql = """
        SELECT COUNT(*) FROM \(child) AS child WHERE \(pointing)
        AND NOT EXISTS (SELECT FROM \(parent) AS parent WHERE \(meeting))
        """
      var count = 0
      try connection.session.forEach(RenderedSQL(text: sql)) { count = try $0.value(0) }
      return count == 0 ? nil : "\(count) rows of \(child) point to nothing in \(parent)"
    }
  }
}
