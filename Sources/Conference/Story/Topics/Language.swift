extension StoryTopic {
  static let languageTopics: [StoryTopic] = [translation, speech, answering, evaluation]

  static let translation = StoryTopic(
    name: "Low-resource translation", track: "Language and speech", field: "low-resource machine translation",
    keywords: [
      "machine translation", "low-resource languages", "back-translation", "morphology", "multilingual models",
      "parallel corpora",
    ],
    methods: [
      "contrastive back-translation", "pivot-free transfer", "morpheme-aware subword segmentation",
      "cross-lingual dictionary induction", "adapter-based multilingual fine-tuning", "noisy sentence mining",
      "tone-preserving transliteration",
    ],
    objects: [
      "tonal languages", "morphologically rich languages", "unwritten dialects", "code-switched sentences",
      "distant language pairs", "small parallel corpora",
    ],
    properties: [
      "translation adequacy", "lexical coverage", "named-entity accuracy", "fluency in the target language",
      "zero-shot transfer",
    ],
    models: ["multilingual encoder", "alignment model", "translation model", "subword vocabulary"],
    moves: [
      "align sentences through a shared inventory of phonemes", "mine translations from bilingual radio transcripts",
      "share decoder layers between related languages", "score synthetic sentence pairs by their round-trip agreement",
      "split words at morpheme boundaries before learning subwords",
    ],
    problems: [
      "subword vocabularies shatter rare words into fragments without meaning",
      "parallel corpora for most languages consist of religious text alone",
      "translation quality collapses once the source and target languages share no script",
      "back-translation amplifies the errors of a weak reverse translator",
    ],
    burdens: ["parallel text", "word alignments", "a pivot language"],
    findings: [
      "most of the gain comes from the first thousand parallel sentences",
      "a related language with a different script helps more than a distant one with the same script",
      "human translators prefer our output even where automatic scores disagree",
      "vocabulary overlap predicts transfer better than language family does",
      "synthetic sentences stop helping once they outnumber genuine translations eight to one",
    ],
    datasets: ["SaharaBitext", "HighlandPairs", "RadioParallel", "ManyTongues-64"])

  static let speech = StoryTopic(
    name: "Speech recognition", track: "Language and speech", field: "speech recognition",
    keywords: [
      "speech recognition", "self-supervised audio", "acoustic models", "accents", "streaming transcription",
      "phonemes",
    ],
    methods: [
      "self-supervised phoneme discovery", "streaming transducer training", "accent-conditioned decoding",
      "spectrogram masking", "speaker-invariant pre-training", "articulatory feature regression",
      "pitch-contour quantization",
    ],
    objects: [
      "accented speakers", "far-field recordings", "conversational utterances", "children's voices", "tone contours",
      "acoustic units",
    ],
    properties: ["recognition of accented speech", "transcription speed", "phoneme recall", "robustness to noise"],
    models: ["acoustic encoder", "streaming transducer", "phoneme recognizer"],
    moves: [
      "cluster acoustic units without any transcripts", "predict articulator positions from raw waveforms",
      "mask spectrogram frames around syllable onsets", "adapt the decoder to a speaker within twenty seconds of audio",
      "emit tokens before the utterance has ended",
    ],
    problems: [
      "recognizers fail on speakers whose accents are rare in the training audio",
      "streaming decoders hesitate at every pause of the speaker", "acoustic encoders confuse the room with the voice",
      "transcribed audio exists for few of the world's spoken languages",
    ],
    burdens: ["transcribed audio", "pronunciation dictionaries", "speaker labels"],
    findings: [
      "pitch is recoverable from a single layer of the acoustic encoder",
      "ten minutes of transcribed audio suffice to name the discovered units",
      "the error on accented speakers halves while that on other speakers stays the same",
      "syllable onsets carry nearly all of the recognition signal",
      "longer audio context harms latency more than it helps recognition",
    ],
    datasets: ["MarketVoices", "HarborSpeech", "TonalRead", "KitchenTalk"])

  static let answering = StoryTopic(
    name: "Retrieval and question answering", track: "Language and speech", field: "open-domain question answering",
    keywords: [
      "question answering", "dense retrieval", "passage ranking", "multi-hop reasoning", "evidence attribution",
      "reading comprehension",
    ],
    methods: [
      "late-interaction passage ranking", "evidence-first decoding", "query decomposition",
      "retrieval-augmented pre-training", "hard-negative passage mining", "citation-constrained generation",
      "index-free retrieval",
    ],
    objects: [
      "multi-hop questions", "retrieved passages", "ambiguous queries", "long documents", "unanswerable questions",
      "encyclopedic articles",
    ],
    properties: [
      "passage recall", "answer faithfulness", "attribution precision", "exact match on multi-hop questions",
    ],
    models: ["passage retriever", "dense index", "reader"],
    moves: [
      "decompose a question into a chain of retrieval queries", "generate an answer only after citing a passage",
      "train the retriever on passages that the reader found useful",
      "abstain when retrieved passages contradict one another",
      "compress passage embeddings to a few bits per dimension",
    ],
    problems: [
      "retrievers reward passages that repeat the query over passages that answer it",
      "readers trust retrieved passages even where these contradict one another",
      "answers sound certain although no document supports them", "the index grows stale faster than it can be rebuilt",
    ],
    burdens: ["annotated passages", "a rebuilt index", "question templates"],
    findings: [
      "readers ignore the retrieved passage in one answer out of five",
      "two retrieval steps suffice for nearly all multi-hop questions",
      "negatives mined by the reader beat negatives mined by the retriever",
      "citations keep answers short as well as faithful", "ambiguous queries account for most of the remaining errors",
    ],
    datasets: ["HopLedger", "AskArchive", "EvidenceTrail", "OpenQuery-5"])

  static let evaluation = StoryTopic(
    name: "Evaluation of language models", track: "Language and speech", field: "language model evaluation",
    keywords: [
      "evaluation", "language models", "benchmarks", "data contamination", "human judgments", "prompt sensitivity",
    ],
    methods: [
      "contamination-aware benchmarking", "pairwise preference aggregation", "adaptive item selection",
      "paraphrase stress testing", "rubric-based scoring", "item response modeling", "annotator disagreement modeling",
    ],
    objects: [
      "benchmark items", "prompt templates", "human judgments", "model rankings", "leaderboards",
      "reference-free metrics",
    ],
    properties: ["ranking stability", "annotator agreement", "insensitivity to wording", "benchmark validity"],
    models: ["automatic judge", "item response model", "scoring rubric"],
    moves: [
      "estimate the difficulty of each benchmark item from public leaderboards",
      "rewrite prompts until model rankings stop changing", "select the items that tell two language models apart",
      "weigh judges by their agreement with trained annotators",
      "detect benchmark items that leaked into pre-training text",
    ],
    problems: [
      "leaderboards reward language models that have already seen the benchmark",
      "model rankings change with the wording of a prompt", "automatic judges prefer long answers whatever these say",
      "a single score hides the items on which language models disagree",
    ],
    burdens: ["reference answers", "expert annotators", "repeated sampling"],
    findings: [
      "forty well-chosen items reproduce the ranking of a full leaderboard",
      "automatic judges favor answers in their own style",
      "a third of the reported gains vanish once leaked items are removed",
      "annotators disagree most on the items where language models agree",
      "prompt wording moves scores more than model size does",
    ],
    datasets: ["RubricBank", "PlainJudge", "SecondLook", "ItemAtlas"])
}
