// swift-format-ignore-file
// The shape of generated code, written by hand: what `protoc-gen-redsail-swift` emits for
//
//   package sample.v1;
//   // One of each kind.
//   message Sample {
//     enum State { STATE_UNSPECIFIED = 0; STATE_OPEN = 1; STATE_SHUT = 2; }
//     message Part { string name = 1; }
//     string title = 1;
//     State state = 2;
//     int64 count = 3;
//     bool is_urgent = 4;
//     optional int32 priority = 5;
//     Part part = 6;
//     repeated Part parts = 7;
//     repeated string tags = 8;
//     repeated sint32 deltas = 9;          // packed
//     map<string, int32> scores = 10;
//     map<int32, Part> parts_by_id = 11;
//     oneof outcome { string answer = 12; Part replacement = 13; uint64 code = 14; }
//     Sample parent = 15;                  // recursive
//     bytes digest = 16;
//     optional string note = 17;
//     repeated State history = 18;         // packed
//     double ratio = 19 [deprecated = true];
//   }

public import ProtobufRuntime

/// One of each kind.
public struct Sample: ProtobufRuntime.Message {
  public var title: String = ""
  public var state: State = .unspecified
  public var count: Int64 = 0
  public var isUrgent: Bool = false
  public var priority: Int32?
  public var part: Part?
  public var parts: [Part] = []
  public var tags: [String] = []
  public var deltas: [Int32] = []
  public var scores: [String: Int32] = [:]
  public var partsByID: [Int32: Part] = [:]
  public var outcome: Outcome?
  @Boxed public var parent: Sample?
  public var digest: [UInt8] = []
  public var note: String?
  public var history: [State] = []
  @available(*, deprecated)
  public var ratio: Double {
    get { _ratio }
    set { _ratio = newValue }
  }
  private var _ratio: Double = 0
  public var unknownFields = UnknownFields()

  public init() {}

  public enum Outcome: Sendable, Hashable {
    case answer(String)
    case replacement(Part)
    case code(UInt64)
  }

  public enum State: ProtobufRuntime.OpenEnum {
    case unspecified
    case open
    case shut
    case unrecognized(Int32)

    public init(rawValue: Int32) {
      self =
        switch rawValue {
        case 0: .unspecified
        case 1: .open
        case 2: .shut
        default: .unrecognized(rawValue)
        }
    }

    public var rawValue: Int32 {
      switch self {
      case .unspecified: 0
      case .open: 1
      case .shut: 2
      case .unrecognized(let number): number
      }
    }

    public static let layout: EnumLayout = EnumLayout(
      "sample.v1.Sample.State",
      [("STATE_UNSPECIFIED", 0), ("STATE_OPEN", 1), ("STATE_SHUT", 2)]
    )
  }

  public struct Part: ProtobufRuntime.Message {
    public var name: String = ""
    public var unknownFields = UnknownFields()

    public init() {}

    public static let layout: MessageLayout = MessageLayout(
      "sample.v1.Sample.Part",
      size: 40,
      fields: [
        FieldLayout("name", 1, .string, at: 24)
      ]
    )

    public init(reading fields: FieldReader) {
      name = fields.value(at: 24)
      unknownFields = fields.unknownFields()
    }

    public func write(to fields: FieldWriter) {
      fields.set(name, at: 24)
      fields.set(unknownFields: unknownFields)
    }
  }

  public static let layout: MessageLayout = MessageLayout(
    "sample.v1.Sample",
    size: 288,
    fields: [
      FieldLayout("title", 1, .string, at: 24),
      FieldLayout("state", 2, .enumeration { State.layout }, at: 40),
      FieldLayout("count", 3, .int64, at: 48),
      FieldLayout("is_urgent", 4, .bool, at: 56),
      FieldLayout("priority", 5, .int32, .optional(has: 64), at: 68),
      FieldLayout("part", 6, .message { Part.layout }, at: 72),
      FieldLayout("parts", 7, .message { Part.layout }, .repeated, at: 80),
      FieldLayout("tags", 8, .string, .repeated, at: 96),
      FieldLayout("deltas", 9, .sint32, .packed, at: 112),
      FieldLayout("scores", 10, .map(key: .string, value: .int32), at: 128),
      FieldLayout("parts_by_id", 11, .map(key: .int32, value: .message { Part.layout }), at: 144),
      FieldLayout("answer", 12, .string, .oneof("outcome", case: 160), at: 168),
      FieldLayout("replacement", 13, .message { Part.layout }, .oneof("outcome", case: 160), at: 168),
      FieldLayout("code", 14, .uint64, .oneof("outcome", case: 160), at: 168),
      FieldLayout("parent", 15, .message { Sample.layout }, at: 184),
      FieldLayout("digest", 16, .bytes, at: 192),
      FieldLayout("note", 17, .string, .optional(has: 208), at: 216),
      FieldLayout("history", 18, .enumeration { State.layout }, .packed, at: 232),
      FieldLayout("ratio", 19, .double, at: 248, isDeprecated: true),
    ]
  )

  public init(reading fields: FieldReader) {
    title = fields.value(at: 24)
    state = fields.value(at: 40)
    count = fields.value(at: 48)
    isUrgent = fields.value(at: 56)
    priority = fields.optional(at: 68, has: 64)
    part = fields.message(at: 72)
    parts = fields.repeated(at: 80)
    tags = fields.repeated(at: 96)
    deltas = fields.repeated(at: 112)
    scores = fields.map(at: 128)
    partsByID = fields.map(at: 144)
    switch fields.oneofCase(at: 160) {
    case 12: outcome = .answer(fields.value(at: 168))
    case 13: outcome = .replacement(fields.value(at: 168))
    case 14: outcome = .code(fields.value(at: 168))
    default: break
    }
    parent = fields.message(at: 184)
    digest = fields.value(at: 192)
    note = fields.optional(at: 216, has: 208)
    history = fields.repeated(at: 232)
    _ratio = fields.value(at: 248)
    unknownFields = fields.unknownFields()
  }

  public func write(to fields: FieldWriter) {
    fields.set(title, at: 24)
    fields.set(state, at: 40)
    fields.set(count, at: 48)
    fields.set(isUrgent, at: 56)
    fields.set(priority, at: 68, has: 64)
    fields.set(message: part, at: 72)
    fields.set(repeated: parts, at: 80)
    fields.set(repeated: tags, at: 96)
    fields.set(repeated: deltas, at: 112)
    fields.set(map: scores, at: 128)
    fields.set(map: partsByID, at: 144)
    switch outcome {
    case .answer(let value): fields.set(value, at: 168, case: 12, in: 160)
    case .replacement(let value): fields.set(value, at: 168, case: 13, in: 160)
    case .code(let value): fields.set(value, at: 168, case: 14, in: 160)
    case nil: break
    }
    fields.set(message: parent, at: 184)
    fields.set(digest, at: 192)
    fields.set(note, at: 216, has: 208)
    fields.set(repeated: history, at: 232)
    fields.set(_ratio, at: 248)
    fields.set(unknownFields: unknownFields)
  }
}
