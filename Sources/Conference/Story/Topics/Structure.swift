extension StoryTopic {
  static let structureTopics: [StoryTopic] = [graphs, causality, federated, compression]

  static let graphs = StoryTopic(
    name: "Graph learning", track: "Structure and systems", field: "graph representation learning",
    keywords: [
      "graph neural networks", "message passing", "link prediction", "oversmoothing", "spectral methods", "heterophily",
    ],
    methods: [
      "curvature-guided rewiring", "message passing on line graphs", "spectral graph coarsening",
      "heterophily-aware aggregation", "random-walk positional encoding", "edge-dropping regularization",
      "substructure counting",
    ],
    objects: [
      "heterophilous graphs", "temporal edges", "node neighborhoods", "large sparse graphs", "knowledge graphs",
      "isolated nodes",
    ],
    properties: [
      "expressive power", "link prediction accuracy", "resistance to oversmoothing", "long-range sensitivity",
    ],
    models: ["graph transformer", "message-passing network", "graph autoencoder"],
    moves: [
      "rewire edges of strongly negative curvature", "coarsen a graph while preserving its low spectrum",
      "count small cycles around every node", "route messages along learned shortcuts",
      "encode positions by returning random walks",
    ],
    problems: [
      "messages from distant nodes are squashed through a few edges",
      "node features become alike after several layers of message passing",
      "neighbors of opposite classes mislead the aggregation", "graph networks cannot tell two regular graphs apart",
    ],
    burdens: ["node features", "full-graph training", "hand-made positional encodings"],
    findings: [
      "two rounds of messages suffice on most real graphs", "a tenth of the edges can be removed without loss",
      "curvature predicts where messages are squashed", "feature-only baselines win on a third of the usual graphs",
      "cycle counts explain the advantage of graph transformers",
    ],
    datasets: ["FerryNetwork", "CitationDelta", "BridgeGraphs", "TradeWeb-1M"])

  static let causality = StoryTopic(
    name: "Causal inference", track: "Structure and systems", field: "causal inference",
    keywords: [
      "causal inference", "treatment effects", "confounding", "causal discovery", "instrumental variables",
      "interventions",
    ],
    methods: [
      "proxy-based deconfounding", "invariance-based causal discovery", "debiased effect estimation",
      "sensitivity analysis with neural bounds", "intervention design under budget", "instrument selection",
      "counterfactual trajectory matching",
    ],
    objects: [
      "heterogeneous treatment effects", "hidden confounders", "causal graphs", "weak instruments",
      "observational studies", "natural experiments",
    ],
    properties: [
      "accuracy of estimated effects", "identifiability", "confidence interval coverage",
      "accuracy of recovered graphs",
    ],
    models: ["effect estimator", "structural causal model", "propensity model"],
    moves: [
      "bound treatment effects under limited confounding", "choose interventions that orient the most causal edges",
      "borrow proxies for what was never measured", "test whether an instrument affects the outcome directly",
      "match patients on their whole trajectories",
    ],
    problems: [
      "confounders that nobody measured bias every estimate",
      "discovered causal graphs change with the units of measurement",
      "weak instruments produce intervals that are confidently wrong",
      "treatment effects are validated on simulations that assume the answer",
    ],
    burdens: ["randomized trials", "complete measurements", "a known causal graph"],
    findings: [
      "three interventions orient almost all edges of real causal graphs",
      "simple regressions beat elaborate estimators on half of the natural experiments",
      "proxies remove most of the confounding even if chosen by rule",
      "coverage fails exactly where overlap between the treated and untreated is poor",
      "sensitivity bounds remain informative at realistic levels of confounding",
    ],
    datasets: ["VillageTrials", "PolicyShift", "CohortNine", "LotteryStudies"])

  static let federated = StoryTopic(
    name: "Federated learning", track: "Structure and systems", field: "federated learning",
    keywords: [
      "federated learning", "client drift", "communication efficiency", "personalization", "secure aggregation",
      "asynchronous training",
    ],
    methods: [
      "drift-corrected local training", "asynchronous client aggregation", "personalized head averaging",
      "one-shot federated distillation", "sketched gradient exchange", "availability-aware client sampling",
      "Byzantine-robust aggregation",
    ],
    objects: [
      "heterogeneous clients", "intermittent devices", "local updates", "communication rounds",
      "malicious participants", "client populations",
    ],
    properties: [
      "accuracy of the slowest clients", "communication efficiency", "convergence under client drift",
      "personalized accuracy",
    ],
    models: ["server optimizer", "global model", "client sampler"],
    moves: [
      "correct local updates by the drift of earlier rounds", "aggregate clients as they arrive instead of in rounds",
      "distill all clients into one global model in a single exchange",
      "sample clients by when their devices are charged", "down-weigh updates that no other client corroborates",
    ],
    problems: [
      "local updates drift apart when clients hold different data", "clients on slow networks never take part",
      "a round waits for its slowest device", "averaging hides the clients whom the global model fails",
    ],
    burdens: ["synchronous rounds", "stateful clients", "a public proxy set"],
    findings: [
      "clients in distant time zones are sampled at a quarter of the nominal rate",
      "most drift arises in the final layer", "one round with distillation matches a hundred rounds of averaging",
      "personalization helps the largest clients least",
      "robust aggregation silences rare languages along with attackers",
    ],
    datasets: ["KeyboardFleet", "ClinicFederation", "NightDevices", "HundredFarms"])

  static let compression = StoryTopic(
    name: "Compression and efficiency", track: "Structure and systems", field: "model compression",
    keywords: [
      "quantization", "pruning", "efficient inference", "distillation", "low-rank approximation", "mixed precision",
    ],
    methods: [
      "outlier-aware quantization", "structured pruning at initialization", "low-rank weight sharing",
      "layer-skipping inference", "speculative distillation", "mixed-precision search", "cache-friendly sparsity",
    ],
    objects: [
      "activation outliers", "low-bit weights", "redundant layers", "edge processors", "sparse kernels",
      "key-value caches",
    ],
    properties: ["inference speed", "accuracy at four bits", "memory efficiency", "energy efficiency"],
    models: ["quantized network", "compressed student", "sparse kernel"],
    moves: [
      "rotate activations until outliers disappear", "prune whole channels before training begins",
      "skip layers for easy inputs", "share low-rank factors across layers",
      "search bit widths by the curvature of the loss",
    ],
    problems: [
      "a few activation outliers ruin low-bit arithmetic", "sparse weights save memory but seldom time",
      "distilled students inherit the blind spots of their teachers", "compressed networks fail first on rare classes",
    ],
    burdens: ["retraining", "calibration data", "special hardware"],
    findings: [
      "rotation makes four bits as accurate as eight",
      "latency follows memory traffic and not the number of operations",
      "one layer in three can be skipped for ordinary inputs", "compression removes rare classes first",
      "pruning masks found in minutes transfer across tasks",
    ],
    datasets: ["PocketBench", "TinyFleet", "EdgeSuite-8", "LongTailMini"])
}
