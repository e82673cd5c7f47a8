internal import RPCCore
internal import RedSailAPI

/// Policy documents, duty lists and disclosures (政策文件、职责清单、公开公示).
struct PolicyHandlers: PolicyService {
  let policyDocuments: StandardMethods<PolicyDocument>
  let dutyLists: StandardMethods<DutyList>
  let disclosures: StandardMethods<Disclosure>

  init(_ environment: ServiceEnvironment) {
    policyDocuments = StandardMethods(environment: environment)
    dutyLists = StandardMethods(environment: environment)
    disclosures = StandardMethods(environment: environment)
  }
}
