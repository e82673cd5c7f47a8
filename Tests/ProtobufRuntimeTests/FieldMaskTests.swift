internal import ProtobufRuntime
internal import Testing

@Suite struct FieldMaskTests {
  static let source = Sample.with {
    $0.title = "new"
    $0.tags = ["b"]
    $0.scores = ["y": 2]
    $0.part = .with { $0.name = "new part" }
    $0.outcome = .replacement(.with { $0.name = "r" })
    $0.parent = .with {
      $0.title = "new parent"
      $0.count = 2
    }
  }
  static let target = Sample.with {
    $0.title = "old"
    $0.count = 1
    $0.priority = 5
    $0.tags = ["a", "c"]
    $0.scores = ["x": 1]
    $0.outcome = .code(3)
    $0.parent = .with {
      $0.title = "old parent"
      $0.isUrgent = true
    }
    $0.digest = [1]
  }

  private func updated(_ mask: FieldMask) throws -> Sample {
    var target = Self.target
    try mask.update(&target, from: Self.source)
    return target
  }

  private func expected(_ change: (inout Sample) -> Void) -> Sample {
    var target = Self.target
    change(&target)
    return target
  }

  @Test func maskedFieldsAreReplacedAndOthersStay() throws {
    #expect(try updated(["title"]) == expected { $0.title = "new" })
    #expect(
      try updated(["tags", "scores"])
        == expected {
          $0.tags = ["b"]
          $0.scores = ["y": 2]
        }
    )
    #expect(try updated(["part"]) == expected { $0.part = .with { $0.name = "new part" } })
    #expect(try updated(["parent"]) == expected { $0.parent = Self.source.parent })
    #expect(try updated(["replacement"]) == expected { $0.outcome = Self.source.outcome })
  }

  @Test func fieldsUnsetInTheSourceAreCleared() throws {
    #expect(
      try updated(["count", "priority", "digest"])
        == expected {
          $0.count = 0
          $0.priority = nil
          $0.digest = []
        }
    )
    // The source has another member: the masked one is cleared, the other not taken.
    #expect(try updated(["code"]) == expected { $0.outcome = nil })
    #expect(try updated(["answer"]) == Self.target)
  }

  @Test func pathsLeadIntoMessages() throws {
    #expect(try updated(["parent.title"]) == expected { $0.parent?.title = "new parent" })
    #expect(try updated(["parent.is_urgent"]) == expected { $0.parent?.isUrgent = false })
    #expect(try updated(["part.name"]) == expected { $0.part = .with { $0.name = "new part" } })
    #expect(try updated(["replacement.name"]) == expected { $0.outcome = Self.source.outcome })
    #expect(try updated(["parent.parent.title"]) == Self.target)
  }

  @Test func emptyMaskStandsForWhatIsSet() throws {
    #expect(
      try updated([])
        == expected {
          $0.title = "new"
          $0.tags = ["b"]
          $0.scores = ["y": 2]
          $0.part = Self.source.part
          $0.outcome = Self.source.outcome
          $0.parent = Self.source.parent
        }
    )
    #expect(try updated(["*"]) == Self.source)
  }

  @Test func selectionKeepsMaskedFieldsOnly() throws {
    let mask: FieldMask = ["title", "parent.count"]
    #expect(
      try mask.selection(of: Self.source)
        == .with {
          $0.title = "new"
          $0.parent = .with { $0.count = 2 }
        }
    )
  }

  @Test(arguments: [
    ("", ""), ("nothing", "nothing"), ("title.x", "x"), ("tags.x", "x"), ("scores.x", "x"), ("part.nope", "nope"),
    ("part.", ""), (".title", ""), ("isUrgent", "isUrgent"), ("parts.name", "name"),
  ])
  func pathsThatNameNothingAreRefused(_ path: String, _ part: String) throws {
    let mask = FieldMask(["title", path])
    let error = #expect(throws: FieldMaskError.self) { try mask.validate(for: Sample.self) }
    #expect(error?.part == part)
    #expect(error?.path == path)
    var target = Self.target
    #expect(throws: FieldMaskError.self) { try mask.update(&target, from: Self.source) }
    #expect(target == Self.target)
  }

  @Test func theWildcardStandsAlone() {
    #expect(throws: FieldMaskError.self) { try FieldMask(["*", "title"]).validate(for: Sample.self) }
    #expect(throws: Never.self) { try FieldMask(["*"]).validate(for: Sample.self) }
  }

  @Test func coveringFollowsPaths() {
    let mask: FieldMask = ["parent", "part.name"]
    #expect(mask.covers("parent.title"))
    #expect(mask.covers("part.name"))
    #expect(!mask.covers("part"))
    #expect(!mask.covers("parents"))
    #expect(FieldMask(["*"]).covers("title"))
  }
}
