package enum PolygammaFunction { package static func value(order: Int, at x: Double) -> Double { 0 } }
