/// Σ uᵢvᵢ.
func dot(_ u: [Double], _ v: [Double]) -> Double {
  var sum = 0.0
  for index in u.indices { sum += u[index] * v[index] }
  return sum
}

/// u − v.
func difference(_ u: [Double], _ v: [Double]) -> [Double] { u.indices.map { u[$0] - v[$0] } }

/// max |uᵢ|; not a number if one of them is not.
func greatestMagnitude(_ u: some Sequence<Double>) -> Double {
  u.reduce(0) { $0.isNaN || $0 >= Swift.abs($1) ? $0 : Swift.abs($1) }
}

/// √(Σ uᵢ²), of which no square overflows or vanishes.
func euclideanNorm(_ u: some Collection<Double>) -> Double {
  let greatest = greatestMagnitude(u)
  if greatest == 0 || !greatest.isFinite { return greatest }
  return greatest * u.reduce(0) { $0 + ($1 / greatest) * ($1 / greatest) }.squareRoot()
}
