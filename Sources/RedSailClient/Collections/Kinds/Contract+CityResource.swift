extension Contract: CityResource {
  /// The standard methods of `ContractService`.
  public static let standardMethods = StandardMethods(
    collectionID: "contracts",
    get: ContractServiceMethods.getContract,
    list: ContractServiceMethods.listContracts,
    items: \.contracts,
    create: ContractServiceMethods.createContract,
    createdResource: \.contract,
    createdID: \.contractID,
    update: ContractServiceMethods.updateContract,
    updatedResource: \.contract,
    delete: ContractServiceMethods.deleteContract,
    undelete: ContractServiceMethods.undeleteContract
  )
}

extension GetContractRequest: StandardGetRequest {}
extension ListContractsRequest: StandardListRequest {}
extension ListContractsResponse: StandardListResponse {}
extension CreateContractRequest: StandardCreateRequest {}
extension UpdateContractRequest: StandardUpdateRequest {}
extension DeleteContractRequest: ActionRequest {}
extension UndeleteContractRequest: ActionRequest {}
extension FileContractRequest: ActionRequest {}
