import CommandArguments

extension Workload {
  /// The workload of this name.
  ///
  /// - Throws: `ArgumentMistake` that tells the names there are.
  static func named(_ name: String) throws(ArgumentMistake) -> Workload {
    if let found = all.first(where: { $0.name == name }) { return found }
    let family = String(name.prefix { $0 != "/" })
    let near = all.filter { $0.family == family }.map(\.name)
    throw ArgumentMistake(
      "--workload \(name): not known; there are "
        + (near.isEmpty ? all.filter { !$0.isVariant }.map(\.name) : near).joined(separator: ", ")
        + "; --list tells all")
  }
}
