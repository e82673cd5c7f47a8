internal import RPCCore
internal import RedSailAPI

/// Owners' committees, their candidates and elections, owners' votes, and which body governs a compound (业主委员会、选举、共同决定).
struct CommitteeHandlers: CommitteeService {
  let committees: StandardMethods<Committee>
  let elections: StandardMethods<Election>
  let candidates: StandardMethods<Candidate>
  let ownersVotes: StandardMethods<OwnersVote>
  let rectifications: StandardMethods<Rectification>

  init(_ environment: ServiceEnvironment) {
    committees = StandardMethods(environment: environment)
    elections = StandardMethods(environment: environment)
    candidates = StandardMethods(environment: environment)
    ownersVotes = StandardMethods(environment: environment)
    rectifications = StandardMethods(environment: environment)
  }
}
