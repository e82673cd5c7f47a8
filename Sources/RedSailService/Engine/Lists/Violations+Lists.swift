internal import RedSailAPI
internal import RedSailStore

/// Checks of list requests; each notes what it finds.
extension Violations {
  /// A page size: 0 means the default, more than the largest means the largest (AIP-158).
  mutating func pageSize(_ size: Int32, _ field: String = "page_size", default standard: Int = 50) -> Int {
    if size < 0 {
      add(field, .invalidField, LocalizedText("expected 0 or more, came \(size)", "不得为负数，实为 \(size)"))
    }
    return size <= 0 ? standard : min(Int(size), ListQuery.maximumPageSize)
  }

  /// An AIP-160 filter over a kind's index columns.
  mutating func filter<Resource: StoredResource>(_ text: String, of _: Resource.Type) -> Predicate {
    do throws(FilterError) {
      return try FilterParser.parse(text, for: Resource.recordKind) { field, name in
        Resource.indexEnumerations[field]?.number(ofFilterValue: name)
      }
    } catch {
      if let field = Self.unindexedField(in: text, at: error.position, of: Resource.recordKind) {
        add(
          "filter",
          .fieldNotIndexed,
          LocalizedText(error.description, "字段“\(field)”不可用于筛选"),
          metadata: ["field": field, "allowed": Self.fields(of: Resource.recordKind)]
        )
      } else {
        add(
          "filter",
          .invalidFilter,
          LocalizedText(error.description, "筛选条件第 \(error.position + 1) 个字符处有误"),
          metadata: ["position": String(error.position)]
        )
      }
      return .all
    }
  }

  /// An AIP-132 order; by name where none is given.
  mutating func order<Resource: StoredResource>(_ text: String, of _: Resource.Type) -> [Ordering] {
    do throws(FilterError) {
      let order = try OrderParser.parse(text, for: Resource.recordKind)
      return order.isEmpty ? [Ordering("name")] : order
    } catch {
      let fields = text.split(separator: ",").compactMap { $0.split(whereSeparator: \.isWhitespace).first }
      let unknown = fields.first { $0 != "name" && Resource.recordKind.column(forField: String($0)) == nil }
        .map(String.init)
      if let unknown {
        add(
          "order_by",
          .fieldNotIndexed,
          LocalizedText(error.description, "字段“\(unknown)”不可用于排序"),
          metadata: ["field": unknown, "allowed": "name, " + Self.fields(of: Resource.recordKind)]
        )
      } else {
        add("order_by", .invalidOrderBy, LocalizedText(error.description, "排序条件无效"))
      }
      return []
    }
  }

  private static func fields(of kind: RecordKind) -> String {
    kind.columns.filter { $0.use != .measure }.map(\.field).joined(separator: ", ")
  }

  /// The field that stands at a position of a filter before a comparator, if no index has it.
  private static func unindexedField(in text: String, at position: Int, of kind: RecordKind) -> String? {
    let rest = text.dropFirst(position)
    let field = rest.prefix { $0 == "_" || $0 == "." || $0.isLetter || $0.isNumber }
    guard let next = rest.dropFirst(field.count).first(where: { !$0.isWhitespace }), "=!<>:".contains(next) else {
      return nil
    }
    let column = kind.column(forField: String(field))
    return !field.isEmpty && (column == nil || column?.use == .measure) ? String(field) : nil
  }
}
