"""Contracts, renovations, subsidies and hazards: what is done to them step by step, and in no other order."""

import datetime
import itertools

import pytest
from redsail_api import refused
from small_city import (
    BUILDINGS, CITY, COMMUNITIES, COMPOUNDS, FIRMS, PROJECTS, SERVICE_AREAS, calendar, day,
)

HERE = {"division": COMMUNITIES[1]}
OFFICER, INSPECTOR, APPLICANT = {"reference": "officer"}, {"reference": "inspector"}, {"reference": "applicant"}


def contract(api, signed, **fields):
    wanted = {**HERE, "project": PROJECTS[1], "kind": "KIND_PRELIMINARY", "fee_mode": "FEE_MODE_LUMP_SUM",
              "signing_date": calendar(signed), **fields}
    return api.CreateContract(parent=CITY, contract=wanted)


# Ten days after the signing, which does not count; a last day on a holiday moves to the next working day. 2025-10-01 to
# 2025-10-08 were holidays; 2025-10-11 (a Saturday) was worked.
@pytest.mark.parametrize("signed, deadline", [
    ("2025-03-03", "2025-03-13"), ("2025-03-05", "2025-03-17"), ("2025-09-25", "2025-10-09"),
    ("2025-10-01", "2025-10-11"), ("2024-12-22", "2025-01-02"),
])
def test_contract_is_filed_within_ten_days(api, signed, deadline):
    signed, deadline = map(datetime.date.fromisoformat, (signed, deadline))
    for late in (0, 1):
        made = contract(api, signed)
        assert made.filing_deadline == api.CalendarDate(**calendar(deadline)) and not made.HasField("filing_date")
        with refused("INVALID_ARGUMENT", "PERIOD_REVERSED", "filing_date"):
            api.FileContract(name=made.name, filing_date=calendar(signed - datetime.timedelta(1)), filing_number="1")
        filed_on = calendar(deadline + datetime.timedelta(late))
        filed = api.FileContract(name=made.name, etag=made.etag, filing_date=filed_on, filing_number="备-1")
        assert filed.filed_late == bool(late) and filed.filing_number == "备-1"
        assert filed.filing_date == api.CalendarDate(**filed_on) and api.GetContract(name=made.name) == filed
        with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "FILED"}):
            api.FileContract(name=made.name, filing_date=filed_on, filing_number="备-2")


def test_contracts_with_the_owners_do_not_overlap(api):
    def formal(first, end):
        return contract(api, datetime.date(2020, 1, 1), kind="KIND_FORMAL", valid_from=day(first), valid_to=day(end))

    made = formal("2020-01-01", "2022-01-01")
    formal("2022-01-01", "2023-01-01")
    for first, end in [("2021-12-31", "2024-01-01"), ("2019-01-01", "2020-01-02"), ("2020-06-01", "2020-07-01")]:
        with refused("FAILED_PRECONDITION", "PERIOD_OVERLAP"):
            formal(first, end)
    assert made.HasField("valid_to")


# What each state of a renovation allows, from the article's rule: no approval without a decided mode of management.
RENOVATION = {
    "PLANNED": {"Decide": "MODE_DECIDED", "Cancel": "CANCELLED"},
    "MODE_DECIDED": {"Decide": "MODE_DECIDED", "Approve": "APPROVED", "Cancel": "CANCELLED"},
    "APPROVED": {"Start": "UNDERWAY", "Cancel": "CANCELLED"},
    "UNDERWAY": {"Complete": "COMPLETED"},
    "COMPLETED": {},
    "CANCELLED": {},
}


def renovate(api, action, project, on="2025-05-01"):
    if action == "Decide":
        mode = {"mode": "MANAGEMENT_MODE_FIRM", "basis": "业主大会纪要"}
        return api.DecideManagementMode(name=project.name, date=day(on), actor=OFFICER, **mode)
    reason = {"reason": "业主未达成一致"} if action == "Cancel" else {}
    return getattr(api, f"{action}RenovationProject")(name=project.name, date=day(on), actor=OFFICER, **reason)


