/// Figures without axes.
enum StoryDiagrams {
  static func blocks(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    let top: [[String]] = [
      ["Input", "Encoder", "Memory", "Output"], ["Query", "Retriever", "Reader", "Answer"],
      ["State", "Model", "Planner", "Action"],
      ["Signal", "Filter", "Mixer", "Estimate"],
    ]
    let names = dice.pick(top)
    for (index, name) in names.enumerated() {
      let x = 14 + index * 117
      canvas.box(x, 70, 90, 54, fill: canvas.colors[index % 2])
      canvas.text(name, x + 45, 102)
      if index < 3 { canvas.arrow(x + 90, 97, x + 117, 97) }
    }
    let below = dice.pick([["Critic", "Replay"], ["Prior", "Teacher"], ["Noise", "Index"]])
    for (index, name) in below.enumerated() {
      let x = 131 + index * 117
      canvas.box(x, 190, 90, 46, fill: canvas.colors[2])
      canvas.text(name, x + 45, 218)
      canvas.arrow(x + 45, 190, x + 45, 126)
    }
    canvas.text(dice.pick(["trained together", "shared weights", "frozen, then tuned"]), 235, 268)
    canvas.text(dice.pick(["Stage 1", "Overview", "One step"]), 235, 40)
  }

  static func tree(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    var above: [(x: Int, y: Int)] = [(240, 40)]
    var nodes: [(x: Int, y: Int, level: Int)] = [(240, 40, 0)]
    for level in 1...3 {
      let children = above.enumerated().flatMap { index, _ in Array(repeating: index, count: level == 1 ? 3 : 2) }
      let step = 440 / children.count
      let y = 40 + level * 72
      let placed = children.enumerated().map { (x: 20 + step / 2 + $0.offset * step, y: y) }
      for (child, parent) in zip(placed, children) where level < 3 || dice.chance(75) {
        canvas.line(above[parent].x, above[parent].y, child.x, child.y, stroke: "#8C8273", width: "1.5")
        nodes.append((child.x, child.y, level))
      }
      above = placed
    }
    for node in nodes {
      canvas.circle(
        node.x, node.y, 15 - node.level * 2, fill: canvas.colors[(node.level + (dice.chance(20) ? 1 : 0)) % 3])
    }
    canvas.text("root", 264, 36, anchor: "start")
    canvas.text(dice.pick(["depth 3, pruned", "leaves are examples", "splits by question"]), 240, 290)
  }

  static func network(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    let nodes = (0..<18).map { index in
      (x: 50 + (index % 6) * 74 + dice.below(30), y: 50 + (index / 6) * 80 + dice.below(36))
    }
    for (index, node) in nodes.enumerated() {
      for next in [index + 1, index + 6, index + 5]
      where next < nodes.count && dice.chance(58) && abs(next % 6 - index % 6) < 2 {
        canvas.line(node.x, node.y, nodes[next].x, nodes[next].y, stroke: "#B5ADA0", width: "1.5")
      }
    }
    for (index, node) in nodes.enumerated() {
      canvas.circle(node.x, node.y, 6 + dice.below(6), fill: canvas.colors[(index % 6) / 2])
    }
    for (index, name) in ["Community 1", "Community 2", "Community 3"].enumerated() {
      canvas.circle(90 + index * 130, 278, 5, fill: canvas.colors[index])
      canvas.text(name, 100 + index * 130, 282, anchor: "start")
    }
  }
}
