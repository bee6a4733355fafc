/// The paper that is the same in every story.
enum StoryHeroine {
  static func work(_ story: Story) -> StoryPress.Work {
    var paper = Paper(id: Story.heroinePaper, title: Story.heroineTitle, authors: authors, abstract: abstract)
    paper.tldr =
      "Songs and radio talk teach a model the tones of a language better than any written corpus of its size."
    paper.keywords = ["machine translation", "low-resource languages", "tonal languages", "speech recognition", "song"]
    paper.track = StoryTopic.translation.track
    paper.pdf = "https://example.org/papers/\(paper.id).pdf"
    paper.forum = "https://example.org/forum/\(paper.id)"
    paper.code = ["https://example.org/code/borrowed-tones"]
    if story.papers <= Story.mostFigures { paper.thumbnail = "media/figures/\(paper.id).svg" }
    paper.links = [Link(label: "Listen to examples", url: "https://example.org/borrowed-tones")]
    var register = StoryRegister(reserved: paper)
    paper.bibtex = StoryCitation.bibtex(of: paper, story: story, register: &register)
    return StoryPress.Work(paper: paper, topic: 0, offset: 60)
  }

  private static let authors: [Person] = [
    Story.heroine,
    Person(
      name: "Tamirat Wolde", affiliation: "University of Bahir Ridge", country: "Ethiopia", zone: "Africa/Addis_Ababa"),
    Person(
      name: "Nguyễn Thị Minh Châu", affiliation: "University of Sao Mai", country: "Vietnam", zone: "Asia/Ho_Chi_Minh"),
    Person(name: "Zofia Wiśniewska", affiliation: "Nadwiśle University", country: "Poland", zone: "Europe/Warsaw"),
  ]

  private static let abstract = #"""
    Tone carries meaning in more than half of the world's languages, yet writing systems often leave it out, and so do \#
    the corpora that translation models learn from. We ask where tone can be learned instead, and turn to two sources that \#
    nearly every community already has: radio and song. Singers of a tonal language must reconcile the melody of a tune \#
    with the tones of its words, and they do so by rules that differ from one language to the next. Borrowed Tones learns \#
    these rules jointly with translation: a shared encoder reads text, predicts the pitch contour $f_0(t)$ of its \#
    performance, and passes what it has learned to the decoder. With only eleven hours of recordings for each of six \#
    languages, and without any parallel text beyond 4,000 sentences, translation adequacy rises by 5.2 points, and errors \#
    that change the meaning of a word fall by 41 percent. Speakers of all six languages helped to design the evaluation. \#
    We find that songs teach tone better than speech does, that children's songs teach it best, and that a model taught \#
    by one language's songs learns those of a related language in a single afternoon. We release code, recordings whose \#
    performers agreed to it, and a guide for communities that wish to repeat our work.
    """#
}
