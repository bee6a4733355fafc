extension Story {
  static let answers: [Answer] = sections.flatMap { section in
    section.answers.map { question, text in
      Answer(id: Slug.made(of: question), section: section.title, question: question, text: text)
    }
  }

  private typealias Section = (title: String, answers: [(String, String)])
  private static let sections: [Section] = [starting, times, sessions, presenting, together]

  private static let starting: Section = (
    "Getting started",
    [
      (
        "What do I need to take part?",
        "A browser that is not older than three years. Nothing has to be installed. A microphone helps in rooms, a camera is never required."
      ),
      (
        "My connection is slow. What can I do?",
        "Choose *audio only* in a room and the smallest size of a video. All pages work without video, and every talk has captions and a transcript to download."
      ),
      (
        "Is everything recorded?",
        "Talks are. Poster rooms, socials and mentoring are not, and the sign on the door says so."
      ),
      ("Where do I get help?", "Open *Help* and ask. A volunteer answers, usually within five minutes, at any hour."),
    ]
  )

  private static let times: Section = (
    "Times and calendars",
    [
      (
        "Which time zone are the times in?",
        "In yours, as shown at the top of every page. Press it to choose another one; the choice holds everywhere."
      ),
      (
        "What does +1 day mean?",
        "That something ends, or starts, on the day after the one you are looking at, in your time zone."
      ),
      (
        "Can I have the schedule in my own calendar?",
        "Yes. Save what you like, then subscribe to your plan under *Schedule*. The calendar follows when times change."
      ),
      (
        "I live in the Pacific. Is there anything while I am awake?",
        "At least three poster sessions a day fall between 08:00 and 22:00 wherever you are, and keynotes are released before your day begins."
      ),
    ]
  )

  private static let sessions: Section = (
    "Talks, posters and questions",
    [
      (
        "How does a poster session work?",
        "It lasts two hours. The hall shows all papers and who is in which room. Enter one, listen or ask, and leave whenever you like: nobody takes it amiss."
      ),
      (
        "I do not want to be the only visitor. Can I see who is inside?",
        "Yes. The hall shows how many people are in a room, and whether the author is waiting, before you enter."
      ),
      (
        "How do I ask a question to a keynote speaker?",
        "On the keynote's page, before or during the half hour of questions. Vote for what others asked: the host starts with the most wanted."
      ),
      (
        "Can I watch a talk later?",
        "Yes, as often as you like, until the end of the archive. Questions asked in writing stay on the page with their answers."
      ),
    ]
  )

  private static let presenting: Section = (
    "Presenting",
    [
      (
        "When do I present my poster?",
        "Your paper's page shows both of its sessions in your time zone. You need to be there for as much of each as you can, and somebody of your team for the rest."
      ),
      (
        "How do I open my room?",
        "Press *Join* on your paper's page ten minutes before the session. The room is yours: share your screen, lock it, or remove someone."
      ),
      (
        "I cannot come to one of my sessions. What now?",
        "Tell us in the help channel. We mark it on your paper's page and look for another session."
      ),
      (
        "May I change my slides or poster?",
        "Until the last minute, on your paper's page. Videos have to be in a week before the conference, because of captions."
      ),
    ]
  )

  private static let together: Section = (
    "Together and safe",
    [
      (
        "How do I report something?",
        "Press *Report* beside the message, person or room. Two named people of the conduct committee read it within the hour and tell nobody who you are."
      ),
      (
        "Can I propose something spontaneous?",
        "Yes: open a table in the corridor, give it a topic, and invite others. It closes when the last person leaves."
      ),
      (
        "How do I find a mentor?",
        "Under *Social*, choose a mentoring session with free seats. New ones appear every day, also at short notice."
      ),
      (
        "Are there captions and sign language?",
        "Captions everywhere. Sign language at plenaries and keynote questions, and on request elsewhere: ask two days ahead at access@example.org."
      ),
    ]
  )
}
