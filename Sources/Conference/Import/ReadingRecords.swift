/// The records of a table, one after the other, and which of their fields nobody asked for.
extension FolderReading {
  /// The records of a table that may be a map from sessions or days to lists of what is in them, whose names count.
  func keyedRecords(of table: Table) -> [Record] {
    (table.root.entries?.count ?? 0) > 1 ? Record.records(in: table.root) : table.records()
  }

  /// Reads every record of a table, and names the fields that nobody asked for.
  func forEachRecord(
    of name: String, under keys: [String] = [], flattening nested: String? = nil, _ body: (Record) -> Void
  ) {
    guard let table = table(name) else { return }
    forEach(table.records(under: keys), flattening: nested, body)
  }

  /// The same with records that are read already.
  func forEach(_ records: [Record], flattening nested: String? = nil, _ body: (Record) -> Void) {
    for found in records {
      let record = nested.map { found.flattened($0) } ?? found
      record.take(nearNames[found.place.file] ?? [:])
      errorsBeforeRow = errorCount
      isRowLeftOut = false
      body(record)
      tally(record, isRefused: !isRowGood || isRowLeftOut)
    }
  }

  /// Counts the fields of a record that were not understood; of a refused one, of which not all was asked for, only
  /// those that are misspelled, since that may be why.
  func tally(_ record: Record, isRefused: Bool = false) {
    for field in record.taken { unknown.add(field.name, at: field.place, fate: .taken(field.meant)) }
    for field in record.unknown {
      let near = nearNames[field.place.file]?[field.name].map { FieldFate.misspelled($0) }
      let known = unknown.fate(of: field.name, in: field.place.file) ?? near
      let fate = known ?? (isRefused ? fate(of: field, ofRefused: record) : record.fate(of: field.name))
      if isRefused, fate.isOrdinary { continue }
      unknown.add(field.name, at: field.place, fate: fate)
    }
  }

  /// The same for rows that were asked as much.
  private func fate(of field: (name: String, place: Place), ofRefused record: Record) -> FieldFate {
    let key = "\(field.place.file):\(record.asked.count):\(field.name)"
    if let known = refusedFates[key] { return known }
    let fate = record.fate(of: field.name)
    refusedFates[key] = fate
    return fate
  }
}
