internal import ProtobufRuntime
internal import RPCCore
internal import RedSailAPI
internal import Testing

/// The standard methods over firms; other kinds share the code.
@Suite struct StandardMethodTests {
  @Test func createStampsOutputFieldsAndDerivesTheCreditCode() async throws {
    try await TestService.withCity { service in
      let code = "914403001922038216"
      let firm = try await service.firms.createFirm(
        .with {
          $0.parent = TestService.city
          $0.firmID = code
          $0.firm = .with {
            $0.name = "cities/1/firms/ignored"
            $0.etag = "ignored"
            $0.creditCode = "ignored"
            $0.division = TestService.county
            $0.displayName = "济宁物业"
          }
        }
      )
      let now = Timestamp.with { $0.seconds = 1_748_736_000 }
      #expect(firm.name == "cities/370800/firms/\(code)")
      #expect(firm.creditCode == code)
      #expect(firm.createTime == now && firm.updateTime == now && firm.eventTime == now)
      #expect(firm.deleteTime == nil && !firm.backfilled)
      #expect(!firm.etag.isEmpty && firm.etag != "ignored")
      let read = try await service.firms.getFirm(.with { $0.name = firm.name })
      #expect(read == firm)
    }
  }

  @Test func updateChangesWhatTheMaskNames() async throws {
    try await TestService.withCity { service in
      let before = try await service.firms.getFirm(.with { $0.name = TestService.firm })
      service.clock.advance(seconds: 60)
      let after = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.displayName = "不改"
            $0.shortName = "红帆"
          }
          $0.updateMask = .with { $0.paths = ["short_name"] }
        }
      )
      #expect(after.shortName == "红帆" && after.displayName == before.displayName)
      #expect(after.createTime == before.createTime)
      #expect(after.updateTime?.seconds == 1_748_736_060)
      #expect(after.etag != before.etag)
    }
  }

  @Test func withoutAMaskAllSetFieldsChangeAndWithAStarAllOfThem() async throws {
    try await TestService.withCity { service in
      let set = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.shortName = "红帆"
          }
        }
      )
      #expect(set.shortName == "红帆" && set.displayName == "红帆物业")
      let replaced = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.division = TestService.county
            $0.displayName = "新名"
          }
          $0.updateMask = .with { $0.paths = ["*"] }
        }
      )
      #expect(replaced.shortName.isEmpty && replaced.displayName == "新名")
    }
  }

  @Test(arguments: [
    ("credit_code", "credit_code"), ("name", "name"), ("update_time", "update_time"), ("nonsense", "nonsense"),
    ("valid_from.year", "valid_from"), ("*,short_name", "*"),
  ])
  func aMaskThatCannotBeAppliedIsRefused(paths: String, mentioned: String) async throws {
    try await TestService.withCity { service in
      let refused = try await failure {
        try await service.firms.updateFirm(
          .with {
            $0.firm = .with { $0.name = TestService.firm }
            $0.updateMask = .with { $0.paths = paths.split(separator: ",").map(String.init) }
          }
        )
      }
      #expect(refused.code == .invalidArgument && refused.reason == "INVALID_UPDATE_MASK")
      #expect(refused.fields.first == "update_mask.paths[0]: INVALID_UPDATE_MASK")
      #expect(refused.message.contains("'\(mentioned)'"))
    }
  }

  @Test func anImmutableFieldStays() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      let refused = try await failure {
        try await service.projects.updateProject(
          .with {
            $0.project = .with {
              $0.name = TestService.project
              $0.firm = TestService.otherFirm
            }
            $0.updateMask = .with { $0.paths = ["firm"] }
          }
        )
      }
      #expect(refused.code == .invalidArgument)
      #expect(refused.fields == ["project.firm: INVALID_UPDATE_MASK"])
      let same = try await service.projects.updateProject(
        .with {
          $0.project = .with {
            $0.name = TestService.project
            $0.firm = TestService.firm
            $0.displayName = "新名"
          }
        }
      )
      #expect(same.displayName == "新名")
    }
  }

  @Test func anOldEtagAborts() async throws {
    try await TestService.withCity { service in
      let first = try await service.firms.getFirm(.with { $0.name = TestService.firm })
      let second = try await service.firms.updateFirm(
        .with {
          $0.firm = .with {
            $0.name = TestService.firm
            $0.etag = first.etag
            $0.shortName = "甲"
          }
        }
      )
      let refused = try await failure {
        try await service.firms.updateFirm(
          .with {
            $0.firm = .with {
              $0.name = TestService.firm
              $0.etag = first.etag
              $0.shortName = "乙"
            }
          }
        )
      }
      #expect(refused.code == .aborted && refused.reason == "ETAG_MISMATCH")
      #expect(refused.metadata == ["etag": second.etag])
      let deletion = try await failure {
        try await service.firms.deleteFirm(
          .with {
            $0.name = TestService.firm
            $0.etag = first.etag
          }
        )
      }
      #expect(deletion.code == .aborted)
    }
  }

  @Test func deletedRecordsStayReadableAndComeBack() async throws {
    try await TestService.withCity { service in
      let deleted = try await service.firms.deleteFirm(.with { $0.name = TestService.firm })
      #expect(deleted.deleteTime != nil)
      #expect(try await service.firms.getFirm(.with { $0.name = TestService.firm }) == deleted)
      let live = try await service.firms.listFirms(.with { $0.parent = TestService.city })
      #expect(live.firms.map(\.name) == [TestService.otherFirm])
      let all = try await service.firms.listFirms(
        .with {
          $0.parent = TestService.city
          $0.showDeleted = true
        }
      )
      #expect(all.firms.count == 2)
      let update = try await failure {
        try await service.firms.updateFirm(.with { $0.firm = .with { $0.name = TestService.firm } })
      }
      #expect(update.code == .failedPrecondition && update.reason == "DELETED")
      let again = try await failure { try await service.firms.deleteFirm(.with { $0.name = TestService.firm }) }
      #expect(again.reason == "DELETED")
      let taken = try await failure { try await service.makeFirm("91370811MA3YYYY16X", "同名") }
      #expect(taken.code == .alreadyExists && taken.reason == "NAME_TAKEN")
      let restored = try await service.firms.undeleteFirm(.with { $0.name = TestService.firm })
      #expect(restored.deleteTime == nil && restored.displayName == "红帆物业")
      let live2 = try await failure { try await service.firms.undeleteFirm(.with { $0.name = TestService.firm }) }
      #expect(live2.code == .failedPrecondition && live2.reason == "NOT_DELETED")
    }
  }

  @Test func whatIsReferredToIsNotDeleted() async throws {
    try await TestService.withCity { service in
      try await service.makeProject()
      for refused in [
        try await failure { try await service.firms.deleteFirm(.with { $0.name = TestService.firm }) },
        try await failure { try await service.compounds.deleteCompound(.with { $0.name = TestService.compound }) },
      ] {
        #expect(refused.code == .failedPrecondition && refused.reason == "STILL_REFERENCED")
        #expect(refused.metadata == ["name": TestService.project])
      }
      _ = try await service.projects.deleteProject(.with { $0.name = TestService.project })
      _ = try await service.firms.deleteFirm(.with { $0.name = TestService.firm })
      let refused = try await failure {
        try await service.projects.undeleteProject(.with { $0.name = TestService.project })
      }
      #expect(refused.reason == "REFERENCE_NOT_FOUND")
      #expect(refused.metadata == ["field": "project.firm", "name": TestService.firm])
    }
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    try await TestService.withCity { service in
      let name = "cities/370800/firms/9144030071526726XG"
      for refused in [
        try await failure { try await service.firms.getFirm(.with { $0.name = name }) },
        try await failure { try await service.firms.deleteFirm(.with { $0.name = name }) },
        try await failure { try await service.firms.undeleteFirm(.with { $0.name = name }) },
        try await failure { try await service.firms.updateFirm(.with { $0.firm = .with { $0.name = name } }) },
        try await failure { try await service.firms.listFirms(.with { $0.parent = "cities/371100" }) },
      ] {
        #expect(refused.code == .notFound && refused.reason == "NOT_FOUND")
        #expect(refused.chinese.contains("不存在"))
      }
    }
  }
}
