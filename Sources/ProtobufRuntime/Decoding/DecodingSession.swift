internal import CProtobufC

/// One message being decoded: its C struct lies in the thread's arena until the session is closed, which it must be.
///
/// libprotobuf-c reads strictly and fast; only where it refuses the bytes, or read something that proto3 wants read
/// otherwise, ``WireRepair`` rewrites them and protobuf-c reads once more.
///
/// Nothing here is generic: generic code at run time would cost more than decoding a small message.
@usableFromInline
struct DecodingSession {
  /// Reads the outermost message.
  @usableFromInline let fields: FieldReader

  private let layout: MessageLayout
  private let arena: UnsafeMutablePointer<Arena>
  private let outer: Arena.Mark

  /// Unpacks the bytes; libprotobuf-c copies what it keeps of them.
  @usableFromInline
  init(_ bytes: RawSpan, layout: MessageLayout, options: DecodingOptions) throws(DecodingError) {
    layout.link()
    let unpacked: Unpacked = bytes.withUnsafeBytes { buffer in
      let first = DecodingSession.unpack(buffer, layout, options, isRepaired: false)
      guard case .needsRepair = first else { return first }
      return DecodingSession.repair(buffer, layout, options)
    }
    switch unpacked {
    case .read(let fields, let arena, let outer):
      self.fields = fields
      self.layout = layout
      self.arena = arena
      self.outer = outer
    case .failed(let error): throw error
    case .needsRepair:
      throw DecodingSession.error(
        .malformed("expected a message, got bytes that libprotobuf-c refuses", offset: 0),
        layout
      )
    }
  }

  /// Gives the memory back and throws what the readers found wrong.
  @usableFromInline
  func close(_ bytes: RawSpan) throws(DecodingError) {
    let context = fields.context.move()
    arena.pointee.close(outer)
    if context.isTroubled { throw trouble(context, bytes) }
  }

  private func trouble(_ context: DecodingContext, _ bytes: RawSpan) -> DecodingError {
    if let error = context.error(in: layout) { return error }
    // A field number that no schema can have, which protobuf-c lets pass: the slow path says where.
    let error: DecodingError? = bytes.withUnsafeBytes { buffer in
      do throws(DecodingError) {
        _ = try WireRepair.repair(buffer, layout: layout, maximumNesting: context.maximumNesting)
        return nil
      } catch {
        return error
      }
    }
    return error ?? DecodingSession.error(.malformed("expected legal field numbers, got others", offset: 0), layout)
  }

  /// What came of one attempt.
  private enum Unpacked {
    case read(FieldReader, UnsafeMutablePointer<Arena>, Arena.Mark)
    case failed(DecodingError)
    case needsRepair
  }

  private static func unpack(
    _ bytes: UnsafeRawBufferPointer,
    _ layout: MessageLayout,
    _ options: DecodingOptions,
    isRepaired: Bool
  ) -> Unpacked {
    let arena = Arena.current
    // Once protobuf-c starts to merge, the slow path will be taken anyway: stop before it takes quadratic time.
    let outer = arena.pointee.open(
      limit: options.maximumMemory,
      stack: options.stackAllowance,
      stopsAtReplacement: !isRepaired
    )
    let descriptor = layout.descriptor.assumingMemoryBound(to: ProtobufCMessageDescriptor.self)
    let allocator = UnsafeMutableRawPointer(arena).assumingMemoryBound(to: ProtobufCAllocator.self)
    let start = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let message = protobuf_c_message_unpack(descriptor, allocator, bytes.count, start)
    let failure = arena.pointee.failure
    let mustRepair = !isRepaired && arena.pointee.sawReplacement
    if let message, !mustRepair,
      let context = arena.pointee.allocate(MemoryLayout<DecodingContext>.stride)?
        .bindMemory(to: DecodingContext.self, capacity: 1)
    {
      context.initialize(to: DecodingContext(maximumNesting: options.maximumNesting, isRepaired: isRepaired))
      return .read(FieldReader(base: UnsafeRawPointer(message), context: context), arena, outer)
    }
    arena.pointee.close(outer)
    if mustRepair { return .needsRepair }
    return switch failure {
    case .nesting: .failed(error(.nestingTooDeep(limit: options.maximumNesting), layout))
    case .none where message == nil: .needsRepair
    default: .failed(error(.memoryLimitExceeded(limit: options.maximumMemory), layout))
    }
  }

  private static func repair(
    _ bytes: UnsafeRawBufferPointer,
    _ layout: MessageLayout,
    _ options: DecodingOptions
  ) -> Unpacked {
    do throws(DecodingError) {
      let repaired = try WireRepair.repair(bytes, layout: layout, maximumNesting: options.maximumNesting)
      return repaired.withUnsafeBytes { unpack($0, layout, options, isRepaired: true) }
    } catch {
      return .failed(error)
    }
  }

  private static func error(_ reason: DecodingError.Reason, _ layout: MessageLayout) -> DecodingError {
    DecodingError(reason: reason, message: layout.fullName, path: "")
  }
}
