internal import RedSailAPI
internal import RedSailModel

extension Committee.Seat {
  /// Whether whoever holds it sits in the committee now: alternates do not.
  var sits: Bool { leftDate == nil && post != .alternate }
}

extension Committee {
  /// How many sit in it; as many as it has seats where its members are not entered.
  var memberCount: Int { members.isEmpty ? Int(seats) : members.count(where: \.sits) }

  /// The day by which the rules for it are chosen: that of its election, else the first of its term.
  var ruleDay: CivilDate? { (electedDate ?? validFrom)?.civilDate }

  /// Whether two committees of this kind may not govern one compound at one time.
  var governsCompounds: Bool { kind == .owners || kind == .propertyManagement }
}

extension Violations {
  /// The members of a committee: each person sits once, and one chairs.
  mutating func members(_ members: [Committee.Seat], _ field: String) {
    var sitting: Set<String> = []
    var chairs = 0
    number(Int64(members.count), field, in: 0...200)
    for (index, seat) in members.enumerated() {
      inside("\(field)[\(index)]") { violations in
        violations.person(seat.person, "person", required: true)
        violations.value(seat.post, "post", required: true)
        let joined = violations.date(seat.joinedDate, "joined_date")
        let left = violations.date(seat.leftDate, "left_date")
        if let joined, let left, left < joined {
          violations.add(
            "left_date",
            .periodReversed,
            LocalizedText("\(left) lies before joined_date \(joined)", "离任日期早于任职日期")
          )
        }
        guard seat.leftDate == nil else { return }
        if let reference = seat.person?.reference, !reference.isEmpty, !sitting.insert(reference).inserted {
          violations.add("person", .invalidField, LocalizedText("sits in the committee twice", "委员重复"))
        }
        guard seat.post == .chair else { return }
        chairs += 1
        if chairs > 1 {
          violations.add("post", .invalidField, LocalizedText("a committee has one chair", "主任只能有一人"))
        }
      }
    }
  }
}
