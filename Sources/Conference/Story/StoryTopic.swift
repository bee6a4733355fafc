/// What papers of one topic are made of: phrases in fixed grammatical roles, which the frames put together.
struct StoryTopic: Sendable {
  var name: String
  var track: String
  /// A noun phrase without article: "low-resource machine translation".
  var field: String
  var keywords: [String]
  /// Noun phrases that need no article: "contrastive back-translation".
  var methods: [String]
  /// In the plural: "tonal languages".
  var objects: [String]
  /// Qualities that can rise or fall, in the singular and without article: "lexical coverage".
  var properties: [String]
  /// What can be built, in the singular, to go with an article: "alignment model".
  var models: [String]
  /// What one does, as after "we": "align sentences by their sounds".
  var moves: [String]
  /// Clauses in the present tense.
  var problems: [String]
  /// What it would be good to do without: "parallel text".
  var burdens: [String]
  /// Clauses, as after "we find that".
  var findings: [String]
  /// Names of invented data sets.
  var datasets: [String]

  static let all: [StoryTopic] =
    languageTopics + trustTopics + decisionTopics + structureTopics + scienceTopics + foundationTopics + mediaTopics
}
