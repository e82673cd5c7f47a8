/// Why a demand is not accepted (不予受理).
public enum NonAcceptanceReason: Int32, Sendable, Hashable, CaseIterable {
  /// It is before a court, an arbitrator or an administrative review (诉讼、仲裁、复议).
  case litigation = 1
  /// It is handled as a petition (信访).
  case petition = 2
  /// It was concluded before (已办结).
  case concluded = 3
}
