extension CommitteeRules {
  /// The size rules that a number of members breaks; none where the committee is lawful in size.
  public func sizeBreaches(members: Int) -> [RuleBreach] {
    var breaches: [RuleBreach] = []
    if members < sizeMinimum.integer {
      breaches.append(
        RuleBreach(
          sizeMinimum,
          came: members,
          english: "a committee has at least \(sizeMinimum.integer) members, came \(members)",
          chinese: "业主委员会委员不少于\(sizeMinimum.integer)人，现为\(members)人"
        )
      )
    }
    if members > sizeMaximum.integer {
      breaches.append(
        RuleBreach(
          sizeMaximum,
          came: members,
          english: "a committee has at most \(sizeMaximum.integer) members, came \(members)",
          chinese: "业主委员会委员不超过\(sizeMaximum.integer)人，现为\(members)人"
        )
      )
    }
    if sizeOdd.isTrue, members.isMultiple(of: 2) {
      breaches.append(
        RuleBreach(
          sizeOdd,
          came: members,
          english: "the number of committee members is odd, came \(members)",
          chinese: "业主委员会委员人数应为单数，现为\(members)人"
        )
      )
    }
    return breaches
  }

  /// Checks a number of seats.
  ///
  /// - Throws: ``RuleBreach``, the first of ``sizeBreaches(members:)``.
  public func checkSize(seats: Int) throws(RuleBreach) {
    if let breach = sizeBreaches(members: seats).first { throw breach }
  }
}
