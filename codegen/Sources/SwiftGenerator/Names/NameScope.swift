/// The names taken so far in one Swift scope.
struct NameScope {
  private var taken: Set<String>

  init(reserved: Set<String>) {
    taken = reserved
  }

  /// Takes the first free name: the wanted one, then the one with `fallback` behind it, then that with a number.
  mutating func claim(_ wanted: String, fallback: String) -> String {
    if taken.insert(wanted).inserted { return wanted }
    let second = wanted + fallback
    if taken.insert(second).inserted { return second }
    var number = 2
    while !taken.insert("\(second)_\(number)").inserted { number += 1 }
    return "\(second)_\(number)"
  }

  func contains(_ name: String) -> Bool {
    taken.contains(name)
  }
}
