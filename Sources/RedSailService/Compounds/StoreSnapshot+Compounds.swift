internal import RedSailAPI
internal import RedSailStore

extension StoreSnapshot {
  /// Checks that a project, if there is one, manages a compound.
  func checkProject(_ name: String, manages compound: String, field: String) throws {
    guard !name.isEmpty else { return }
    let project = try referred(Project.self, named: name, field: field).resource
    guard !project.compounds.contains(compound) else { return }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText("'\(name)' does not manage '\(compound)'", "项目“\(name)”不服务该小区")
    )
  }

  /// Checks that a project, if there is one, is a firm's.
  func checkProject(_ name: String, isOf firm: String, field: String) throws {
    guard !name.isEmpty else { return }
    let owner = try referred(Project.self, named: name, field: field).resource.firm
    guard owner != firm else { return }
    throw Failure.field(
      field,
      .invalidField,
      LocalizedText("'\(name)' is a project of '\(owner)', not of '\(firm)'", "项目“\(name)”不属于该企业")
    )
  }
}
