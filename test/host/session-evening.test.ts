/**
 * The officer's evening in the pane, from her plan's file to the Word papers, over Microsoft's own Excel client and over
 * the page's workbook: each step succeeds, and both come to the same results. Acts and screens: test/e2e/app/evening.test.ts.
 */
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { itemsOf, reviewGroupsOf } from '../../core/council/review-groups.ts';
import { paneSession } from '../../session/pane/pane.ts';
import type { PaneSession } from '../../session/pane/pane-session.ts';
import type { Workspace } from '../../session/pane/workspace-data.ts';
import { readDraft } from '../../session/plan/plan-draft.ts';
import { planTextOf } from '../../session/plan/plan-text-of.ts';
import { draftMovement } from '../../session/plan/scan-numbers.ts';
import { alikeWanted, gradesWanted } from '../../ui/pane/many-wanted.ts';
import { EMPTY_DRAFT } from '../../ui/pane/state.ts';
import { planRule } from '../../ui/pane/vote-wanted.ts';
import { filledForm } from '../fixtures/evening-forms.ts';
import { longPlanDocx } from '../fixtures/long-plan.ts';
import { HOSTS, sure } from './session-hosts.ts';

const UNITS = ['Thôn Suối 1', 'Thôn Suối 2', 'Thôn Suối 3', 'Trạm Y tế xã', 'Trường Tiểu học Suối Ngàn'];
const PERIOD = { kind: 'year', year: 2026 } as const;
const WHO = 'Lò Thị Mây, Thường trực Hội đồng';
const MEMBERS = [
  { name: 'Lò Thị Mây', post: 'Chủ tịch', unit: '' },
  { name: 'Sùng A Páo', post: 'Phó Chủ tịch', unit: '' },
  { name: 'Vàng Thị Dở', post: 'Ủy viên', unit: '' },
];
const quiet = () => undefined;

/** The workbook's movement is the plan's, and each unit's form came back filled in. */
async function reported(session: PaneSession): Promise<Workspace> {
  const plan = sure(await planTextOf(await longPlanDocx(), {}));
  const draft = sure(readDraft('ke-hoach.docx', plan.kind === 'text' ? plan.text : ''));
  const { workspace: begun } = sure(await session.takeMovement(draftMovement(draft, PERIOD.year)));
  sure(await session.makeForms({ audience: null, period: PERIOD, units: UNITS }, quiet));
  const { bytes } = sure(await session.makeFile('forms', quiet));
  const forms = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xlsx'));
  expect(forms).toHaveLength(UNITS.length);
  const files = forms.map(([path, form], at) => {
    return { name: path.replace(/^.*\//, ''), bytes: filledForm(form, begun.movement!, at) };
  });
  const { message, left } = sure(await session.collect(files, quiet));
  expect([message, left]).toEqual([expect.stringContaining(`${UNITS.length} tệp được đưa vào chỗ mẫu chưa điền`), '']);
  return sure(await session.checkAndScore(quiet)).workspace;
}

/** Group after group until nothing waits: criteria are graded in a column, the rest is accepted. */
async function reviewed(session: PaneSession, begun: Workspace): Promise<Workspace> {
  let workspace = begun;
  for (let [group] = reviewGroupsOf(workspace.queue); group; [group] = reviewGroupsOf(workspace.queue)) {
    const before = itemsOf(group).length;
    const wanted =
      group.kind === 'grading'
        ? sure(
            gradesWanted(
              group.grading,
              new Map(group.grading.members.map(({ item }) => [item.key, { ...EMPTY_DRAFT, points: '1' }])),
              'Theo hồ sơ',
              WHO,
            ),
          ).wanted
        : sure(
            alikeWanted(
              group.causes.flatMap(({ unit, items }) => items.map((item) => ({ unit, item }))),
              { ...EMPTY_DRAFT, kind: 'accept' },
              WHO,
            ),
          );
    expect(wanted).toHaveLength(before);
    ({ workspace } = sure(await session.decideAll(wanted)));
  }
  return workspace;
}

/** Held, voted by the plan's own rule, closed. */
async function closed(session: PaneSession, { movement }: Workspace): Promise<Workspace> {
  const attendance = MEMBERS.map((member) => ({ member, state: 'present', proxy: '' }) as const);
  const [chair, secretary] = MEMBERS.map(({ name, post }) => `${name}, ${post}`);
  const facts = { day: '2026-11-25', place: 'Hội trường UBND xã', chair: chair!, secretary: secretary!, attendance };
  sure(await session.recordSession(facts, WHO));
  const rule = planRule(movement!)!;
  const { lines } = sure(await session.ballot());
  const counts = lines.map(({ code }) => {
    return { code, inFavour: MEMBERS.length, against: 0, abstained: 0, writtenInFavour: 0, chairInFavour: null };
  });
  const { message } = sure(await session.castBallot({ counts, papers: null, rule, who: WHO }));
  expect(message).toContain(`${lines.length} được thông qua`);
  return sure(await session.closeResults(WHO)).workspace;
}

async function evening(open: (typeof HOSTS)[number][1]) {
  let second = 0;
  const now = () => new Date(Date.UTC(2026, 10, 25, 1, 0, second++)).toISOString().replace('Z', '+00:00');
  const session = paneSession(open().host, { now });
  const workspace = await closed(session, await reviewed(session, await reported(session)));
  sure(
    await session.fillPapers(
      new Map([
        ['Ngày ký', '28/11/2026'],
        ['Người ký', 'Lò Văn Sáng'],
      ]),
    ),
  );
  const seen = sure(await session.seePapers()).papers.map(({ paper }) => paper.title);
  const papers = Object.keys(unzipSync(sure(await session.makeFile('papers', quiet)).bytes));
  const { rankings, reports } = workspace.run!;
  return { rankings, points: reports.map(({ unit, score }) => [unit, score?.total]), seen, papers, workspace };
}

describe('the evening', () => {
  test('over Excel comes to what it comes to over the page', async () => {
    const [page, excel] = [HOSTS[0]![1], HOSTS[1]![1]];
    const here = await evening(page);
    const there = await evening(excel);
    expect(here.workspace.queue.flatMap(({ items }) => items.filter(({ returned }) => !returned))).toEqual([]);
    expect(here.workspace.closed).not.toBeNull();
    expect(here.papers.length).toBeGreaterThan(UNITS.length);
    for (const what of ['rankings', 'points', 'seen', 'papers'] as const) expect(there[what]).toEqual(here[what]);
  }, 120_000);
});
