extension StoryFrames {
  /// Sentences with TeX between dollar signs.
  static let formulas: [String] = [
    #"Formally, we minimize $\mathcal{L}(\theta) = \mathbb{E}_{x \sim p}[\ell_\theta(x)] + \lambda\,\Omega(\theta)$, where $\Omega$ penalizes a loss of <property>."#,
    #"We prove that the number of samples grows as $O(d \log(1/\delta) / \varepsilon^2)$, which is optimal up to constants."#,
    #"Our bound holds with probability at least $1 - \delta$ and decays as $\tilde{O}(1/\sqrt{n})$ in the number $n$ of observations."#,
    #"The cost per step is $O(n \log n)$ instead of $O(n^2)$, so that $n = 10^6$ becomes practical."#,
    #"A single parameter $\alpha \in [0, 1]$ interpolates between <method> ($\alpha = 0$) and <method> ($\alpha = 1$)."#,
    #"Under mild assumptions the estimate $\hat{\mu}_n$ satisfies $\|\hat{\mu}_n - \mu\|_2 \le C\sqrt{k/n}$ for every $k$-sparse problem."#,
    #"We show that the update $x_{t+1} = x_t - \eta_t \nabla f(x_t)$ remains stable as long as $\eta_t \le 2/L$ at every step."#,
    #"The objective decomposes as $\log p(x) \ge \mathbb{E}_{q(z)}[\log p(x \mid z)] - \mathrm{KL}(q(z) \,\|\, p(z))$, whose second term controls <property>."#,
    #"An effect of size $\Delta = 0.1$ is detected with power $1 - \beta = 0.9$ from fewer than <few> hundred examples."#,
  ]

  static let titles: [String] = [
    "<main> for <target>",
    "<name>: <main> for <target>",
    "<name>: <adjective> <main>",
    "<adjective> <main> for <target>",
    "Rethinking <quality> in <field>",
    "<main> without <burden>",
    "Can <main> improve <quality>? Evidence from <target>",
    "Beyond <burden>: <main> for <target>",
    "Learning to <move>",
    "On the limits of <main> for <target>",
    "<target> need <quality>: a case for <main>",
    "Improving <quality> on <target> with <main>",
    "What matters in <main>? A study of <target>",
    "<name>: learning to <move>",
    "Towards <field> without <burden>",
    "<quality> for free: <main> revisited",
    "<main> as a path to <quality>",
    "<name>: a benchmark of <quality> for <field>",
    "Who needs <burden>? <main> for <field>",
    "A closer look at <main> on <target>",
  ]

  static let crossedTitles: [String] = [
    "<main>, borrowed for <other field>",
    "From <field> to <other field>: <main> for <other objects>",
    "<name>: <main> for <other objects>",
    "<main> for <other field>",
    "What <other field> can learn from <main>",
  ]

  static let formulaTitles: [String] = [
    #"<main> in $O(n \log n)$ time"#,
    #"<main> with $\varepsilon$-optimal <quality>"#,
    #"How many samples does <field> need? An $\Omega(\sqrt{d})$ lower bound for <target>"#,
    #"<main> in the $\ell_1$ ball"#,
    #"<name>: $k$-sparse <main>"#,
  ]

  static let adjectives: [String] = [
    "simple", "scalable", "reliable", "practical", "principled", "frugal", "provable", "modular", "transparent",
    "minimal", "budgeted", "hierarchical", "probabilistic", "efficient", "incremental", "open-source",
  ]

  static let summaries: [String] = [
    "We use <main> to <move>, and <finding>.",
    "We show that <finding>.",
    "<name> improves <quality> on <target> without <burden>.",
    "A study of <target>: <finding>.",
    "We <move>, which raises <quality> by <gain>.",
    "Where <problem>, it helps to <move>: <finding>.",
    "We <move> so that <field> no longer needs <burden>.",
  ]
}