def renovation(api, *actions):
    wanted = {**HERE, "display_name": "改造", "compounds": [COMPOUNDS[1]], "year": 2025}
    project = api.CreateRenovationProject(parent=CITY, renovation_project=wanted)
    for action in actions:
        project = renovate(api, action, project)
    return project


WAYS = {
    "PLANNED": [], "MODE_DECIDED": ["Decide"], "APPROVED": ["Decide", "Approve"],
    "UNDERWAY": ["Decide", "Approve", "Start"], "COMPLETED": ["Decide", "Approve", "Start", "Complete"],
    "CANCELLED": ["Cancel"],
}
ACTIONS = ["Decide", "Approve", "Start", "Complete", "Cancel"]


@pytest.mark.parametrize("state, action", list(itertools.product(RENOVATION, ACTIONS)))
def test_every_action_on_every_state_of_a_renovation(api, state, action):
    project = renovation(api, *WAYS[state])
    assert project.state == api.RenovationProject.State.Value(f"STATE_{state}")
    after = RENOVATION[state].get(action)
    if after:
        changed = renovate(api, action, project)
        assert changed.state == api.RenovationProject.State.Value(f"STATE_{after}")
        assert api.GetRenovationProject(name=project.name) == changed and changed.etag != project.etag
        return
    unmet = (state, action) == ("PLANNED", "Approve")
    with refused("FAILED_PRECONDITION", "CONDITION_UNMET" if unmet else "ACTION_NOT_ALLOWED",
                 metadata={"condition": "management_mode"} if unmet else {"state": state}):
        renovate(api, action, project)
    assert api.GetRenovationProject(name=project.name) == project


def test_renovation_keeps_its_days_and_their_order(api):
    project = renovate(api, "Decide", renovation(api), "2025-02-01")
    assert project.management_mode == api.RenovationProject.MANAGEMENT_MODE_FIRM
    assert project.mode_basis == "业主大会纪要"
    with refused("FAILED_PRECONDITION", "EVENT_TIME_BEFORE_LAST"):
        renovate(api, "Approve", project, "2025-01-31")
    for action, on in [("Approve", "2025-02-01"), ("Start", "2025-03-01"), ("Complete", "2025-09-30")]:
        project = renovate(api, action, project, on)
    assert project.mode_decided_date == project.approved_date == api.CalendarDate(**day("2025-02-01"))
    assert project.started_date == api.CalendarDate(**day("2025-03-01"))
    assert project.completed_date == api.CalendarDate(**day("2025-09-30"))
    with refused("INVALID_ARGUMENT", "EVENT_TIME_IN_FUTURE", "date"):
        renovate(api, "Decide", renovation(api), "2090-01-01")


def test_renovation_rests_on_a_vote_that_passed(api):
    for for_heads, passes in [(51, True), (50, False)]:
        vote = api.CreateOwnersVote(parent=CITY, owners_vote={
            **HERE, "display_name": "管理模式", "service_area": SERVICE_AREAS[1], "matter": "MATTER_OTHER_ORDINARY",
            "vote_date": day("2025-01-10"), "result": {
                "total_area_hundredths": 150_00, "total_heads": 150, "participating_area_hundredths": 100_00,
                "participating_heads": 100, "for_area_hundredths": 90_00, "for_heads": for_heads,
                "against_area_hundredths": 10_00, "against_heads": 100 - for_heads,
            },
        })
        assert vote.passed == passes
        decide = {"name": renovation(api).name, "mode": "MANAGEMENT_MODE_SELF", "date": day("2025-02-01"),
                  "owners_vote": vote.name}
        if passes:
            assert api.DecideManagementMode(**decide).owners_vote == vote.name
        else:
            with refused("FAILED_PRECONDITION", "CONDITION_UNMET"):
                api.DecideManagementMode(**decide)


