internal import SwiftProtobufPluginLibrary

/// The fields that would give a struct an infinite size: singular message fields, members of oneofs among them, whose
/// message type leads back to the message they stand in. Lists and maps break a cycle by themselves.
struct RecursiveFields {
  private let component: [String: Int]

  /// Finds the strongly connected components of the messages in these files.
  init(_ files: [FileDescriptor]) {
    var search = Search()
    for file in files {
      for message in file.messages { search.visitTree(message) }
    }
    component = search.component
  }

  /// Whether the field takes part in a cycle and must be stored behind a reference.
  func contains(_ field: FieldDescriptor) -> Bool {
    guard !field.isRepeated, let type = field.messageType, let own = component[field.containingType.fullName] else {
      return false
    }
    // A component of one message is a cycle only where the message contains itself, which is what such a field does.
    return component[type.fullName] == own
  }

  /// Tarjan's algorithm. Recursion is as deep as the longest chain of message types, which protoc bounds far below
  /// what the stack holds.
  private struct Search {
    var component: [String: Int] = [:]
    private var order: [String: Int] = [:]
    private var lowest: [String: Int] = [:]
    private var stack: [String] = []
    private var onStack: Set<String> = []
    private var components = 0

    mutating func visitTree(_ message: Descriptor) {
      if order[message.fullName] == nil { visit(message) }
      for nested in message.messages { visitTree(nested) }
    }

    private mutating func visit(_ message: Descriptor) {
      let name = message.fullName
      let index = order.count
      order[name] = index
      var low = index
      stack.append(name)
      onStack.insert(name)
      for field in message.fields where !field.isRepeated {
        guard let target = field.messageType else { continue }
        if order[target.fullName] == nil {
          visit(target)
          low = min(low, lowest[target.fullName] ?? low)
        } else if onStack.contains(target.fullName) {
          low = min(low, order[target.fullName] ?? low)
        }
      }
      lowest[name] = low
      guard low == index else { return }
      while let member = stack.popLast() {
        onStack.remove(member)
        component[member] = components
        if member == name { break }
      }
      components += 1
    }
  }
}
