"""Rows 10 to 15: reception days, demands and promises, the hotline's tickets and calls."""

from counted_city import person

ROWS = {}


def row(number):
    def register(case):
        ROWS[number] = case
        return case

    return register


@row(10)
def events(city):
    projects = [city.project(number, city.compound(number)) for number in (1, 2)]
    yield {
        "owners_talks": None, "listening_days": None, "family_talks": None, "projects_with_reception_day_percent": 0,
        "reception_days!": ["p1", "p2"],
    }
    city.event("day-1", "MANAGER_RECEPTION_DAY", "2025-03-01", project=projects[0])
    planned = city.make(
        "ReceptionDay", "talk", at="2025-03-01", division=city.community_2, kind="KIND_OWNERS_TALK",
        planned_start_time="2025-03-10T09:00")
    # What is planned has not been held.
    yield {
        "owners_talks": 0, "listening_days": 0, "family_talks": 0, "projects_with_reception_day_percent": 50,
        "reception_days!": ["p2"],
    }
    participants = [
        {"role": "PARTICIPANT_ROLE_LAWYER", "attended": True}, {"role": "PARTICIPANT_ROLE_LAWYER"},
        {"role": "PARTICIPANT_ROLE_STREET_OFFICIAL", "attended": True},
    ]
    city.act("HoldReceptionDay", planned, at="2025-03-10T12:00", start_time="2025-03-10T09:00",
             end_time="2025-03-10T11:00", attendance=30, participants=participants)
    city.event("listening", "LISTENING_DAY", "2025-04-05")
    family = city.event("family", "FAMILY_TALK", "2025-04-06", attendance=8)
    # Before 1 January of the year before it counts no more.
    city.event("old", "FAMILY_TALK", "2024-12-31")
    yield {
        "owners_talks": 1, "listening_days": 1, "family_talks": 1, "projects_with_reception_day_percent": 50,
        "events/attendance": 38, "events/attendance@street-2": 30, "events/lawyers": 1, "events/street_officials": 1,
        "events/manager_reception_days": 1, "events/owners_talks@street-1": 0, "events/owners_talks@county-1": 1,
    }
    yield {"as_of": "2025-03-09", "owners_talks": 0, "listening_days": 0, "family_talks": 1}
    city.act("CancelReceptionDay", family, reason="误登记")
    city.event("day-2", "MANAGER_RECEPTION_DAY", "2025-05-01", project=projects[1], division=city.community_2)
    yield {
        "owners_talks": 1, "listening_days": 1, "family_talks": 0, "projects_with_reception_day_percent": 100,
        "reception_days!": [], "reception_days/projects_with_reception_day@street-2": (1, 1),
        "reception_days/projects_with_reception_day@county-1": (2, 2), "events/attendance": 30,
    }


def demand(city, id, event, at, promised, **values):
    """A demand that was raised at an event, where an answer was promised by a day."""
    return city.ticket(id, at, "RECEPTION_DAY", reception_day=event, promised_date=promised, **values)


def resolved_on_site(city, id, event, on):
    """A demand that was resolved half an hour after it was raised, while the event went on."""
    ticket = {"title": "门禁坏了", "division": city.community_1, "source": "SOURCE_RECEPTION_DAY", "reception_day": event}
    resolve = {"action": "ACTION_RESOLVE", "event_time": f"{on}T10:30", "resolution": "RESOLUTION_SOLVED",
               "public_answer": "已修复。"}
    return city.call("CreateTicket", parent=city.name, ticket_id=id, event_time=f"{on}T10:00", ticket=ticket,
                     history=[resolve]).name


def answer(city, ticket, at, resolution="SOLVED"):
    city.act("ResolveTicket", ticket, at=at, resolution=f"RESOLUTION_{resolution}", public_answer="已更换灯具。")


@row(11)
def promises(city):
    event = city.event("day", "OWNERS_TALK", "2025-03-03")
    kept, late, open_, merged = (
        demand(city, id, event, "2025-03-03", "2025-03-14") for id in ("kept", "late", "open", "merged"))
    # 现场解决: no promise is needed.
    resolved_on_site(city, "on-site", event, "2025-03-03")
    yield {
        "as_of": "2025-03-14", "promises_kept": 0, "promises_overdue": 0, "promises/promises_kept": (0, 0),
        "promises/promises_kept-": {"in_time": 4},
    }
    yield {
        "as_of": "2025-03-15", "promises_kept": 0, "promises_overdue": 4,
        "promises!": ["kept", "late", "merged", "open"],
    }
    # 限期答复: an answer keeps the promise, though it resolves nothing. The last day belongs to the period.
    answer(city, kept, "2025-03-14T23:59", "ANSWERED")
    answer(city, late, "2025-03-15T00:00")
    city.act("MergeTicket", merged, at="2025-03-10", merged_into=open_)
    yield {
        "as_of": "2025-03-15", "promises_kept": 1, "promises_overdue": 1, "promises/promises_kept": (1, 3),
        "promises/promises_kept-": {"merged": 1}, "promises!": ["open"],
    }
    yield {"as_of": "2025-03-14", "promises_kept": 1, "promises_overdue": 0, "promises/promises_kept": (1, 1)}
    answer(city, open_, "2025-12-01")
    yield {
        "promises_kept": 1, "promises_overdue": 0, "promises!": [], "promises/promises_kept@street-1": (1, 3),
        "promises/promises_kept@street-2": (0, 0), "promises/promises_kept@county-1": (1, 3),
    }


