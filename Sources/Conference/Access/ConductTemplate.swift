extension Conduct {
  /// A code of conduct to start from, in Markdown, for organizers to make their own; nothing of it holds until they save it.
  ///
  /// - Parameter name: the conference's.
  public static func template(for name: String) -> String {
    """
    \(name) is for everybody who comes to learn, to show and to ask. Whoever takes part, in whatever role, keeps to this.

    ### What we ask of you

    - Talk about the work, and be kind to the person behind it.
    - Let others finish, and leave room for those who speak rarely.
    - Ask before you record, photograph or pass on what somebody said in a small circle.

    ### What has no place here

    - Insults, threats and contempt, also as a joke, for what somebody is, believes, looks like or comes from.
    - Unwanted attention or messages, above all once somebody has asked you to stop.
    - Disturbing sessions on purpose, and giving away others' links, addresses or messages.

    ### When something goes wrong

    Press *Report* beside a message or on a person's page, or write to the organizers. Those who look after reports keep your name to
    themselves. They talk with both sides where they can, and may warn somebody, hide what was written, or end somebody's part in the
    conference.
    """
  }
}
