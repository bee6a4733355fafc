/// A session as `schedule.json` lists it.
struct ScheduleEvent: Encodable {
  var guid: String
  var id: Int
  var code: String
  var logo: String?
  /// When it starts and ends, with the offset of the conference's zone.
  var date: String
  var end: String
  /// Hours and minutes.
  var start: String
  var duration: String
  var room: String
  var slug: String
  var url: String
  var title: String
  var subtitle: String
  var track: String
  var type: String
  var language: String
  var abstract: String
  var description: String
  var recordingLicense: String
  var doNotRecord: Bool
  var persons: [Person]
  var links: [Reference]
  var attachments: [Reference]

  enum CodingKeys: String, CodingKey {
    case guid, id, code, logo, date, end, start, duration, room, slug, url, title, subtitle, track, type, language
    case abstract, description, persons, links, attachments
    case recordingLicense = "recording_license"
    case doNotRecord = "do_not_record"
  }

  /// Has no id of a number, since the schema takes somebody for either frab's person or pretalx's, and never for both.
  struct Person: Encodable {
    var guid: String
    var name: String
    var publicName: String
    var avatar: String?
    var biography: String?

    enum CodingKeys: String, CodingKey {
      case guid, name, avatar, biography
      case publicName = "public_name"
    }
  }

  struct Reference: Encodable {
    var title: String
    var url: String
    var type: String
  }
}
