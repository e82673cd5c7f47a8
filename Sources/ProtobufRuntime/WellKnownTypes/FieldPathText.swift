/// Field mask paths between the spelling of a `.proto` file, `create_time`, and that of JSON, `createTime`.
enum FieldPathText {
  /// The JSON spelling; nil where it would not lead back.
  static func json(_ path: String) -> String? {
    let result = FieldLayout.jsonName(for: path)
    return proto(result) == path ? result : nil
  }

  /// The `.proto` spelling; nil where the JSON spelling has an underscore.
  static func proto(_ path: String) -> String? {
    var result = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "_": return nil
      case "A"..."Z":
        result += "_"
        result += String(scalar).lowercased()
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
