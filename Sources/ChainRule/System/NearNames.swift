/// Finds the names that a misspelt one may have meant.
package enum NearNames {
  /// What to write instead: up to three near names, or else the first ten names.
  package static func suggestion(for name: String, among names: [String]) -> String {
    let near = near(name, among: names)
    if !near.isEmpty { return meaning(near.map(quoted)) }
    if names.isEmpty { return "there are none" }
    let more = names.count > 10 ? " and \(names.count - 10) more" : ""
    return
      "there \(names.count == 1 ? "is" : "are") \(names.prefix(10).map(quoted).joined(separator: ", "))\(more)"
  }

  /// What to write instead of a word that stands without quotes: the near ones, or else all.
  package static func advice(for word: String, among words: [String]) -> String {
    let near = near(word, among: words)
    return near.isEmpty ? "there are \(words.joined(separator: ", "))" : meaning(near)
  }

  /// The question whether one of these was meant.
  package static func meaning(_ near: [String]) -> String {
    "did you mean \(near.joined(separator: " or "))?"
  }

  /// Up to three names at most a third of whose letters are wrong, the nearest first.
  package static func near(_ name: String, among names: [String]) -> [String] {
    let wanted = Array(letters(name).prefix(longest))
    let limit = max(1, wanted.count / 3)
    let near = names.prefix(most).compactMap { candidate -> (name: String, distance: Int)? in
      let other = Array(letters(candidate).prefix(longest))
      guard abs(other.count - wanted.count) <= limit else { return nil }
      let distance = distance(wanted, other)
      // A name of one letter is not near to every other.
      return distance <= limit && distance < max(wanted.count, other.count) ? (candidate, distance) : nil
    }
    return near.sorted { $0.distance < $1.distance }.prefix(3).map(\.name)
  }

  /// Of very many names only the first are compared.
  private static let most = 1000

  /// Names are compared by their first characters only, so that a long one costs no more than its length.
  private static let longest = 60

  /// The letters to compare: case, spaces and signs between words are not what tells names apart.
  private static func letters(_ name: String) -> [Character] {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// How many letters must be put in, taken out, exchanged or swapped with the next to make one text the
  /// other.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var best = min(
          last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
