/// Fewer points that make the same picture.
package enum Decimation {
  /// The points of a line, of which runs within one column of the picture keep the first, the last, the highest and
  /// the lowest.
  ///
  /// Points that run to and fro across columns are cut into blocks of equal length, each of which keeps its first,
  /// its last and its four extremes.
  ///
  /// - Complexity: O(N).
  /// - Source: Jugel, Jerzak, Hackenbroich and Markl, M4: A Visualization-Oriented Time Series Data Aggregation,
  ///   Proceedings of the VLDB Endowment 7 (2014), §4.
  package static func line(_ points: [(x: Double, y: Double)], limit: Int = 6000) -> [(x: Double, y: Double)]
  {
    if points.count <= limit { return points }
    var result: [(x: Double, y: Double)] = []
    var start = 0
    while start < points.count {
      var end = start + 1
      while end < points.count, points[end].x.rounded(.down) == points[start].x.rounded(.down) { end += 1 }
      keep(points, start..<end, &result)
      start = end
    }
    if result.count <= limit { return result }
    let block = max(points.count * 6 / limit, 1)
    return stride(from: 0, to: points.count, by: block).reduce(into: []) { kept, start in
      keep(points, start..<min(start + block, points.count), &kept)
    }
  }

  private static func keep(
    _ points: [(x: Double, y: Double)], _ range: Range<Int>, _ result: inout [(x: Double, y: Double)]
  ) {
    var chosen = [range.lowerBound, range.upperBound - 1]
    func extreme(_ isBefore: (Int, Int) -> Bool) {
      if let index = range.min(by: isBefore) { chosen.append(index) }
    }
    extreme { points[$0].y < points[$1].y }
    extreme { points[$0].y > points[$1].y }
    extreme { points[$0].x < points[$1].x }
    extreme { points[$0].x > points[$1].x }
    result += Set(chosen).sorted().map { points[$0] }
  }

  /// Separate points, of which each square of the picture keeps the first, and all the four extremes.
  ///
  /// - Complexity: O(N).
  package static func points(
    _ points: [(x: Double, y: Double)], limit: Int = 5000, cell: Double = 2.5
  ) -> [(x: Double, y: Double)] {
    if points.count <= limit { return points }
    struct Cell: Hashable { let x, y: Int }
    var seen: Set<Cell> = []
    var chosen: Set<Int> = []
    for (index, point) in points.enumerated()
    where seen.insert(Cell(x: Int(point.x / cell), y: Int(point.y / cell))).inserted {
      chosen.insert(index)
    }
    var extremes: [(x: Double, y: Double)] = []
    keep(points, 0..<points.count, &extremes)
    return chosen.sorted().map { points[$0] } + extremes
  }
}
