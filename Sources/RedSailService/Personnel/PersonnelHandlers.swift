internal import RPCCore
internal import RedSailAPI

/// Key posts of firms and cross appointments (关键岗位、双向进入交叉任职).
struct PersonnelHandlers: PersonnelService {
  let keyPosts: StandardMethods<KeyPost>
  let appointments: StandardMethods<Appointment>

  init(_ environment: ServiceEnvironment) {
    keyPosts = StandardMethods(environment: environment)
    appointments = StandardMethods(environment: environment)
  }
}
