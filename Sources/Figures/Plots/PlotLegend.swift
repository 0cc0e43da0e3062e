/// What a mark looks like, in the picture and in the legend.
struct PlotPaint {
  let color: PlotColor
  let symbol: PlotSymbol
  let dash: PlotDash

  /// A paint for each mark: those of the same name share it; colours run out later than dashes and symbols do.
  static func all(for marks: [PlotMark]) -> [PlotPaint] {
    var numbers: [String: Int] = [:]
    var next = 0
    return marks.map { mark in
      var number = 0
      if case .grid = mark.shape {
        // A grid has its own colours.
      } else if let known = mark.name.flatMap({ numbers[$0] }) {
        number = known
      } else if mark.color == nil {
        number = next
        next += 1
        if let name = mark.name { numbers[name] = number }
      }
      let round = number / PlotColor.palette.count
      var symbol = PlotSymbol.allCases[number % PlotSymbol.allCases.count]
      if case .points(_, _, let chosen?, _) = mark.shape { symbol = chosen }
      let dash = mark.dash == .solid ? PlotDash.allCases[round % PlotDash.allCases.count] : mark.dash
      return PlotPaint(color: mark.color ?? .series(number), symbol: symbol, dash: dash)
    }
  }
}

/// The lines of a legend, and where they stand: beside the data where they are short, else below.
struct PlotLegend {
  struct Entry {
    let name: String
    /// The marks of this name, as indices.
    var marks: [Int] = []
    /// The class of regions, where the entry is one.
    var tint: PlotColor?
  }

  static let size = 12.0
  static let lineHeight = 20.0
  static let keyWidth = 28.0
  static let gap = 18.0

  private(set) var entries: [Entry] = []
  let isBelow: Bool
  /// The upper left corner of each entry, from that of the legend.
  private(set) var places: [(x: Double, y: Double)] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  init(_ marks: [PlotMark], width room: Double) {
    for (index, mark) in marks.enumerated() {
      if case .grid(let raster) = mark.shape, case .classes(_, let names) = raster.content {
        for (number, name) in names.enumerated() {
          // The points of a class stand in its line.
          entries.append(Entry(name: name, tint: PlotColor.series(number).mixed(with: .white, 0.65)))
        }
      } else if case .grid = mark.shape {
        continue
      } else if let name = mark.name, !name.isEmpty {
        if let known = entries.firstIndex(where: { $0.name == name }) {
          entries[known].marks.append(index)
        } else {
          entries.append(Entry(name: name, marks: [index]))
        }
      }
    }
    let hasColorScale = marks.contains { mark in
      if case .grid(let raster) = mark.shape, case .values = raster.content { true } else { false }
    }
    let widest = entries.map { Self.width(of: $0.name) }.max() ?? 0
    isBelow = hasColorScale || widest > 0.3 * room
    if entries.isEmpty { return }
    if isBelow { flow(room) } else { stack(widest) }
  }

  private static func width(of name: String) -> Double { keyWidth + 6 + TextMeasure.width(name, size: size) }

  private mutating func stack(_ widest: Double) {
    places = entries.indices.map { (0, Double($0) * Self.lineHeight) }
    (width, height) = (widest, Double(entries.count) * Self.lineHeight)
  }

  private mutating func flow(_ room: Double) {
    var (x, y) = (0.0, 0.0)
    for entry in entries {
      let width = min(Self.width(of: entry.name), room)
      if x > 0, x + width > room { (x, y) = (0, y + Self.lineHeight) }
      places.append((x, y))
      x += width + Self.gap
    }
    (width, height) = (room, y + Self.lineHeight)
  }
}
