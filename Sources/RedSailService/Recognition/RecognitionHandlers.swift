internal import RPCCore
internal import RedSailAPI

/// Honours, designations and programmes (荣誉、命名、专项工作).
struct RecognitionHandlers: RecognitionService {
  let honours: StandardMethods<Honour>
  let programmes: StandardMethods<Programme>
  let satisfactionSurveys: StandardMethods<SatisfactionSurvey>

  init(_ environment: ServiceEnvironment) {
    honours = StandardMethods(environment: environment)
    programmes = StandardMethods(environment: environment)
    satisfactionSurveys = StandardMethods(environment: environment)
  }
}
