extension StoryTopic {
  static let scienceTopics: [StoryTopic] = [proteins, weather, crops, molecules]

  static let proteins = StoryTopic(
    name: "Protein models", track: "Science and Earth", field: "protein modeling",
    keywords: [
      "protein language models", "protein design", "structure prediction", "fitness landscapes", "enzymes",
      "antibodies",
    ],
    methods: [
      "structure-conditioned sequence design", "evolution-aware pre-training", "fitness landscape regression",
      "side-chain diffusion", "alignment-free contact prediction", "active enzyme screening",
      "conformational ensemble sampling",
    ],
    objects: [
      "enzyme variants", "antibody loops", "orphan proteins", "residue contacts", "disordered regions",
      "mutational scans",
    ],
    properties: ["fitness prediction", "folding confidence", "binding affinity", "sequence recovery"],
    models: ["protein language model", "structure decoder", "fitness predictor"],
    moves: [
      "design sequences for a given protein backbone", "propose enzyme variants for the next round of assays",
      "sample conformations instead of a single fold", "predict residue contacts from one sequence alone",
      "weigh homologous proteins by their evolutionary distance",
    ],
    problems: [
      "orphan proteins have no relatives to align with", "fitness predictors fail beyond two simultaneous mutations",
      "predicted structures are static although proteins move",
      "assays are too slow to label more than a few hundred variants",
    ],
    burdens: ["multiple sequence alignments", "wet-lab assays", "solved structures"],
    findings: [
      "attention maps recover residue contacts without supervision",
      "designed enzymes keep their activity at twenty more degrees",
      "larger protein models memorize families instead of physics",
      "ninety-six assays suffice to rank all single mutants",
      "disordered regions explain most of the overconfident folds",
    ],
    datasets: ["EnzymeRounds", "OrphanFold", "LoopScan", "MutaPanel"])

  static let weather = StoryTopic(
    name: "Weather and climate models", track: "Science and Earth", field: "data-driven weather forecasting",
    keywords: [
      "weather forecasting", "climate", "precipitation", "downscaling", "data assimilation", "extreme events",
    ],
    methods: [
      "spherical neural forecasting", "generative precipitation nowcasting", "physics-constrained downscaling",
      "learned data assimilation", "ensemble spread calibration", "station-level bias correction",
      "monsoon onset regression",
    ],
    objects: [
      "tropical cyclones", "rain gauges", "extreme rainfall events", "pressure fields", "regional forecasts",
      "sparse weather stations",
    ],
    properties: [
      "forecast skill at ten days", "sharpness of precipitation", "ensemble reliability", "energy conservation",
    ],
    models: ["neural forecaster", "downscaling network", "ensemble generator"],
    moves: [
      "forecast on the sphere without distorting the poles", "assimilate satellite radiances directly",
      "calibrate ensemble spread by lead time", "sharpen rainfall fields with a generative decoder",
      "correct regional forecasts at individual weather stations",
    ],
    problems: [
      "forecasts grow blurry with every day of lead time", "rain gauges are rarest where rainfall varies the most",
      "neural forecasters underestimate the strongest storms", "forecast errors conserve neither mass nor energy",
    ],
    burdens: ["reanalysis fields", "numerical simulation", "dense radar coverage"],
    findings: [
      "skill in the tropics lags that in the middle latitudes by two days",
      "sharper rainfall leaves average errors unchanged but halves missed storms",
      "a hundred local stations correct the forecast of a whole region",
      "conservation constraints cost nothing and lengthen stable rollouts",
      "ensembles from perturbed inputs are too confident about cyclone tracks",
    ],
    datasets: ["MonsoonGrid", "GaugeNet", "CycloneTracks", "HighPlateauWeather"])

  static let crops = StoryTopic(
    name: "Crop mapping", track: "Science and Earth", field: "satellite crop mapping",
    keywords: [
      "remote sensing", "crop mapping", "satellite time series", "yield estimation", "smallholder farming",
      "land cover",
    ],
    methods: [
      "phenology-aligned pre-training", "field-boundary segmentation", "cloud-tolerant time-series encoding",
      "weakly supervised yield regression", "cross-region label transfer", "radar-optical fusion",
      "active field surveying",
    ],
    objects: [
      "smallholder plots", "satellite time series", "cloudy seasons", "intercropped fields", "harvest dates",
      "irrigated terraces",
    ],
    properties: [
      "mapping accuracy on small fields", "yield accuracy", "transfer across regions", "robustness to cloud cover",
    ],
    models: ["crop classifier", "boundary detector", "satellite encoder"],
    moves: [
      "align satellite time series by growing season", "fuse radar with optical images through the rainy months",
      "choose which fields a survey should visit next", "estimate yields from district totals",
      "delineate fields smaller than four pixels",
    ],
    problems: [
      "clouds hide the growing season from optical satellites",
      "smallholder plots are smaller than the pixels that should map them",
      "crop labels come from a few wealthy regions", "calendar dates misalign seasons between hemispheres",
    ],
    burdens: ["field surveys", "cloud-free images", "plot boundaries"],
    findings: [
      "aligning by season doubles transfer between regions", "radar alone suffices during the rainy months",
      "two hundred surveyed fields map a whole province", "intercropped fields explain half of all confusions",
      "district totals constrain yields as well as farm records do",
    ],
    datasets: ["TerraceMaps", "SmallPlots", "SeasonStack", "DeltaHarvest"])

  static let molecules = StoryTopic(
    name: "Molecules and materials", track: "Science and Earth", field: "molecular and materials discovery",
    keywords: [
      "molecular modeling", "materials discovery", "equivariant networks", "interatomic potentials", "catalysts",
      "retrosynthesis",
    ],
    methods: [
      "equivariant force learning", "crystal structure diffusion", "retrosynthesis planning",
      "uncertainty-driven catalyst screening", "charge-aware message passing", "multi-fidelity energy regression",
      "synthesizable molecule generation",
    ],
    objects: [
      "porous crystals", "reaction pathways", "catalyst surfaces", "interatomic forces", "candidate electrolytes",
      "molecular conformers",
    ],
    properties: ["energy accuracy", "simulation stability", "synthesizability", "hit rate per experiment"],
    models: ["interatomic potential", "crystal generator", "retrosynthesis planner"],
    moves: [
      "learn forces that conserve energy by construction", "generate crystals together with their lattice",
      "plan syntheses from purchasable molecules", "combine cheap and costly energy calculations",
      "screen catalysts by what the next experiment would teach",
    ],
    problems: [
      "learned potentials let molecules fly apart in long simulations",
      "generated molecules cannot be made in any laboratory",
      "accurate energies cost a week of computation for each crystal",
      "screening favors materials like those already known",
    ],
    burdens: ["costly energy calculations", "equivariant layers", "reaction templates"],
    findings: [
      "force errors do not predict simulation stability", "one costly calculation is worth forty cheap ones",
      "two of our nine proposed electrolytes were synthesized successfully",
      "unconstrained layers learn symmetry from data given enough of it",
      "most generated crystals relax to structures already known",
    ],
    datasets: ["PoreBase", "SurfaceSteps", "ElectroScreen", "StablePaths"])
}