@row(12)
def demands(city):
    project = city.project(1, city.compound(1))
    event = city.event("day-1", "MANAGER_RECEPTION_DAY", "2025-01-01", project=project)
    city.event("day-0", "MANAGER_RECEPTION_DAY", "2024-12-31", project=project)
    yield {"reception_days": 1, "demands": None, "demands_resolved": None, "demands_resolved_percent": None}
    answered, solved = (demand(city, id, event, "2025-01-01", "2025-03-03") for id in ("answered", "solved"))
    resolved_on_site(city, "on-site", event, "2025-01-01")
    talk = city.event("talk", "OWNERS_TALK", "2025-02-01", division=city.community_2)
    demand(city, "talk", talk, "2025-02-01", "2025-03-03", division=city.community_2)
    # A call to the hotline is no demand of an event.
    city.make("Ticket", "hotline", at="2025-03-01", division=city.community_1, title="噪声", source="SOURCE_HOTLINE",
              source_system="12345", record_number="1")
    yield {"reception_days": 1, "demands": 4, "demands_resolved": 1, "demands_resolved_percent": 25}
    answer(city, solved, "2025-01-10")
    answer(city, answered, "2025-01-05", "ANSWERED")
    yield {
        "reception_days": 1, "demands": 4, "demands_resolved": 2, "demands_resolved_percent": 50,
        "demands/demands_resolved_on_site": (1, 4), "demands/demands_resolved@street-1": (2, 3),
        "demands/demands_resolved@street-2": (0, 1), "demands/demands_resolved@county-1": (2, 4),
    }
    # 去年以来: from 1 January of the year before, which for a day of 2025 is that of 2024.
    yield {"as_of": "2025-01-09", "reception_days": 2, "demands": 3, "demands_resolved": 1}
    city.event("day-2", "MANAGER_RECEPTION_DAY", "2026-01-31", project=project)
    city.act("CancelReceptionDay", talk, reason="误登记")
    yield {"reception_days": 2, "demands": 3, "demands_resolved": 2, "demands_resolved_percent": 66.7}


@row(13)
def officers(city):
    """受理、转办、签收、办理、反馈、回访: nobody is responsible by name before the ticket is signed for."""
    tickets = [
        city.ticket(f"t{number}", "2025-06-02", "HOTLINE", source_system="12345", record_number=f"{number}")
        for number in (1, 2, 3, 4)
    ]
    yield {"tickets_with_officer_percent": 0, "ticket_rates/response": (0, 4)}
    city.handle(tickets[0], "2025-06-02", until="Dispatch")
    yield {"tickets_with_officer_percent": 0, "ticket_rates/response": (0, 4)}
    city.handle(tickets[1], "2025-06-02", until="Sign")
    city.handle(tickets[2], "2025-06-03", satisfaction="DISSATISFIED")
    city.act("RefuseTicket", tickets[3], at="2025-06-02T11:00", non_acceptance_reason="NON_ACCEPTANCE_REASON_LITIGATION",
             public_answer="已进入诉讼程序。")
    yield {
        "tickets_with_officer_percent": 50, "ticket_rates/with_officer": (2, 4), "ticket_rates/response": (2, 3),
        "ticket_rates/response-": {"not_accepted": 1}, "ticket_rates/satisfaction": (0, 1),
        "ticket_rates/resolution": (1, 3), "ticket_rates/resolution@street-1": (1, 3),
        "ticket_rates/resolution@street-2": (0, 0), "ticket_rates/resolution@county-1": (1, 3),
        "tickets_overdue/tickets_overdue": 2, "tickets_overdue!": ["t1", "t2"],
        "tickets_overdue/tickets_overdue@county-1": 2,
    }
    # Five working days after Monday, 2 June 2025, end on Monday, the 9th.
    yield {
        "as_of": "2025-06-09", "ticket_rates/resolution": (1, 1), "tickets_overdue/tickets_overdue": 0,
        "ticket_rates/resolution-": {"in_time": 2, "not_accepted": 1},
    }
    yield {
        "as_of": "2025-06-10", "ticket_rates/resolution": (1, 3), "tickets_overdue/tickets_overdue": 2,
        "tickets_overdue/handled_in_time": (1, 3), "tickets_overdue/handled_in_time-": {"not_accepted": 1},
    }
    city.act("SignTicket", tickets[0], at="2025-06-12", officer=person("officer"))
    yield {"tickets_with_officer_percent": 75, "ticket_rates/response": (3, 3)}


