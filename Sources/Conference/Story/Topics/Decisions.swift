extension StoryTopic {
  static let decisionTopics: [StoryTopic] = [exploration, grasping, cooperation, offlineControl]

  static let exploration = StoryTopic(
    name: "Exploration in reinforcement learning", track: "Decisions and control",
    field: "exploration in reinforcement learning",
    keywords: [
      "reinforcement learning", "exploration", "intrinsic motivation", "sparse rewards", "optimism",
      "count-based bonuses",
    ],
    methods: [
      "optimistic value bootstrapping", "curiosity with bounded memory", "count-based exploration bonuses",
      "posterior sampling over policies", "goal-space frontier search", "reward-free pre-exploration",
      "empowerment maximization",
    ],
    objects: [
      "sparse-reward environments", "noisy state transitions", "unvisited states", "long-horizon mazes",
      "exploratory policies", "reward-free trajectories",
    ],
    properties: [
      "state coverage", "sample efficiency", "reward at long horizons", "success rate under sparse rewards",
    ],
    models: ["exploration bonus", "world model", "goal-conditioned policy"],
    moves: [
      "reward an agent for states that it cannot yet predict but could learn to",
      "return to the frontier of visited states before exploring",
      "keep visitation counts in a sketch of constant size",
      "explore once without rewards and plan for any reward afterwards",
      "sample a policy from the posterior at the start of every episode",
    ],
    problems: [
      "curious agents stare at noise that nobody can predict",
      "bonuses vanish before the distant reward has ever been seen", "agents forget how to return to promising states",
      "optimism is hopelessly slow where most states are dangerous",
    ],
    burdens: ["dense rewards", "environment resets", "expert demonstrations"],
    findings: [
      "returning matters more than exploring in the hardest mazes", "agents with the smaller memory explore farther",
      "regret grows with the diameter of the environment and not with its size",
      "most bonuses reduce to visitation counts in disguise",
      "reward-free exploration pays off from the third task onward",
    ],
    datasets: ["MazeCaverns", "KeyDoor-12", "QuietGrid", "ArchipelagoControl"])

  static let grasping = StoryTopic(
    name: "Robotic grasping", track: "Decisions and control", field: "robotic manipulation",
    keywords: [
      "robotics", "grasping", "tactile sensing", "manipulation", "sim-to-real transfer", "imitation learning",
    ],
    methods: [
      "tactile grasp refinement", "sim-to-real contact randomization", "keypoint-based imitation",
      "grasp synthesis from partial point clouds", "compliance-aware policy learning", "bimanual action chunking",
      "slip-triggered regrasping",
    ],
    objects: [
      "deformable objects", "transparent containers", "cluttered bins", "parallel-jaw grippers", "contact forces",
      "human demonstrations",
    ],
    properties: ["grasp success", "contact stability", "transfer to real robots", "force accuracy"],
    models: ["grasp planner", "tactile encoder", "manipulation policy"],
    moves: [
      "refine a grasp from the first milliseconds of contact",
      "randomize friction rather than appearance in simulation",
      "learn keypoints from a handful of human demonstrations", "predict slip before the object moves",
      "plan grasps on point clouds with holes",
    ],
    problems: [
      "grippers drop objects whose weight cannot be seen", "depth cameras see through glass containers",
      "policies trained in simulation press far too hard",
      "demonstrations cover the grasp but never the recovery from a slip",
    ],
    burdens: ["depth images", "calibrated cameras", "object models"],
    findings: [
      "touch makes up for half of the missing camera views",
      "friction is the only simulated parameter worth randomizing",
      "robots recover from slips that never occurred in training",
      "twelve demonstrations with failures beat fifty without",
      "soft grippers need less accurate plans than rigid ones",
    ],
    datasets: ["MarketBin", "ClothDrawer", "GlassShelf", "SlipBench"])

  static let cooperation = StoryTopic(
    name: "Multi-agent learning", track: "Decisions and control", field: "cooperative multi-agent learning",
    keywords: [
      "multi-agent systems", "cooperation", "emergent communication", "game theory", "credit assignment",
      "ad hoc teamwork",
    ],
    methods: [
      "partner-agnostic team training", "decentralized credit assignment", "emergent protocol learning",
      "equilibrium selection by commitment", "opponent modeling from few games", "convention-breaking self-play",
      "mechanism learning for shared resources",
    ],
    objects: [
      "unfamiliar partners", "mixed-motive games", "communication protocols", "public-goods games", "human teammates",
      "learned conventions",
    ],
    properties: ["social welfare", "zero-shot coordination", "credit assignment accuracy", "equilibrium stability"],
    models: ["partner model", "communication protocol", "team policy"],
    moves: [
      "train agents against partners with deliberately broken conventions",
      "assign credit from counterfactual teammates", "let agents commit to strategies before play",
      "learn a tax that keeps a shared resource alive", "translate between the protocols of two teams",
    ],
    problems: [
      "agents trained together fail with any other partner", "emergent protocols exploit accidents of the simulator",
      "cooperation collapses once a single agent defects", "a shared reward tells no agent what it contributed",
    ],
    burdens: ["centralized training", "a shared reward", "known payoffs"],
    findings: [
      "human teammates prefer the more predictable partner over the stronger one",
      "commitment raises welfare even if nobody honors it fully",
      "protocols become compositional under pressure from new partners",
      "four varied partners suffice for zero-shot coordination",
      "taxes learned in small societies carry over to large ones",
    ],
    datasets: ["KitchenPartners", "CommonsGame", "HarborTrade", "SignalField"])

  static let offlineControl = StoryTopic(
    name: "Offline policies and bandits", track: "Decisions and control", field: "offline policy learning",
    keywords: [
      "offline reinforcement learning", "contextual bandits", "off-policy evaluation", "pessimism", "logged data",
      "recommendation",
    ],
    methods: [
      "pessimistic value iteration", "doubly robust off-policy evaluation", "support-constrained policy search",
      "logging-policy reconstruction", "batch bandit calibration", "delayed-reward correction",
      "policy selection with confidence sequences",
    ],
    objects: [
      "logged decisions", "recommendation slates", "behavior policies", "importance weights", "delayed rewards",
      "treatment logs",
    ],
    properties: [
      "off-policy accuracy", "policy improvement", "effective sample size", "coverage of the logged actions",
    ],
    models: ["offline policy", "value estimator", "logging policy"],
    moves: [
      "penalize actions that the logs never tried", "reconstruct the logging policy from its decisions",
      "stop an experiment as soon as the logged evidence suffices", "rank candidate policies without deploying any",
      "correct for rewards that arrive after the log was closed",
    ],
    problems: [
      "importance weights explode for policies unlike the logged one",
      "value estimators invent rewards for actions that were never taken",
      "logs omit the reason why a decision was made",
      "offline rankings of policies reverse when the policies are deployed",
    ],
    burdens: ["online interaction", "known propensities", "hyperparameter tuning on deployed policies"],
    findings: [
      "cloning the best tenth of the logs is a baseline that few methods beat",
      "pessimism helps only where the logs are narrow", "policy selection causes more loss than policy learning",
      "a little deliberate randomness in the logs is worth a tenfold larger log",
      "delayed rewards bias every estimator toward impatient policies",
    ],
    datasets: ["SlateLogs", "DosingTrial", "DepotControl", "LedgerBandit"])
}
