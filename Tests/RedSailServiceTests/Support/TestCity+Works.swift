internal import ProtobufRuntime
internal import RPCCore
internal import RPCTransport
internal import RedSailAPI

/// Clients for contracts, works, safety and documents.
struct WorksClients {
  let channel: InProcessChannel

  var contracts: ContractServiceClient { ContractServiceClient(channel) }
  var improvement: ImprovementServiceClient { ImprovementServiceClient(channel) }
  var safety: SafetyServiceClient { SafetyServiceClient(channel) }
  var policies: PolicyServiceClient { PolicyServiceClient(channel) }
  var attachments: AttachmentServiceClient { AttachmentServiceClient(channel) }
  var hotline: HotlineServiceClient { HotlineServiceClient(channel) }
  var compounds: CompoundServiceClient { CompoundServiceClient(channel) }
  var projects: ProjectServiceClient { ProjectServiceClient(channel) }
  var committees: CommitteeServiceClient { CommitteeServiceClient(channel) }
  var recognition: RecognitionServiceClient { RecognitionServiceClient(channel) }
  var serviceAreas: ServiceAreaServiceClient { ServiceAreaServiceClient(channel) }
}

extension TestCity {
  static let otherCompound = "\(name)/compounds/c2"
  static let otherProject = "\(name)/projects/p2"
  static let otherFirm = "\(name)/firms/914403001922038216"

  var works: WorksClients { WorksClients(channel: channel) }
}
