extension StoryTopic {
  static let foundationTopics: [StoryTopic] = [optimization, generalization, continual, curricula]

  static let optimization = StoryTopic(
    name: "Optimization", track: "Foundations", field: "stochastic optimization",
    keywords: [
      "stochastic optimization", "convergence rates", "adaptive step sizes", "variance reduction", "momentum",
      "saddle points",
    ],
    methods: [
      "parameter-free step-size tuning", "variance-reduced mirror descent", "clipped momentum",
      "second-order preconditioning", "delayed gradient correction", "schedule-free averaging",
      "saddle escape by perturbation",
    ],
    objects: [
      "heavy-tailed gradients", "nonconvex objectives", "saddle points", "minimax problems", "learning-rate schedules",
      "ill-conditioned losses",
    ],
    properties: ["convergence rate", "oracle efficiency", "stability at large step sizes", "gradient quality"],
    models: ["preconditioner", "step-size rule", "stochastic oracle"],
    moves: [
      "tune the step size from observed gradients alone", "precondition updates with a sketch of the curvature",
      "clip momentum rather than single gradients", "average iterates without any schedule",
      "escape saddle points by one perturbation per epoch",
    ],
    problems: [
      "convergence guarantees assume noise far lighter than that of real gradients",
      "every new objective needs its learning-rate schedule tuned again",
      "adaptive step sizes shrink too soon and never recover",
      "lower bounds say nothing about the problems that people solve",
    ],
    burdens: ["knowledge of the smoothness constant", "bounded variance", "learning-rate schedules"],
    findings: [
      "the optimal rate is attained without knowing any problem constant",
      "gradient noise is heavy-tailed in embedding layers alone", "averaging removes the need for decay",
      "our upper and lower bounds match up to a logarithm",
      "instability at large step sizes precedes the best solutions",
    ],
    datasets: ["OptGarden", "StiffLosses", "SaddleField", "TenTaskTuning"])

  static let generalization = StoryTopic(
    name: "Generalization theory", track: "Foundations", field: "generalization theory",
    keywords: [
      "generalization bounds", "overparameterization", "implicit bias", "double descent", "scaling laws",
      "kernel regime",
    ],
    methods: [
      "data-dependent compression bounds", "implicit bias analysis", "random-feature asymptotics",
      "margin-based scaling analysis", "stability of interpolating predictors", "loss-landscape connectivity analysis",
      "information-theoretic generalization bounds",
    ],
    objects: [
      "overparameterized networks", "interpolating predictors", "scaling exponents", "kernel machines",
      "two-layer networks", "random features",
    ],
    properties: ["generalization", "tightness of the bound", "sample efficiency", "margin growth"],
    models: ["random-feature model", "compression scheme", "two-layer network"],
    moves: [
      "bound the test error by how far weights can be compressed",
      "characterize which interpolating predictor gradient descent selects",
      "derive scaling exponents from the spectrum of the data",
      "connect minima of the loss by paths of constant height", "separate benign from harmful overfitting",
    ],
    problems: [
      "bounds exceed one for every network of practical size",
      "networks that fit random labels nevertheless generalize",
      "scaling laws are extrapolated without knowing why they hold",
      "the kernel regime explains training but not feature learning",
    ],
    burdens: ["infinite width", "Gaussian inputs", "a held-out set"],
    findings: [
      "our bound is the first below one half for networks that interpolate",
      "the scaling exponent depends on the data and hardly on the architecture",
      "overfitting is benign in high dimension and harmful in low", "feature learning begins when margins stop growing",
      "depth changes constants but never the exponent",
    ],
    datasets: ["ToySpectra", "LabelNoise-50", "WidthSweep", "ScaleLadder"])

  static let continual = StoryTopic(
    name: "Continual learning", track: "Foundations", field: "continual learning",
    keywords: [
      "continual learning", "catastrophic forgetting", "replay", "plasticity", "task-free learning",
      "lifelong learning",
    ],
    methods: [
      "compressed rehearsal", "plasticity-preserving regularization", "task-free memory consolidation",
      "gradient-orthogonal updates", "modular network growth", "sleep-phase replay", "forgetting-aware learning rates",
    ],
    objects: [
      "task sequences", "replay buffers", "dormant units", "streaming examples", "growing label sets",
      "recurring tasks",
    ],
    properties: ["backward transfer", "plasticity", "retention of earlier tasks", "memory efficiency"],
    models: ["replay buffer", "consolidation rule", "growing network"],
    moves: [
      "reinitialize units that have stopped learning", "rehearse compressed traces of earlier tasks",
      "project updates away from directions that old tasks need", "consolidate memories while no examples arrive",
      "reuse modules when a task recurs",
    ],
    problems: [
      "networks forget earlier tasks as soon as the next one begins",
      "long training leaves units that no longer learn anything", "replay buffers grow with the number of tasks",
      "task boundaries are unknown outside the laboratory",
    ],
    burdens: ["task boundaries", "stored examples", "growing memory"],
    findings: [
      "lost plasticity harms long sequences more than forgetting does",
      "replaying one example per class retains most of the accuracy",
      "forgetting concentrates in the layers nearest the output", "recurring tasks are relearned ten times faster",
      "a slower learning rate after each task removes half of all forgetting",
    ],
    datasets: ["LifelongTiles", "EndlessStream", "SeasonTasks", "RecurBench"])

  static let curricula = StoryTopic(
    name: "Data selection and label noise", track: "Foundations", field: "data-centric learning",
    keywords: [
      "data selection", "label noise", "curriculum learning", "data valuation", "active learning",
      "dataset distillation",
    ],
    methods: [
      "influence-guided data selection", "curriculum learning with noisy labels", "early-loss label correction",
      "coreset construction", "marginal data valuation", "annotation budget allocation", "dataset distillation",
    ],
    objects: [
      "mislabeled examples", "training subsets", "duplicate records", "annotation budgets", "hard examples",
      "crowdsourced labels",
    ],
    properties: ["label efficiency", "noise tolerance", "data efficiency", "annotation efficiency"],
    models: ["data valuation rule", "noise model", "curriculum"],
    moves: [
      "rank training examples by their influence on held-out errors", "order examples from agreed to disputed labels",
      "correct labels from losses early in training", "split an annotation budget between new and repeated labels",
      "distill a training set into a few synthetic examples",
    ],
    problems: [
      "networks memorize mislabeled examples late in training",
      "larger training sets repeat what smaller ones already contain",
      "the value of an example changes with every example beside it",
      "crowd workers err together on the hardest examples",
    ],
    burdens: ["clean validation labels", "full training runs", "repeated annotation"],
    findings: [
      "a third of the training set can be dropped without any loss",
      "hard examples and mislabeled examples look alike until the tenth epoch",
      "second opinions are worth more than new examples beyond a modest size",
      "curricula help only where labels are noisy", "influence is concentrated in near-duplicates of the test examples",
    ],
    datasets: ["CrowdLeaves", "NoisyShelf", "RepeatLabels", "SubsetArena"])
}
