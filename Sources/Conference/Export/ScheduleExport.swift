import Foundation

/// The program in the format that schedule apps, signs and video crews read: frab's and pretalx's `schedule.json`
/// (c3voc.de/schedule/schema.json) and `schedule.xml` (c3voc.de/schedule/schema.xsd).
///
/// Both are public files, so they hold neither where one joins nor what is released on a day of its own.
public enum ScheduleExport {
  /// - Parameters:
  ///   - baseURL: where the conference's site begins, with http or https.
  ///   - version: what tells this state of the program from others, "1.4" for example.
  ///   - generated: when the program was in this state.
  /// - Throws: `EncodingError`, which no draft should bring about.
  public static func json(
    _ draft: Draft, baseURL: String, version: String, generated: Instant
  ) throws -> [UInt8] {
    let source = ScheduleSource(draft, baseURL: baseURL, version: version, generated: generated)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(source.document()))
  }

  /// The same as `json`, for programs that read XML.
  public static func xml(_ draft: Draft, baseURL: String, version: String, generated: Instant) -> [UInt8] {
    let source = ScheduleSource(draft, baseURL: baseURL, version: version, generated: generated)
    return ScheduleXML.bytes(of: source.document())
  }
}
