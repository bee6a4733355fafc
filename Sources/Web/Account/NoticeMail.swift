import Conference

extension Routes {
  /// Whether somebody wants a mail when what they saved is cancelled, moved or taken away: by the link in each of those mails.
  func addNoticeMail() { addDeclining(.notices) }
}

extension DeclinableMail {
  fileprivate static let notices = DeclinableMail(
    path: NoticeWishes.path, title: "Changes of what I saved, by mail",
    wanted: "You get a mail when something that you saved is cancelled, moved or taken out of the program.",
    declined:
      "No mail is sent when something that you saved is cancelled or moved. Your plan and your calendar show it.",
    isWanted: { site, token in try await site.noticeWishes.areWanted(token) },
    want: { site, isWanted, token in try await site.noticeWishes.want(isWanted, token) })
}

extension Site {
  var noticeWishes: NoticeWishes { NoticeWishes(database, clock: clock) }
}
