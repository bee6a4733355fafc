/// Sentences with places to fill in: `<field>` takes a phrase of the paper's topic, `<a model>` one with its article,
/// `<main>`, `<target>` and `<quality>` what the paper's title is about, `<name>` what its authors call their work.
enum StoryFrames {
  static let openings: [String] = [
    "Progress in <field> has been rapid, yet <problem>.",
    "In <field>, <problem>.",
    "Much recent work on <field> assumes <burden>.",
    "<target> remain a stubborn challenge for <field>.",
    "Anyone who has worked with <target> knows the difficulty: <problem>.",
    "The success of <field> depends on <quality>, and yet <problem>.",
    "How much can <main> really contribute to <quality>?",
    "Practitioners of <field> face a familiar obstacle: <problem>.",
    "Despite a decade of work on <field>, <problem>.",
    "It is widely believed that progress on <target> requires <burden>.",
  ]

  static let gaps: [String] = [
    "Existing approaches either depend on <burden> or sacrifice <property>.",
    "What is more, <problem>.",
    "Earlier attempts relied on <method> and therefore on <burden>.",
    "Larger networks and <method> have helped less than one might hope.",
    "The usual recourse to <method> leaves <objects> behind.",
    "The situation is least favorable for <target>: here <problem>.",
    "Standard benchmarks leave this open, because they rarely include <objects>.",
    "A deeper difficulty is that <problem>.",
  ]

  static let proposals: [String] = [
    "We introduce <name>, <a model> built on <main>, for <target>.",
    "We propose <main> as a way to <move>.",
    "This paper presents <name>, which combines <main> with <method>.",
    "We study <main> for <target> and show how to <move>.",
    "Our approach, <name>, uses <main> to <move>.",
    "We revisit <main> and describe a variant that works on <target> without <burden>.",
    "To address this, we develop <main> for <target> and call the resulting system <name>.",
    "Here we ask whether <main> can replace <burden>, and answer in the affirmative for <target>.",
  ]

  static let mechanisms: [String] = [
    "The key idea is to <move>.",
    "Rather than rely on <burden>, we <move>.",
    "At its core is <a model> that is trained to <move>.",
    "In a first stage we <move>; in a second we train <a model> on the result.",
    "This lets us <move> at little additional cost.",
    "We achieve this in two steps: we <move>, and then <move>.",
    "Concretely, we <move> and feed the outcome to <a model>.",
    "An important ingredient is <method>, which we adapt to <objects>.",
    "The procedure adds fewer than <few> lines to an ordinary training loop.",
    "Training <a model> in this way takes <few> hours on a single accelerator.",
  ]

  static let experiments: [String] = [
    "On <dataset> and <dataset>, <work> improves <quality> by <gain> over <baseline>.",
    "Experiments on <dataset>, <dataset> and <dataset> show gains of <gain> in <quality>.",
    "We evaluate <work> on <dataset>, where <quality> rises by <gain> compared with <baseline>.",
    "Across <several> settings drawn from <dataset>, <work> outperforms <baseline> in <quality> and <property>.",
    "On <dataset>, <work> matches <baseline> with <fraction> of the computation.",
    "With only <percent> of the training examples of <dataset>, <work> reaches the <quality> of <baseline>.",
    "A comparison on <dataset> with <several> alternatives confirms that <work> raises <quality>, by <gain> on average.",
    "In trials with <several> random seeds on <dataset> and <dataset>, the improvement in <quality> is consistent.",
  ]

  static let findings: [String] = [
    "We find that <finding>.",
    "A surprising result is that <finding>.",
    "Our analysis shows that <finding>.",
    "Closer inspection reveals that <finding>.",
    "Perhaps most importantly, <finding>.",
    "We also report a negative result: gains in <property> do not carry over to <objects>.",
    "The evidence suggests that <finding>.",
    "To our knowledge, we are the first to show that <finding>.",
  ]

  static let ablations: [String] = [
    "Ablations attribute about <percent> of the improvement to <method>.",
    "Replacing <main> with <method> removes the benefit on <objects> but not on <target>.",
    "The gains persist for <objects>, and they grow with the size of the <model>.",
    "Failures concentrate on <objects>; we describe <several> typical cases.",
    "We compare against <method> and <method>, each tuned with the same budget.",
    "Results are stable under changes of the <model>, and degrade gracefully when <problem>.",
    "Qualitative examples show that <work> handles <objects> that defeat <baseline>.",
    "An error analysis of <several> hundred cases points to <objects> as the main open difficulty.",
  ]

  static let closings: [String] = [
    "We release code, trained weights and <dataset> under an open license.",
    "These results suggest that <burden> may be less necessary for <field> than is commonly assumed.",
    "We hope that this makes <field> accessible to groups without large budgets.",
    "Code to reproduce every figure is available.",
    "We discuss limitations, in particular for <objects>, and outline directions for future work.",
    "Our findings call for evaluations of <field> that report <property> as well as <property>.",
    "Together, these results bring <field> closer to use outside the laboratory.",
    "We conclude with recommendations for anyone who works with <target>.",
  ]

  static let crossings: [String] = [
    "The link is natural: in <other field>, too, <other problem>.",
    "We borrow from <other field> the idea of <other method>, and test it on <other objects>.",
    "The same recipe carries over to <other field>, and improves <other property> on <other dataset>.",
    "Along the way we show a connection to <other field>: both need to <other move>.",
    "On <other objects> from <other dataset>, our approach holds its own against <other method>.",
  ]

  static let baselines: [String] = [
    "the strongest baseline", "the best published result", "a carefully tuned baseline", "a baseline of twice the size",
    "prior work", "supervised training alone", "the previous state of the art",
  ]
}
