import Foundation

/// The functions of the C library that models need, under names that tensors do not have.
enum Numbers {
  static func exp(_ x: Double) -> Double { Foundation.exp(x) }
  static func log(_ x: Double) -> Double { Foundation.log(x) }
}
