internal import RPCCore
internal import RedSailAPI

extension CommitteeHandlers {
  func fileCommittee(_ request: FileCommitteeRequest, context: ServerContext) async throws -> Committee {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func changeCommitteeSeats(_ request: ChangeCommitteeSeatsRequest, context: ServerContext) async throws -> Committee {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func dissolveCommittee(_ request: DissolveCommitteeRequest, context: ServerContext) async throws -> Committee {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func recordCommitteeHandover(_ request: RecordCommitteeHandoverRequest, context: ServerContext) async throws
    -> Committee
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func openElectionBallot(_ request: OpenElectionBallotRequest, context: ServerContext) async throws -> Election {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func countElectionBallots(_ request: CountElectionBallotsRequest, context: ServerContext) async throws -> Election {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func recordElectionResult(_ request: RecordElectionResultRequest, context: ServerContext) async throws -> Election {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func fileElection(_ request: FileElectionRequest, context: ServerContext) async throws -> Election {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func cancelElection(_ request: CancelElectionRequest, context: ServerContext) async throws -> Election {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func vetCandidate(_ request: VetCandidateRequest, context: ServerContext) async throws -> Candidate {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func reviewCandidateVetting(_ request: ReviewCandidateVettingRequest, context: ServerContext) async throws
    -> Candidate
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func withdrawCandidate(_ request: WithdrawCandidateRequest, context: ServerContext) async throws -> Candidate {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func countOwnersVote(_ request: CountOwnersVoteRequest, context: ServerContext) async throws -> OwnersVote {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func completeRectification(_ request: CompleteRectificationRequest, context: ServerContext) async throws
    -> Rectification
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }

  func listGoverningBodies(_ request: ListGoverningBodiesRequest, context: ServerContext) async throws
    -> ListGoverningBodiesResponse
  {
    throw RPCError(code: .unimplemented, message: "not served yet")
  }
}
