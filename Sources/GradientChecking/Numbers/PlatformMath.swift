#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

// Functions of the platform, to some 16 digits: iterations start from them, and nothing is claimed of them.

func platformLog1p(_ x: Double) -> Double { log1p(x) }
func platformAtan(_ x: Double) -> Double { atan(x) }
func decimalLogarithm(_ x: Double) -> Double { log10(x) }