def subsidy(api, applied=1_000_00):
    wanted = {**HERE, "display_name": "接管补助", "firm": FIRMS[1], "subject": PROJECTS[1], "applicant": APPLICANT,
              "applied_date": day("2025-02-01"), "applied_hundredths": applied}
    return api.CreateSubsidy(parent=CITY, subsidy=wanted)


def test_subsidy_is_approved_by_another_and_paid_in_parts(api):
    made = subsidy(api)
    assert made.state == api.Subsidy.STATE_APPLIED
    approve = {"name": made.name, "date": day("2025-03-01"), "amount_hundredths": 800_00}
    with refused("FAILED_PRECONDITION", "SAME_PERSON"):
        api.ApproveSubsidy(actor=APPLICANT, **approve)
    with refused("FAILED_PRECONDITION", "AMOUNT_EXCEEDED", metadata={"limit": "100000", "came": "100001"}):
        api.ApproveSubsidy(actor=OFFICER, **{**approve, "amount_hundredths": 1_000_01})
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "APPLIED"}):
        api.PaySubsidy(name=made.name, date=day("2025-03-01"), amount_hundredths=1)
    approved = api.ApproveSubsidy(actor=OFFICER, **approve)
    assert (approved.state, approved.approved_hundredths) == (api.Subsidy.STATE_APPROVED, 800_00)
    assert approved.approver.reference == "officer" and approved.decided_date == api.CalendarDate(**day("2025-03-01"))
    paid = api.PaySubsidy(name=made.name, date=day("2025-04-01"), amount_hundredths=300_00)
    assert (paid.state, paid.paid_hundredths) == (api.Subsidy.STATE_APPROVED, 300_00)
    with refused("FAILED_PRECONDITION", "AMOUNT_EXCEEDED", metadata={"limit": "50000", "came": "50001"}):
        api.PaySubsidy(name=made.name, date=day("2025-05-01"), amount_hundredths=500_01)
    paid = api.PaySubsidy(name=made.name, date=day("2025-05-01"), amount_hundredths=500_00)
    assert (paid.state, paid.paid_hundredths) == (api.Subsidy.STATE_PAID, 800_00)
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "PAID"}):
        api.PaySubsidy(name=made.name, date=day("2025-05-01"), amount_hundredths=1)
    assert api.GetSubsidy(name=made.name) == paid


def test_subsidy_is_refused_with_a_reason(api):
    made = subsidy(api)
    with refused("FAILED_PRECONDITION", "SAME_PERSON"):
        api.RefuseSubsidy(name=made.name, actor=APPLICANT, reason="材料不全", date=day("2025-03-01"))
    denied = api.RefuseSubsidy(name=made.name, actor=OFFICER, reason="材料不全", date=day("2025-03-01"))
    assert (denied.state, denied.refusal_reason) == (api.Subsidy.STATE_REFUSED, "材料不全")
    for again in [lambda: api.RefuseSubsidy(name=made.name, actor=OFFICER, reason="重复", date=day("2025-03-01")),
                  lambda: api.ApproveSubsidy(name=made.name, actor=OFFICER, amount_hundredths=1, date=day("2025-03-01"))]:
        with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "REFUSED"}):
            again()


