internal import RedSailAPI
internal import RedSailModel
internal import RedSailStore

extension StoreSnapshot {
  /// Checks that the vote by which a way of management was decided passed, is of owners of the compounds and not later.
  func checkVote(_ request: DecideManagementModeRequest, of project: RenovationProject) throws {
    let field = "owners_vote"
    let vote = try referred(OwnersVote.self, named: request.ownersVote, field: field).resource
    guard vote.passed else {
      throw Failure.conditionUnmet(
        "owners_vote.passed",
        LocalizedText("\(field): '\(vote.name)' has not passed", "业主表决“\(vote.name)”未通过")
      )
    }
    let area = try stored(ServiceArea.self, named: vote.serviceArea).resource
    guard area.compounds.contains(where: project.compounds.contains) else {
      throw Failure.field(
        field,
        .invalidField,
        LocalizedText(
          "'\(vote.name)' is of owners of '\(area.name)', in which none of the compounds lies",
          "该表决所属物业服务区域不含改造小区"
        )
      )
    }
    guard let voted = vote.voteDate?.civilDate, let decided = request.date?.civilDate, decided < voted else { return }
    throw Failure.field(
      "date",
      .invalidField,
      LocalizedText("lies before the owners' vote: \(decided), \(voted)", "确定日期 \(decided) 早于表决日期 \(voted)")
    )
  }
}
