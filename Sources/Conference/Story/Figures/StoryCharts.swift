/// Figures with axes.
enum StoryCharts {
  private static let names: [String] = ["Ours", "Baseline", "Ablated", "Earlier work"]

  static func lines(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    canvas.axes(
      x: dice.pick(["Training steps (thousands)", "Labeled examples", "Rounds"]),
      y: dice.pick(["Accuracy (%)", "Score", "Recall (%)"]))
    ticks(&canvas, across: ["0", "20", "40", "60", "80"], up: ["40", "60", "80", "100"])
    var label = 0
    for index in 0..<dice.within(2...4) {
      let (ceiling, speed) = (190 - index * 32 - dice.below(14), 2 + dice.below(9))
      let points = (0...24).map { step -> (x: Int, y: Int) in
        let rise = ceiling * step * speed / (step * speed + 24)
        return (x: 66 + step * 13, y: 244 - rise + Int(dice.bell() * 3))
      }
      let color = canvas.colors[index]
      canvas.band(points, height: 6 + dice.below(5), fill: color)
      canvas.curve(points, stroke: color, dashes: index == 0 ? "none" : ["6 4", "2 4", "9 3 2 3"][index - 1])
      label = max((points.last?.y ?? 60) + 4, label + 16)
      canvas.text(names[index], 384, label, anchor: "start")
    }
  }

  static func clusters(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    canvas.axes(x: "First component", y: "Second component")
    let count = dice.within(3...4)
    for index in 0..<count {
      let (x, y) = (130 + (index % 2) * 190 + dice.below(50), 80 + (index / 2) * 95 + dice.below(25))
      for _ in 0..<14 {
        canvas.circle(
          x + Int(dice.bell() * 26), y + Int(dice.bell() * 16), 4, fill: canvas.colors[index], opacity: "0.65")
      }
      canvas.text(["Group A", "Group B", "Group C", "Group D"][index], x, y - 44)
    }
  }

  static func bars(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    canvas.axes(
      x: dice.pick(["Data set", "Region", "Task"]), y: dice.pick(["Accuracy (%)", "Gain (points)", "Success (%)"]))
    ticks(&canvas, across: [], up: ["0", "20", "40", "60"])
    let groups = dice.within(3...5)
    let step = 380 / groups
    for group in 0..<groups {
      for index in 0..<2 {
        let (height, spread) = (60 + dice.below(90) + (1 - index) * 35, 5 + dice.below(9))
        let (x, width) = (80 + group * step + index * (step / 3), step / 3 - 3)
        canvas.rectangle(x, 250 - height, width, height, fill: canvas.colors[index])
        canvas.line(x + width / 2, 250 - height - spread, x + width / 2, 250 - height + spread, width: "1.5")
      }
      canvas.text(String(UnicodeScalar(UInt8(65 + group))), 80 + group * step + step / 3, 267)
    }
    for index in 0..<2 {
      canvas.rectangle(300, 14 + index * 18, 12, 12, fill: canvas.colors[index])
      canvas.text(names[index], 318, 25 + index * 18, anchor: "start")
    }
  }

  static func heat(_ canvas: inout StoryCanvas, _ dice: inout StoryDice) {
    canvas.text(dice.pick(["Layer", "Source language", "Head"]), 20, 135, turned: true)
    canvas.text(dice.pick(["Position", "Target language", "Concept"]), 226, 284)
    let (rows, columns) = (6, dice.within(7...9))
    let width = 340 / columns
    for row in 0..<rows {
      canvas.text("\(row + 1)", 48, 46 + row * 38)
      for column in 0..<columns {
        let near = 10 - abs(row * columns / rows - column) * 3
        let shade = min(max(near + dice.below(5), 1), 10)
        let mixed = "\(canvas.colors[0])\(["1A", "33", "4D", "66", "80", "99", "B3", "CC", "E6", "FF"][shade - 1])"
        canvas.rectangle(60 + column * width, 22 + row * 38, width - 2, 36, fill: mixed)
      }
    }
    for shade in 0..<5 {
      canvas.rectangle(
        430, 22 + shade * 45, 14, 44, fill: "\(canvas.colors[0])\(["FF", "CC", "99", "66", "33"][shade])")
    }
    canvas.text("1", 460, 34)
    canvas.text("0", 460, 246)
  }

  private static func ticks(_ canvas: inout StoryCanvas, across: [String], up: [String]) {
    for (index, label) in across.enumerated() { canvas.text(label, 66 + index * 78, 267) }
    for (index, label) in up.enumerated() {
      let y = 244 - index * 68
      canvas.text(label, 56, y + 4, anchor: "end")
      canvas.line(62, y, 460, y, stroke: "#E4DED4")
    }
  }
}
