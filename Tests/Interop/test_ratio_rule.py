"""A new least share of party members is judged against the committees that serve already."""

import datetime

from owners import Place
from small_city import CITY, build, day, furnish


def test_committees_are_judged_by_the_rule_that_is_loaded(connect, start_server, tmp_path):
    api = connect(start_server(tmp_path / "data"))
    build(api)
    furnish(api)
    today = datetime.date.today()
    years = {"first": today - datetime.timedelta(days=400), "end": today + datetime.timedelta(days=400)}
    three, four = [Place(api).committee(api, **years, party=party).name for party in (3, 4)]
    ended = Place(api).committee(api, today - datetime.timedelta(days=900), today - datetime.timedelta(days=10)).name

    def breached():
        return {name for name in (three, four, ended) if api.GetCommittee(name=name).ratio_breached}

    def open_tasks():
        return {task.subject for task in api.ListRectifications(parent=CITY, filter="state = STATE_OPEN").rectifications}

    def at_ratio():
        [row] = api.GetReport(name=f"{CITY}/reports/party_ratio").rows
        return {figure.key: (figure.numerator, figure.denominator) for figure in row.figures}["committees_at_ratio"]

    # 3 of 5 are 60 %; the committee that `furnish` makes has 3 of 5 too.
    assert not breached() and not open_tasks() and at_ratio() == (3, 3)
    rule = {"division": f"{CITY}/divisions/370800", "key": "committee.minimum_party_percent", "value": {"integer": 61},
            "source": "济宁市2026年文件", "valid_from": day("2021-01-01")}
    loaded = api.CreateParameter(parent=CITY, parameter=rule)
    assert breached() == {three} and three in open_tasks() and four not in open_tasks() and at_ratio() == (1, 3)
    api.UpdateParameter(parameter={"name": loaded.name, "value": {"integer": 81}})
    assert breached() == {three, four} == open_tasks() & {three, four} and at_ratio() == (0, 3)
    api.DeleteParameter(name=loaded.name)
    assert not breached() and not open_tasks() and at_ratio() == (3, 3)
    api.UndeleteParameter(name=loaded.name)
    assert breached() == {three, four}
