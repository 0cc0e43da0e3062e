/// A printed part of the lesson, and whether what it checks holds.
package struct LessonPart {
  package let text: String
  package let isRight: Bool
}
