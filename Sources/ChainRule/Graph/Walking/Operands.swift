/// The operands of one operation, in order.
///
/// Nearly all operations have one or two, and a graph has as many lists of operands as nodes: so few need no memory of their
/// own.
package enum Operands<Element> {
  case none
  case one(Element)
  case two(Element, Element)
  case more([Element])

  package init(_ elements: [Element]) {
    self =
      switch elements.count {
      case 0: .none
      case 1: .one(elements[0])
      case 2: .two(elements[0], elements[1])
      default: .more(elements)
      }
  }

  /// What `transform` makes of each.
  package func mapped<Result, Failure: Error>(
    _ transform: (Element) throws(Failure) -> Result
  ) throws(Failure) -> Operands<Result> {
    switch self {
    case .none: .none
    case .one(let element): .one(try transform(element))
    case .two(let first, let second): .two(try transform(first), try transform(second))
    case .more(let elements): .more(try elements.map(transform))
    }
  }
}

// A collection takes each element out to look at it, which counts references; these look at them where they are.
extension Operands {
  package func allSatisfy(_ predicate: (Element) -> Bool) -> Bool {
    switch self {
    case .none: true
    case .one(let element): predicate(element)
    case .two(let first, let second): predicate(first) && predicate(second)
    case .more(let elements): elements.allSatisfy(predicate)
    }
  }

  package func forEach(_ body: (Element) -> Void) {
    switch self {
    case .none: break
    case .one(let element): body(element)
    case .two(let first, let second):
      body(first)
      body(second)
    case .more(let elements): elements.forEach(body)
    }
  }
}

extension Operands: RandomAccessCollection, MutableCollection {
  package var startIndex: Int { 0 }

  package var endIndex: Int {
    switch self {
    case .none: 0
    case .one: 1
    case .two: 2
    case .more(let elements): elements.count
    }
  }

  package subscript(position: Int) -> Element {
    get {
      switch (self, position) {
      case (.one(let element), 0), (.two(let element, _), 0), (.two(_, let element), 1): element
      case (.more(let elements), _): elements[position]
      default: preconditionFailure("operand \(position) of \(count)")
      }
    }
    set {
      switch (self, position) {
      case (.one, 0): self = .one(newValue)
      case (.two(_, let second), 0): self = .two(newValue, second)
      case (.two(let first, _), 1): self = .two(first, newValue)
      case (.more(var elements), _):
        self = .none
        elements[position] = newValue
        self = .more(elements)
      default: preconditionFailure("operand \(position) of \(count)")
      }
    }
  }
}

extension Operands: Equatable where Element: Equatable {}
extension Operands: Sendable where Element: Sendable {}
