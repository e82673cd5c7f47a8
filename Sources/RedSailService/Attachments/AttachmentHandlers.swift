internal import RPCCore
internal import RedSailAPI

/// Attachments' metadata (附件信息): the files themselves lie elsewhere.
struct AttachmentHandlers: AttachmentService {
  let attachments: StandardMethods<Attachment>

  init(_ environment: ServiceEnvironment) {
    attachments = StandardMethods(environment: environment)
  }
}
