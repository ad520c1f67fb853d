/**
 * The session of the council to its close and back: who met, the results sealed and locked, what changes after that
 * shows, reopening keeps its reason; the minutes read all of it.
 */

import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Attendance } from '../../core/council/attendance.ts';
import type { Ballot } from '../../core/council/ballot.ts';
import { shortSeal } from '../../core/council/last-seal.ts';
import type { VoteRule } from '../../core/council/vote-rule.ts';
import { COUNCIL_TABLES, findTable, OWN_TABLES, rowsOf, textOf } from '../../session/book/own-tables.ts';
import type { DecisionWanted } from '../../session/council/review.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { papersZip } from '../../session/papers/papers-zip.ts';
import { nominatedBook } from './nominated-book.ts';
import { demoFiles, HOSTS, sure, type TestHost } from './session-hosts.ts';

const WHO = 'Lò Văn Pâng';
const attending = (name: string, state: Attendance['state'], proxy = ''): Attendance => ({
  member: { name, post: 'Ủy viên', unit: name === 'Sùng A' ? 'Bản Nà Đắng' : '' },
  state,
  proxy,
});
const FACTS = {
  day: '2025-11-21',
  place: 'Hội trường UBND xã',
  chair: 'Lò Văn A, Ủy viên',
  secretary: 'Quàng B, Ủy viên',
  attendance: [
    attending('Lò Văn A', 'present'),
    attending('Quàng B', 'present'),
    attending('Sùng A', 'proxy', 'Giàng C'),
    attending('Vàng D', 'absent'),
  ],
};
const quiet = () => undefined;
const RULE: VoteRule = {
  ...{ code: 'Giấy khen', name: 'Giấy khen', quorum: { n: 2, d: 3 }, threshold: { n: 2, d: 3 }, over: false },
  ...{ of: 'present', ballot: 'show', writtenCounts: true, proxies: true, tie: 'fails', source: '', proposed: false },
};

