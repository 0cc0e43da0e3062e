/// Plans which parts of one block of memory are in use when, by their offsets in bytes.
struct Arena {
  /// Every part starts at a multiple of this: a cache line.
  static let alignment = 64

  /// The bytes needed for everything planned so far; saturating, so that what cannot be is refused when it is allocated.
  private(set) var size = 0
  private var free: [(offset: Int, size: Int)] = []

  /// A part that no other part in use overlaps.
  mutating func take(_ bytes: Int) -> Int {
    let needed = Self.rounded(bytes)
    if let position = free.firstIndex(where: { $0.size >= needed }) {
      let (offset, size) = free[position]
      if size == needed {
        free.remove(at: position)
      } else {
        free[position] = (offset + needed, size - needed)
      }
      return offset
    }
    let offset = size
    let (sum, overflow) = size.addingReportingOverflow(needed)
    size = overflow ? .max : sum
    return offset
  }

  /// Gives back what `take` gave for as many bytes.
  mutating func give(back offset: Int, _ bytes: Int) {
    let needed = Self.rounded(bytes)
    if needed == 0 { return }
    let next = free.firstIndex { $0.offset > offset } ?? free.count
    free.insert((offset, needed), at: next)
    // Neighbours become one, so that a larger part fits again.
    if next + 1 < free.count, offset + needed == free[next + 1].offset {
      free[next].size += free[next + 1].size
      free.remove(at: next + 1)
    }
    if next > 0, free[next - 1].offset + free[next - 1].size == offset {
      free[next - 1].size += free[next].size
      free.remove(at: next)
    }
  }

  private static func rounded(_ bytes: Int) -> Int {
    let (sum, overflow) = bytes.addingReportingOverflow(alignment - 1)
    return overflow ? .max : sum / alignment * alignment
  }
}
