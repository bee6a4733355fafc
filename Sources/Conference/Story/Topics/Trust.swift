extension StoryTopic {
  static let trustTopics: [StoryTopic] = [interpretability, fairness, privacy, uncertainty, robustness]

  static let interpretability = StoryTopic(
    name: "Interpretability", track: "Trustworthy learning", field: "mechanistic interpretability",
    keywords: ["interpretability", "circuits", "attribution", "probing", "sparse features", "attention heads"],
    methods: [
      "sparse feature decomposition", "causal activation patching", "concept-level probing", "circuit pruning",
      "attribution by path integrals", "neuron alignment", "counterfactual feature editing",
    ],
    objects: [
      "attention heads", "residual streams", "hidden activations", "polysemantic neurons", "learned circuits",
      "saliency maps",
    ],
    properties: ["explanation faithfulness", "feature sparsity", "probe selectivity", "circuit completeness"],
    models: ["sparse dictionary", "linear probe", "attribution map"],
    moves: [
      "patch activations between pairs of minimally different inputs",
      "decompose hidden activations into sparse features", "prune a circuit until its behavior breaks",
      "compare explanations against planted ground truth",
      "edit one concept while leaving all other activations in place",
    ],
    problems: [
      "saliency maps look the same for trained and for random networks",
      "single neurons respond to many unrelated concepts", "probes succeed on information that the network never uses",
      "explanations persuade people without being faithful",
    ],
    burdens: ["labeled concepts", "retraining", "access to gradients"],
    findings: [
      "fewer than one percent of the attention heads implement the behavior",
      "the same circuit appears under every random initialization",
      "features found in small networks recur in large ones",
      "removing a faithful explanation changes the prediction three times as often",
      "probes and patching disagree exactly where activations are redundant",
    ],
    datasets: ["PlantedCircuits", "ConceptTiles", "HeadCensus", "ProbeGarden"])

  static let fairness = StoryTopic(
    name: "Fairness", track: "Trustworthy learning", field: "algorithmic fairness",
    keywords: ["fairness", "group disparities", "auditing", "allocation", "subgroup performance", "selective labels"],
    methods: [
      "multi-group calibration", "disparity auditing", "post-processing under budget constraints",
      "subgroup reweighting", "selective-label correction", "counterfactual group testing",
      "equitable threshold selection",
    ],
    objects: [
      "overlapping subgroups", "lending decisions", "triage scores", "admission committees", "demographic proxies",
      "protected attributes",
    ],
    properties: ["worst-group accuracy", "demographic parity", "subgroup calibration", "audit coverage"],
    models: ["fair classifier", "disparity audit", "allocation rule"],
    moves: [
      "audit a classifier without knowing protected attributes",
      "calibrate scores over all overlapping subgroups at once", "bound the disparity that missing labels can hide",
      "set thresholds with the people whom the decisions affect",
      "separate disparities in the data from disparities in the decision rule",
    ],
    problems: [
      "equal accuracy on large groups hides failures on their intersections",
      "outcomes are only observed for people who were accepted before",
      "protected attributes are missing from almost every decision log",
      "parity constraints shift harm between groups instead of removing it",
    ],
    burdens: ["protected attributes", "complete outcome labels", "a fixed set of groups"],
    findings: [
      "most disparity arises before any classifier is trained",
      "overlapping subgroups need only logarithmically more samples to audit",
      "parity on paper coincides with worse outcomes for the smallest group",
      "simple thresholds chosen per clinic beat constrained training",
      "proxies recover the protected attribute from four ordinary features",
    ],
    datasets: ["TriageLedger", "OpenLending", "ClinicQueue", "CensusMosaic"])

  static let privacy = StoryTopic(
    name: "Privacy", track: "Trustworthy learning", field: "differentially private learning",
    keywords: [
      "differential privacy", "membership inference", "private training", "unlearning", "gradient clipping",
      "privacy accounting",
    ],
    methods: [
      "adaptive gradient clipping", "private prototype release", "shuffled local randomization",
      "canary-based privacy auditing", "certified unlearning", "privacy-aware data pruning",
      "correlated noise injection",
    ],
    objects: [
      "membership attacks", "private gradients", "training records", "deletion requests", "memorized sequences",
      "privacy budgets",
    ],
    properties: [
      "protection against leakage", "utility at a fixed privacy budget", "auditing power", "speed of deletion",
    ],
    models: ["privacy accountant", "private learner", "membership attack"],
    moves: [
      "clip gradients by the spread of each training step", "correlate the injected noise across iterations",
      "audit a private learner within a single training run",
      "forget training records at the cost of a few gradient steps",
      "spend the privacy budget where gradients are least noisy",
    ],
    problems: [
      "private training hurts rare records the most",
      "worst-case privacy accounting overstates the leakage of real attacks",
      "deleted records leave traces in every later checkpoint",
      "uniform clipping throws away the signal together with the outliers",
    ],
    burdens: ["public data", "a trusted curator", "shadow models"],
    findings: [
      "memorized sequences are leaked long before the training loss flattens",
      "auditing one run detects implementation errors that worst-case accounting misses",
      "correlated noise recovers two thirds of the lost accuracy",
      "pruning records before training tightens the privacy guarantee",
      "membership attacks succeed mainly on mislabeled records",
    ],
    datasets: ["CanaryText", "WardRecords", "PrivatePhotos-10", "ForgetBench"])

  static let uncertainty = StoryTopic(
    name: "Uncertainty", track: "Trustworthy learning", field: "uncertainty estimation",
    keywords: [
      "uncertainty", "calibration", "conformal prediction", "Bayesian deep learning", "ensembles",
      "selective prediction",
    ],
    methods: [
      "conditional conformal prediction", "single-pass ensemble distillation", "function-space variational inference",
      "temperature-free calibration", "epistemic variance propagation", "Laplace posterior sketching",
      "selective prediction with guarantees",
    ],
    objects: [
      "prediction intervals", "deep ensembles", "posterior samples", "calibration errors", "out-of-distribution inputs",
      "coverage guarantees",
    ],
    properties: ["conditional coverage", "calibration under shift", "interval efficiency", "selective accuracy"],
    models: ["conformal predictor", "posterior approximation", "calibrated classifier"],
    moves: [
      "adapt prediction intervals to the difficulty of each input", "distill an ensemble into one forward pass",
      "sketch the curvature of the posterior with a few random vectors",
      "separate noise in the labels from ignorance of the learner", "abstain whenever posterior samples disagree",
    ],
    problems: [
      "prediction intervals cover the easy inputs and miss the hard ones",
      "networks are most certain on inputs unlike any that they were trained on",
      "ensembles multiply the cost of every prediction",
      "calibration measured on average says nothing about an individual prediction",
    ],
    burdens: ["held-out calibration data", "repeated forward passes", "exchangeability"],
    findings: [
      "five ensemble members give nearly all of the benefit of fifty",
      "marginal coverage hides gaps of up to thirty points", "posterior samples disagree long before accuracy drops",
      "well-calibrated networks remain miscalibrated on their own errors",
      "wider intervals are more honest than additional training data",
    ],
    datasets: ["ShiftedWards", "IntervalBench", "DoubtSet", "CoverTest"])

  static let robustness = StoryTopic(
    name: "Robustness to distribution shift", track: "Trustworthy learning",
    field: "robust learning under distribution shift",
    keywords: [
      "distribution shift", "robustness", "domain generalization", "spurious correlations", "test-time adaptation",
      "adversarial examples",
    ],
    methods: [
      "test-time feature realignment", "spurious-cue removal", "invariant representation matching",
      "randomized adversarial smoothing", "worst-domain reweighting", "shift-aware augmentation",
      "last-layer retraining",
    ],
    objects: [
      "spurious correlations", "unseen domains", "adversarial perturbations", "corrupted images", "hospital sites",
      "minority backgrounds",
    ],
    properties: ["out-of-domain accuracy", "certified radius", "worst-domain accuracy", "robustness to corruptions"],
    models: ["domain-invariant encoder", "robust classifier", "smoothed network"],
    moves: [
      "realign feature statistics on unlabeled test batches",
      "retrain the last layer on a balanced handful of examples", "certify predictions against bounded perturbations",
      "discover spurious cues from the errors of a biased network", "simulate unseen domains by recombining known ones",
    ],
    problems: [
      "classifiers rely on backgrounds that change from one domain to the next",
      "robustness to one kind of corruption costs robustness to another",
      "adaptation at test time collapses when labels are imbalanced",
      "benchmarks of distribution shift contain only the shifts that their authors imagined",
    ],
    burdens: ["domain labels", "adversarial training", "target data"],
    findings: [
      "networks learn the invariant feature but do not use it",
      "accuracy on familiar domains predicts accuracy on unseen ones along a line",
      "last-layer retraining matches methods a hundred times as costly",
      "certified and empirical robustness rank networks differently",
      "augmentation helps exactly when it breaks the spurious cue",
    ],
    datasets: ["WeatherRoads", "NineHospitals", "CueSwap", "CorruptScenes"])
}
