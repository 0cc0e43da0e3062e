package struct LUFactorization {
  package init(_ matrix: UnsafePointer<Double>, order n: Int) {}
  package let zeroPivot: Int? = nil
  package var determinant: Double { 0 }
  package var logAbsoluteDeterminant: Double { 0 }
  package func solve(_ rhs: UnsafeMutablePointer<Double>, columns: Int) {}
  package func inverse(into: UnsafeMutablePointer<Double>) {}
}
package enum CholeskyFactorization {
  package static func lowerFactor(
    of matrix: UnsafePointer<Double>, order: Int, into: UnsafeMutablePointer<Double>
  ) -> Int? { nil }
}
package enum CofactorMatrix {
  package static func write(of matrix: UnsafePointer<Double>, order: Int, into: UnsafeMutablePointer<Double>)
  {}
}
