extension Story {
  static let name = "International Conference on Inquiry"

  var proceedings: String { "Proceedings of the \(Self.name) \(year)" }

  var information: ConferenceInfo {
    var information = ConferenceInfo(id: "inquiry\(year)", name: "\(Self.name) \(year)")
    information.tagline = "Five days of questions, on every continent at once"
    information.description = Self.welcome
    information.organization = "Society for Machine Inquiry"
    information.start = today.adding(days: -2)
    information.end = today.adding(days: 2)
    information.website = "https://example.org/inquiry"
    information.proceedings = proceedings
    information.citationDate = "\(year)/\(today.month)/\(today.day)"
    information.accent = "#0B5C63"
    information.codeOfConduct = Self.conduct
    return information
  }

  private static let welcome = """
    The International Conference on Inquiry is a meeting of people who study how machines learn. It takes place entirely \
    online, so nobody has to travel, and nearly everything happens at hours that suit someone in every part of the world.

    New here? Visit a poster session. Each lasts two hours. You see who is where, enter a room, and the author explains the \
    paper and answers your questions. Coming late, leaving early and listening in silence are all perfectly fine.

    ### What happens when

    Workshops fill the first day. On each of the four main days there are five poster sessions, talks, and a keynote or two: \
    the keynote's recording appears beforehand, and a live half hour of questions follows. Socials and mentoring fill the \
    hours between.

    If anything is unclear, ask in the help channel. Volunteers are there around the clock.
    """

  private static let conduct = """
    We want everyone to be able to ask, answer and disagree here without fear.

    ### What we expect

    - Speak about the work, not the person. Assume that the other side means well.
    - Make room for newcomers, for people whose English is slower than yours, and for those who would rather write than talk.
    - Ask before you record, photograph or quote a conversation in a room or a chat.

    ### What we do not accept

    Harassment in any form; insults about gender, origin, skin, religion, body, age, disability, sexuality or career; unwelcome \
    attention after someone has asked you to stop; disrupting sessions; sharing other people's links, messages or contact \
    details without their consent.

    ### If something happens

    Press *Report* beside a message, a person or a room, or write to conduct@example.org. Two people of the conduct committee, \
    whose names are on the committee page, read every report within the hour. They will not tell anyone who reported. They may \
    speak with those involved, remove messages, and exclude someone from a room or from the conference. Decisions can be \
    appealed to the general chair.
    """
}
