import ChainRule

/// Arrays generated when they are first asked for.
final class MemoryArrays: ArraySource {
  private let groups: [DataGroup]
  private let fullSize: [String]
  private var arrays: [String: [Double]] = [:]

  private init(_ groups: [DataGroup], fullSize: [String]) {
    self.groups = groups
    self.fullSize = fullSize
  }

  /// The arrays of a workload: at full size where they are quick to generate, else small.
  convenience init(for workload: Workload) {
    let quick = ["W1", "W2", "W6", "W8", "W9"]
    let isQuick = quick.contains(workload.name)
    self.init(isQuick ? DataGroup.quick : DataGroup.small, fullSize: isQuick ? quick : [])
  }

  func isFullSize(_ workload: String) -> Bool { fullSize.contains(workload) }

  func shape(of name: String) throws -> [Int] { try spec(name).0.shape }

  func numbers<Scalar: TensorScalar>(_ name: String, as scalar: Scalar.Type) throws -> NDArray<Scalar> {
    try NDArray(shape: shape(of: name), elements: elements(name).map { Scalar($0) })
  }

  func indices(_ name: String) throws -> IndexArray {
    try IndexArray(shape: shape(of: name), elements: elements(name).map { Int($0) })
  }

  func goldenGradient(_ key: String, count: Int) -> [Double]? { nil }

  private func spec(_ name: String) throws -> (ArraySpec, DataGroup) {
    for group in groups {
      if let array = group.arrays.first(where: { $0.name == name }) { return (array, group) }
    }
    throw DataMistake(file: name + ".bin", problem: "no such array is generated")
  }

  private func elements(_ name: String) throws -> [Double] {
    if let known = arrays[name] { return known }
    let group = try spec(name).1
    try group.generate { array, block in
      arrays[array.name, default: []] += block.map { array.rounded($0) }
    }
    return arrays[name] ?? []
  }
}
