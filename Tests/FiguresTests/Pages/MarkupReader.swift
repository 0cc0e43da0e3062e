import Figures

/// A small reader of XML and of the HTML that is XML too; it finds what is not well-formed.
struct MarkupReader {
  struct Element {
    let name: String
    let attributes: [String: String]
    let parents: [String]
    /// The place of the picture in which the element stands.
    let origin: (x: Double, y: Double)
    var text = ""
  }

  struct Problem: Error, CustomStringConvertible { let description: String }

  private(set) var elements: [Element] = []
  private var rest: Substring
  private var open: [(name: String, index: Int, origin: (x: Double, y: Double))] = []

  init(_ text: String) throws {
    rest = text[...]
    if rest.hasPrefix("<!DOCTYPE html>") { rest = rest.dropFirst(15) }
    while !rest.isEmpty { try step() }
    if let last = open.last { throw Problem(description: "<\(last.name)> is not closed") }
  }

  private mutating func step() throws {
    if rest.hasPrefix("</") {
      guard let end = rest.firstIndex(of: ">") else {
        throw Problem(description: "an end tag without an end")
      }
      let name = String(rest[..<end].dropFirst(2))
      guard open.last?.name == name else {
        throw Problem(description: "</\(name)> closes \(open.last?.name ?? "nothing")")
      }
      open.removeLast()
      rest = rest[rest.index(after: end)...]
    } else if rest.hasPrefix("<") {
      try start()
    } else {
      let end = rest.firstIndex(of: "<") ?? rest.endIndex
      let text = try Self.unescaped(String(rest[..<end]))
      if let index = open.last?.index {
        elements[index].text += text
      } else if !text.allSatisfy(\.isWhitespace) {
        throw Problem(description: "text outside of elements")
      }
      rest = rest[end...]
    }
  }

  private mutating func start() throws {
    guard let end = rest.firstIndex(of: ">") else { throw Problem(description: "a tag without an end") }
    var tag = rest[..<end].dropFirst()
    rest = rest[rest.index(after: end)...]
    let isEmpty = tag.hasSuffix("/")
    if isEmpty { tag = tag.dropLast() }
    let name = String(tag.prefix { $0.isLetter || $0.isNumber })
    guard !name.isEmpty else { throw Problem(description: "a tag without a name: \(tag)") }
    tag = tag.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while tag.hasPrefix(" ") {
      tag = tag.dropFirst()
      let key = String(tag.prefix { $0.isLetter || $0.isNumber || $0 == "-" })
      tag = tag.dropFirst(key.count)
      guard !key.isEmpty, tag.hasPrefix("=\"") else {
        throw Problem(description: "an attribute of <\(name)>: \(tag)")
      }
      tag = tag.dropFirst(2)
      guard let close = tag.firstIndex(of: "\"") else {
        throw Problem(description: "an open attribute \(key)")
      }
      guard attributes.updateValue(try Self.unescaped(String(tag[..<close])), forKey: key) == nil else {
        throw Problem(description: "\(key) twice")
      }
      tag = tag[tag.index(after: close)...]
    }
    guard tag.isEmpty else { throw Problem(description: "in <\(name)>: \(tag)") }
    var origin = open.last?.origin ?? (x: 0, y: 0)
    elements.append(Element(name: name, attributes: attributes, parents: open.map(\.name), origin: origin))
    if name == "svg", attributes["preserveAspectRatio"] == nil {
      origin.x += attributes["x"].flatMap(Double.init) ?? 0
      origin.y += attributes["y"].flatMap(Double.init) ?? 0
    }
    if !isEmpty, name != "meta" { open.append((name, elements.count - 1, origin)) }
  }

  /// The text with entities read; what is not allowed in XML is a problem.
  private static func unescaped(_ text: String) throws -> String {
    let entities = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#39": "'"]
    var result = ""
    for (index, part) in text.split(separator: "&", omittingEmptySubsequences: false).enumerated() {
      if index == 0 {
        result += part
      } else if let end = part.firstIndex(of: ";"), let entity = entities[String(part[..<end])] {
        result += entity + part[part.index(after: end)...]
      } else {
        throw Problem(description: "a bare &: \(part.prefix(20))")
      }
    }
    for scalar in text.unicodeScalars where scalar.value < 32 && scalar != "\n" && scalar != "\t" {
      throw Problem(description: "a control character \(scalar.value)")
    }
    return result
  }
}

/// The boxes of the texts in a picture, and what is wrong with them.
struct TextBoxes {
  struct Box {
    let text: String
    let left, top, right, bottom: Double
  }

  let boxes: [Box]
  let problems: [String]

  init(_ svg: String) throws {
    let elements = try MarkupReader(svg).elements
    let width = elements.first?.attributes["width"].flatMap(Double.init) ?? 0
    let height = elements.first?.attributes["height"].flatMap(Double.init) ?? 0
    boxes = elements.filter { $0.name == "text" }.map(Self.box)
    var problems: [String] = []
    for (index, box) in boxes.enumerated() {
      if box.left < 0 || box.top < 0 || box.right > width || box.bottom > height {
        problems.append("“\(box.text)” is cut")
      }
      for other in boxes[..<index]
      where box.left < other.right && other.left < box.right && box.top < other.bottom
        && other.top < box.bottom
      {
        problems.append("“\(box.text)” overlaps “\(other.text)”")
      }
    }
    self.problems = problems
  }

  private static func box(_ element: MarkupReader.Element) -> Box {
    func number(_ key: String) -> Double { element.attributes[key].flatMap(Double.init) ?? .nan }
    let size = number("font-size")
    let width = TextMeasure.width(
      element.text, size: size, isBold: element.attributes["font-weight"] == "bold")
    let before =
      switch element.attributes["text-anchor"] {
      case "middle": width / 2
      case "end": width
      default: 0.0
      }
    // Above and below the line that text stands on.
    let (ascent, descent) = (0.8 * size, 0.25 * size)
    let (x, y) = (number("x") + element.origin.x, number("y") + element.origin.y)
    if element.attributes["transform"] != nil {
      return Box(
        text: element.text, left: x - ascent, top: y - width + before, right: x + descent, bottom: y + before)
    }
    return Box(
      text: element.text, left: x - before, top: y - ascent, right: x + width - before, bottom: y + descent)
  }
}
