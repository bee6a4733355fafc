extension StoryTopic {
  static let mediaTopics: [StoryTopic] = [music, diffusion, scenes, imaging]

  static let music = StoryTopic(
    name: "Generative models of music", track: "Vision, sound and media", field: "music generation",
    keywords: [
      "music generation", "symbolic music", "rhythm", "audio synthesis", "accompaniment", "musical structure",
    ],
    methods: [
      "rhythm-first sequence generation", "microtonal pitch tokenization", "live accompaniment modeling",
      "motif-level planning", "timbre-disentangled synthesis", "call-and-response decoding",
      "score-informed source separation",
    ],
    objects: [
      "polyrhythmic drum patterns", "microtonal scales", "improvised solos", "song forms", "traditional ensembles",
      "symbolic scores",
    ],
    properties: ["rhythmic coherence", "long-range musical structure", "timbre fidelity", "listener preference"],
    models: ["music transformer", "accompaniment model", "timbre encoder"],
    moves: [
      "plan motifs before choosing notes", "tokenize pitch without assuming twelve equal steps",
      "answer a soloist within fifty milliseconds", "separate rhythm from melody in the latent space",
      "learn timbre from unpaired recordings of instruments",
    ],
    problems: [
      "generated pieces wander after thirty seconds", "tokenizers force every scale into twelve equal steps",
      "accompaniment lags behind a live soloist", "likelihood rewards repetition that listeners find dull",
    ],
    burdens: ["aligned scores", "studio recordings", "a fixed tempo"],
    findings: [
      "listeners notice rhythm errors long before wrong pitches",
      "musicians play longer with the less predictable accompanist",
      "motifs recur at the distances found in composed pieces",
      "twelve-step tokenization erases the identity of most scales",
      "rhythm transfers between traditions more readily than melody",
    ],
    datasets: ["KraarSessions", "PolyrhythmDB", "MicroScale", "NightMarketJams"])

  static let diffusion = StoryTopic(
    name: "Diffusion models", track: "Vision, sound and media", field: "diffusion-based image generation",
    keywords: [
      "diffusion models", "image generation", "guidance", "score matching", "few-step sampling", "inverse problems",
    ],
    methods: [
      "few-step consistency sampling", "guidance-free conditional diffusion", "latent noise scheduling",
      "posterior sampling for inverse problems", "concept erasure in diffusion models", "score matching on manifolds",
      "layout-controlled image synthesis",
    ],
    objects: [
      "denoising trajectories", "text prompts", "noise schedules", "latent images", "rare concepts", "inverse problems",
    ],
    properties: ["sample diversity", "prompt adherence", "sampling speed", "image fidelity"],
    models: ["denoiser", "latent diffusion model", "few-step sampler"],
    moves: [
      "straighten denoising trajectories before distilling them",
      "choose noise schedules by the spectrum of the images", "solve inverse problems with an unchanged denoiser",
      "erase a concept without harming its neighbors", "place objects according to a rough layout",
    ],
    problems: [
      "guidance trades diversity for prompt adherence", "sampling takes dozens of passes through a large denoiser",
      "rare concepts in the prompt are silently dropped", "generated images repeat fragments of the training set",
    ],
    burdens: ["classifier guidance", "paired images", "many denoising steps"],
    findings: [
      "four denoising steps match the quality of fifty", "guidance matters only in the middle of the trajectory",
      "erased concepts return through paraphrased prompts",
      "diversity is lost in the first tenth of the denoising steps",
      "noise schedules tuned for small images fail on large ones",
    ],
    datasets: ["StreetPlates", "PromptLedger", "TextileImages", "RareThings"])

  static let scenes = StoryTopic(
    name: "3D scenes and video", track: "Vision, sound and media", field: "3D scene understanding",
    keywords: [
      "3D reconstruction", "neural rendering", "video understanding", "point tracking", "depth estimation",
      "camera pose",
    ],
    methods: [
      "sparse-view neural rendering", "pose-free scene reconstruction", "long-range point tracking",
      "self-supervised depth learning", "object-centric video decomposition", "splat compression",
      "egocentric action anticipation",
    ],
    objects: [
      "handheld videos", "unposed photographs", "moving objects", "occluded surfaces", "egocentric recordings",
      "point tracks",
    ],
    properties: ["reconstruction fidelity", "tracking through occlusion", "depth accuracy", "rendering speed"],
    models: ["radiance field", "point tracker", "depth network"],
    moves: [
      "reconstruct a scene from three unposed photographs", "track points through long occlusions",
      "decompose a video into objects that persist", "learn depth from handheld videos without poses",
      "compress splats to a few megabytes per scene",
    ],
    problems: [
      "camera poses are unavailable for ordinary photographs", "moving objects smear across the reconstructed scene",
      "point tracks are lost behind the first occluder", "rendered views fall apart beyond the captured path",
    ],
    burdens: ["camera poses", "depth sensors", "dense views"],
    findings: [
      "poses and geometry are easier to estimate together than apart",
      "objects persist in the latent state through two seconds of occlusion",
      "one photograph more is worth more than any prior", "handheld shake supplies the parallax that depth needs",
      "nine tenths of all splats can be discarded",
    ],
    datasets: ["CourtyardScans", "BusyStalls", "HandheldDepth", "OccluderTracks"])

  static let imaging = StoryTopic(
    name: "Medical imaging", track: "Vision, sound and media", field: "medical image analysis",
    keywords: [
      "medical imaging", "segmentation", "ultrasound", "radiology reports", "rare diseases", "annotation efficiency",
    ],
    methods: [
      "report-supervised pre-training", "ultrasound probe guidance", "few-shot lesion segmentation",
      "scanner harmonization", "slide-level weak supervision", "counterfactual radiographs",
      "low-field MRI enhancement",
    ],
    objects: [
      "chest radiographs", "portable ultrasound scans", "whole-slide images", "rural clinics", "rare lesions",
      "radiology reports",
    ],
    properties: [
      "lesion sensitivity", "segmentation overlap", "agreement with radiologists", "transfer across scanners",
    ],
    models: ["segmentation network", "radiograph encoder", "triage system"],
    moves: [
      "learn from radiology reports instead of drawn outlines", "guide a novice's ultrasound probe to a usable view",
      "harmonize scanners without paired patients", "locate lesions from slide-level labels alone",
      "enhance low-field images without inventing anatomy",
    ],
    problems: [
      "networks recognize the scanner before the disease",
      "outlines drawn by two radiologists differ more than those of two networks",
      "portable ultrasound depends on the hand that holds it",
      "rare diseases have fewer images than a network has layers",
    ],
    burdens: ["drawn outlines", "paired scans", "specialist annotators"],
    findings: [
      "reports supervise segmentation as well as outlines do",
      "novices with guidance match trained sonographers on two of three views",
      "harmonization helps the smallest clinics the most", "the network and radiologists miss different lesions",
      "twenty outlines suffice once reports have been read",
    ],
    datasets: ["RuralChest", "ProbePath", "SlideCommons", "LowFieldBrains"])
}