@row(14)
def levels(city):
    units = {
        "GRID": city.grid(1), "COMMUNITY": city.community_1, "STREET": city.street_1, "COUNTY": city.county_1,
    }

    def close(id, level, grade, month):
        """A ticket of the grid that goes up, one level at a time, until it is closed."""
        ticket = city.ticket(id, f"2025-{month:02d}-03", grade=f"GRADE_{grade}")
        holder = {"unit": units["GRID"], "level": "LEVEL_GRID"}
        city.handle(ticket, f"2025-{month:02d}-03", until="Sign", holder=holder)
        for hour, above in enumerate(list(units)[1 : list(units).index(level) + 1], 14):
            unit = list(units.values())[hour - 14]
            city.act("EscalateTicket", ticket, at=f"2025-{month:02d}-03T{hour}:00", reason="超出权限", acting_unit=unit,
                     holder={"unit": units[above], "level": f"LEVEL_{above}"})
            city.act("SignTicket", ticket, at=f"2025-{month:02d}-03T{hour}:30", officer=person("officer"))
        for hour, (action, values) in enumerate([
            ("Start", {}), ("Resolve", {"resolution": "RESOLUTION_SOLVED", "public_answer": "已办理。"}),
            ("CallBack", {"feedback": {"satisfaction": "SATISFACTION_SATISFIED"}}), ("Close", {}),
        ], 18):
            city.act(f"{action}Ticket", ticket, at=f"2025-{month:02d}-03T{hour}:00", **values)

    city.ticket("open", "2025-01-03")
    yield {"closed_at_grid": 0, "closed_at_community": 0, "closed_at_street": 0, "closed_at_county": 0}
    close("trivial", "GRID", "TRIVIAL", 2)
    close("small", "COMMUNITY", "SMALL", 3)
    close("major", "STREET", "MAJOR", 4)
    close("hard", "COUNTY", "HARD", 6)
    # 小事 that only the street could settle.
    close("sent-up", "STREET", "SMALL", 7)
    yield {
        "closed_at_grid": 1, "closed_at_community": 1, "closed_at_street": 2, "closed_at_county": 1,
        "closed_levels/closed_at_street": (2, 5), "closed_levels/closed_at_own_level": (4, 5),
        "closed_levels/closed_at_own_level@street-1": (4, 5), "closed_levels/closed_at_own_level@street-2": (0, 0),
        "closed_levels/closed_at_own_level@county-1": (4, 5),
    }
    yield {
        "as_of": "2025-06-02", "closed_at_grid": 1, "closed_at_community": 1, "closed_at_street": 1,
        "closed_at_county": 0,
    }


@row(15)
def hotline(city):
    def calls(id, year, month, division, property_, all_):
        return city.make("HotlineTotal", id, division=division, year=year, month=month, call_count=all_,
                         property_call_count=property_)

    calls("last-year", 2025, 1, city.city, 300, 10_000)
    calls("rest-of-last-year", 2025, 2, city.city, 900, 10_000)
    yield {"hotline_share_year_before_percent": 3, "hotline_share/year_to_date": (0, 0)}
    total = calls("january", 2026, 1, city.city, 158, 10_000)
    # A county's total is a part of its city's, and its own in its own row.
    calls("county", 2026, 1, city.county_1, 50, 2_000)
    yield {
        "hotline_share_percent": 1.58, "hotline_share_year_before_percent": 3,
        "hotline_share/year_to_date": (158, 10_000), "hotline_share/year_to_date@county-1": (50, 2_000),
    }
    city.change("HotlineTotal", total, property_call_count=200)
    yield {"hotline_share_percent": 2, "hotline_share/year_before": (300, 10_000)}
    # As of February 2025 it was that of two months.
    yield {
        "as_of": "2025-02-28", "hotline_share_percent": 6, "hotline_share/year_to_date": (1_200, 20_000),
        "hotline_share/year_before": (0, 0),
    }
    yield {"as_of": "2026-02-28", "hotline_share_percent": 2, "hotline_share_year_before_percent": 6}
