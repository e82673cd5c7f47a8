internal import RPCCore
internal import RedSailAPI

/// Party members and their pipeline (党员、党员发展). A record holds an opaque reference; who it is stands in MemberIdentity, a side message. The change feed tells only that a record changed.
struct MemberHandlers: MemberService {
  let members: StandardMethods<Member>

  init(_ environment: ServiceEnvironment) {
    members = StandardMethods(environment: environment)
  }
}