describe.each(HOSTS)('a session over %s', (_, open) => {
  let held: TestHost;
  let session: PaneSession;
  let scored: Workspace;
  let second = 0;
  const now = () =>
    `2025-11-21T09:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second++ % 60).padStart(2, '0')}+07:00`;
  const rows = async (table: string) => rowsOf(findTable(sure(await held.host.read()), table));
  const first = ({ queue }: Workspace): DecisionWanted => {
    const { unit, items } = queue[0]!;
    const target = { unit, flag: items[0]!.flag?.id ?? null, criterion: items[0]!.criterion };
    return { ...target, kind: 'return', points: null, reason: 'bổ sung', who: WHO };
  };
  const minutes = async () => {
    const { bytes, notes } = sure(await papersZip(held.host));
    const name = Object.keys(unzipSync(bytes)).find((key) => key.startsWith('bien-ban'))!;
    const paper = unzipSync(unzipSync(bytes)[name]!)['word/document.xml']!;
    return { text: strFromU8(paper).replace(/<[^>]+>/g, ''), warnings: notes };
  };

  beforeAll(async () => {
    held = open(nominatedBook());
    session = paneSession(held.host, { now });
    sure(await session.saveSettings({ movement: 'ta-ma-2023-2030', period: null }));
    sure(await session.collect(demoFiles().slice(0, 3), quiet));
    scored = sure(await session.checkAndScore(quiet)).workspace;
  }, 60_000);

  test('attendance is stored with the list of members, and recorded again when it was wrong', async () => {
    sure(await session.recordSession({ ...FACTS, place: 'Phòng họp' }, WHO));
    const { workspace } = sure(await session.recordSession(FACTS, WHO));
    expect(workspace.members.map(({ name }) => name)).toEqual(['Lò Văn A', 'Quàng B', 'Sùng A', 'Vàng D']);
    expect(workspace.members[2]!.unit).toBe('Bản Nà Đắng');
    expect(workspace.sessions.map(({ place }) => place)).toEqual(['Phòng họp', 'Hội trường UBND xã']);
    expect([workspace.sessionFault, workspace.closed, workspace.undo]).toEqual([null, null, null]);
  });

  test('candidates are voted on in one table: who stands aside, enough present, and what passed is proposed', async () => {
    const ofYear = ({ lines }: Ballot) => lines.filter(({ candidate }) => candidate.quota === 'TM-Q01');
    const ballot = sure(await session.ballot());
    const line = (name: string) => ofYear(ballot).find(({ candidate }) => candidate.unit === name)!;
    expect([ballot.members, ballot.seats.length, ballot.notes]).toEqual([4, 3, []]);
    expect(line('Quàng B').recused.map(({ member }) => member)).toEqual(['Quàng B, Ủy viên']);
    expect(line('Bản Nà Đắng').recused.map(({ member }) => member)).toEqual(['Sùng A, Ủy viên']);
    const count = (name: string, inFavour: number, against: number) => ({
      ...{ code: line(name).code, inFavour, against, abstained: 0, writtenInFavour: 0, chairInFavour: null },
    });
    const cast = (rule: VoteRule, inFavour: number) =>
      session.castBallot({
        ...{ rule, papers: null, who: WHO },
        counts: [count('Quàng B', inFavour, 0), count('Bản Nà Đắng', 1, 1)],
      });
    const few = await cast({ ...RULE, proxies: false }, 1);
    expect(few.ok ? '' : few.refusal.message).toMatch(/^Có mặt 2\/4 thành viên, cần ít nhất 3/);
    const much = await cast(RULE, 3);
    expect(much.ok ? '' : much.refusal.message).toBe(
      'Quàng B: Số phiếu đã ghi (3) nhiều hơn số phiếu được biểu quyết (2).',
    );
    const { workspace } = sure(await cast(RULE, 2));
    expect([workspace.voteFault, workspace.votes.map(({ result }) => result)]).toEqual([null, ['passed', 'failed']]);
    const voteRows = await rows(COUNCIL_TABLES.votes.table);
    expect(voteRows.map((row) => [textOf(row, 'Không đồng ý'), textOf(row, 'Không biểu quyết')])).toEqual([
      ['0', 'Quàng B, Ủy viên'],
      ['1', 'Sùng A, Ủy viên'],
    ]);
    const states = new Map(
      ofYear(sure(await session.ballot())).map(({ candidate }) => [candidate.unit, candidate.state]),
    );
    expect([states.get('Quàng B'), states.get('Bản Nà Đắng')]).toEqual(['proposed', 'refused']);
    const { text } = await minutes();
    for (const known of [
      'Trong 2 phiếu: đồng ý 1, không đồng ý 1, không ý kiến 0.',
      'Không biểu quyết: Sùng A, Ủy viên.',
    ])
      expect(text).toContain(known);
    expect(text).toMatch(/Hằng năm, Bằng khen của Chủ tịch UBND tỉnh: đề nghị 01 cá nhân: Quàng B/);
  });

  test('once closed, every change of the results is refused with who closed them and when', async () => {
    const before = await rows(OWN_TABLES.ranking.table);
    const { workspace } = sure(await session.closeResults(WHO));
    expect(workspace.closed).toMatchObject({ entry: { kind: 'close', who: WHO, day: '2025-11-21' }, since: [] });
    expect(workspace.closed!.entry!.note).toMatch(
      /^Còn \d+ việc chưa quyết định.* Chấm theo hồ sơ phong trào mã [0-9a-f]{8}; bộ tiêu chí: /,
    );
    expect(workspace.faults).toEqual([]);
    const wanted = first(scored);
    const refused = [
      await session.checkAndScore(quiet),
      await session.decide(wanted),
      await session.decideAll([wanted]),
      await session.openCriteria('village'),
      await session.collect(demoFiles().slice(3, 4), quiet),
      await session.saveSettings({ movement: 'ta-ma-2023-2030', period: { kind: 'year', year: 2024 } }),
      await session.undo(),
      await session.recordSession(FACTS, WHO),
      await session.closeResults(WHO),
    ];
    for (const [at, result] of refused.entries())
      expect(result.ok ? `done: ${at}` : result.refusal.message, String(at)).toMatch(
        /^Kết quả đã chốt lúc 09:0\d ngày 21\/11\/2025, người chốt: Lò Văn Pâng \(mã [0-9a-f]{12}\)/,
      );
    expect(await rows(OWN_TABLES.ranking.table)).toEqual(before);
    expect(await rows(OWN_TABLES.council.table)).toEqual([]);
  });

  test('the minutes take who met, the closing and its seals from the record, and leave blank what nobody wrote', async () => {
    const { closed } = sure(await session.open(quiet));
    const { text, warnings } = await minutes();
    for (const known of [
      'ngày 21 tháng 11 năm 2025',
      'Hội trường UBND xã',
      'Chủ tọa: Lò Văn A, Ủy viên',
      'Tổng số thành viên Hội đồng: 04. Có mặt: 02. Vắng: 01',
      'Sùng A, Ủy viên ủy quyền cho Giàng C',
      `Mã đối chiếu lần chốt: ${shortSeal(closed!.entry!.hash)}`,
      'bắt đầu ………',
    ])
      expect(text).toContain(known);
    expect(warnings.filter((warning) => warning.includes('chốt'))).toEqual([]);
  });

  test('figures changed by hand after the close show, in the pane and before a paper is signed', async () => {
    const report = sure(await held.host.read()).book.sheets.find(({ name }) => name === scored.sheets[0]!.sheet)!;
    const figures = [...report.rows].flatMap(([row, cells]) =>
      cells.flatMap(({ column, value, formula }) =>
        column >= 3 && typeof value === 'number' && !formula ? [{ row, column, value }] : [],
      ),
    );
    for (const { row, column } of figures) await held.type(report.name, row, column, '0');
    const { closed } = sure(await session.open(quiet));
    expect(closed?.since).toEqual(['Điểm, thứ hạng tính từ số liệu lúc này khác lúc chốt kết quả.']);
    expect((await minutes()).warnings).toEqual(expect.arrayContaining([...closed!.since]));
    for (const { row, column, value } of figures)
      await held.type(report.name, row, column, String(value).replace('.', ','));
  });

  test('reopened with a reason it can be scored and decided again; closing and reason stay', async () => {
    const silent = await session.reopenResults({ reason: ' ', who: WHO });
    expect(!silent.ok && silent.refusal.code).toBe('no-reason');
    const { workspace } = sure(await session.reopenResults({ reason: 'Bản Nà Đắng giải trình', who: WHO }));
    expect(workspace.closed).toBeNull();
    const after = sure(await session.checkAndScore(quiet)).workspace;
    sure(await session.decide(first(after)));
    sure(await session.closeResults('Lò Văn A'));
    const sessionRows = await rows(COUNCIL_TABLES.sessions.table);
    expect(sessionRows.map((row) => textOf(row, 'Việc'))).toEqual([
      ...['Ghi phiên họp', 'Ghi phiên họp', 'Chốt kết quả', 'Mở lại', 'Chốt kết quả'],
    ]);
    expect(textOf(sessionRows[3]!, 'Lý do, ghi chú')).toBe('Bản Nà Đắng giải trình');
    expect(textOf(sessionRows[4]!, 'Dấu vết quyết định')).toMatch(/^[0-9a-f]{64}$/);
  });

  test('a closing row changed by hand is reported, reopens nothing, and is reopened only for a reason', async () => {
    const table = findTable(sure(await held.host.read()), COUNCIL_TABLES.sessions.table)!;
    const column = table.columns.indexOf('Người ghi phiên') + table.range.left;
    await held.type(table.sheet, table.range.bottom, column, 'Người khác');
    const { sessionFault, closed } = sure(await session.open(quiet));
    expect(sessionFault).not.toBeNull();
    expect(closed).toMatchObject({ entry: null, since: [expect.stringContaining('vẫn khóa')] });
    for (const result of [await session.checkAndScore(quiet), await session.closeResults(WHO)])
      expect(result.ok ? 'done' : result.refusal.message).toContain('Dòng cuối của trang "Phiên họp" bị sửa');
    const { workspace } = sure(await session.reopenResults({ reason: 'Đã đối chiếu biên bản', who: WHO }));
    expect(workspace.closed).toBeNull();
    expect(workspace.sessionFault).toContain('thiếu một dòng');
    sure(await session.checkAndScore(quiet));
  });
});