def test_hazard_is_ordered_remedied_and_verified_by_another(api):
    today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
    due = calendar(today + datetime.timedelta(10))
    wanted = {**HERE, "display_name": "飞线", "kind": "KIND_OVERHEAD_WIRES", "severity": "SEVERITY_GENERAL",
              "compound": COMPOUNDS[1], "found_date": calendar(today - datetime.timedelta(3))}
    hazard = api.CreateHazard(parent=CITY, hazard=wanted)
    name, now = hazard.name, {"date": calendar(today)}
    assert hazard.state == api.Hazard.STATE_FOUND
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "FOUND"}):
        api.RemedyHazard(name=name, actor=OFFICER, remedy="拆除", **now)
    hazard = api.OrderHazard(name=name, due_date=due)
    assert (hazard.state, hazard.due_date) == (api.Hazard.STATE_ORDERED, api.CalendarDate(**due))
    hazard = api.RemedyHazard(name=name, actor=OFFICER, remedy="拆除", **now)
    assert (hazard.state, hazard.remedied_by.reference) == (api.Hazard.STATE_REMEDIED, "officer")
    with refused("FAILED_PRECONDITION", "SAME_PERSON"):
        api.VerifyHazard(name=name, actor=OFFICER, passed=True, **now)
    with refused("INVALID_ARGUMENT", "REQUIRED_FIELD", "due_date"):
        api.VerifyHazard(name=name, actor=INSPECTOR, reason="仍有一处", **now)
    hazard = api.VerifyHazard(name=name, actor=INSPECTOR, due_date=due, reason="仍有一处", **now)
    assert hazard.state == api.Hazard.STATE_ORDERED and not hazard.HasField("remedied_by")
    hazard = api.RemedyHazard(name=name, actor=OFFICER, remedy="全部拆除", **now)
    hazard = api.VerifyHazard(name=name, actor=INSPECTOR, passed=True, **now)
    assert (hazard.state, hazard.verified_by.reference) == (api.Hazard.STATE_VERIFIED, "inspector")
    assert hazard.remedy == "全部拆除" and api.GetHazard(name=name) == hazard
    with refused("FAILED_PRECONDITION", "ACTION_NOT_ALLOWED", metadata={"state": "VERIFIED"}):
        api.OrderHazard(name=name, due_date=due)


def test_history_of_a_compound(api):
    made = api.CreateCompound(parent=CITY, compound={
        **HERE, "display_name": "港烟小区", "build_year": 1993, "old_compound": True}).name
    api.CreateProject(parent=CITY, project={
        **HERE, "display_name": "港烟项目", "firm": FIRMS[1], "compounds": [made], "valid_from": day("2014-06-01")})
    api.CreateTakeover(parent=CITY, takeover={
        **HERE, "compound": made, "firm": FIRMS[1], "takeover_date": day("2014-05-20"), "defects": ["无门岗", "道路破损"]})
    api.CreateHonour(parent=CITY, honour={
        **HERE, "display_name": "示范小区", "kind": "KIND_MODEL_COMPOUND", "subject": made, "level": "LEVEL_CITY",
        "year": 2024, "valid_from": day("2024-12-01")})
    for on, satisfied in [("2015-06-01", 40), ("2025-06-01", 95)]:
        api.CreateSatisfactionSurvey(parent=CITY, satisfaction_survey={
            **HERE, "subject": made, "survey_date": day(on), "respondent_count": 100, "satisfied_count": satisfied})
    renovated = api.CreateRenovationProject(parent=CITY, renovation_project={
        **HERE, "display_name": "改造", "compounds": [made], "year": 2020})
    renovate(api, "Decide", renovated, "2020-03-01")

    answer = api.GetCompoundHistory(name=made)
    assert answer.compound == api.GetCompound(name=made)
    Kind = api.GetCompoundHistoryResponse.Entry.Kind
    told = [(Kind.Name(entry.kind).removeprefix("KIND_"), entry.date.year) for entry in answer.entries]
    assert told == [("BUILT", 1993), ("TAKEOVER", 2014), ("PROJECT", 2014), ("SATISFACTION", 2015), ("RENOVATION", 2020),
                    ("HONOUR", 2024), ("SATISFACTION", 2025)]
    surveys = [entry.satisfied_percent for entry in answer.entries if entry.kind == Kind.Value("KIND_SATISFACTION")]
    assert surveys == [40, 95]
    [taken] = [entry for entry in answer.entries if entry.kind == Kind.Value("KIND_TAKEOVER")]
    assert list(taken.defects) == ["无门岗", "道路破损"] and taken.date == api.CalendarDate(**day("2014-05-20"))
    with refused("NOT_FOUND", "NOT_FOUND"):
        api.GetCompoundHistory(name=f"{CITY}/compounds/none")
    with refused("INVALID_ARGUMENT", "INVALID_NAME", "name"):
        api.GetCompoundHistory(name=BUILDINGS[0])
