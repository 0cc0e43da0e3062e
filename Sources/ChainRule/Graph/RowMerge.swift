/// How parts of a result, each from some of the rows, become the result.
package enum RowMerge: Hashable, Sendable {
  case sum, maximum, minimum, logAddExp, hypotenuse
}
