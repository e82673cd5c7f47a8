internal import RPCCore
internal import RedSailAPI

/// Property service contracts (物业服务合同).
struct ContractHandlers: ContractService {
  let contracts: StandardMethods<Contract>

  init(_ environment: ServiceEnvironment) {
    contracts = StandardMethods(environment: environment)
  }
}
