/** A target stands in the same state on every sheet and paper, and is never judged before its day. */
import { describe, expect, it } from 'vitest';
import { periodDays } from '../../../../core/base/period/period.ts';
import { communeResult } from '../../../../core/commune/result/commune.ts';
import {
  countedStates,
  ownTargets,
  signedState,
  stateWords,
  TARGET_STATE_NAME,
} from '../../../../core/commune/result/commune-result.ts';
import { sendResult } from '../../../../core/commune/result/send-result.ts';
import type { RunResult } from '../../../../core/judge/run/run-result.ts';
import { MOVEMENTS } from '../../../../core/movements/index.ts';
import { gatherFacts } from '../../../../core/paper/gather.ts';
import { makePapers } from '../../../../core/paper/make-papers.ts';
import { paperLines } from '../../../../core/paper/paper.ts';
import { CHAIR_SHEET } from '../../../../core/sheets/council/chair-sheet.ts';
import { COMMUNE_SHEET } from '../../../../core/sheets/council/commune-sheet.ts';
import { councilSheets } from '../../../../core/sheets/council-book.ts';
import { demoRun } from '../../../fixtures/demo/demo-run.ts';

const run = demoRun();
const commune = communeResult({ result: run });
const counts = countedStates(commune);

describe('a target before its day', () => {
  it('is met or not due, in every year of every movement, with figures or without', () => {
    const empty = { reports: [], flags: [], looseFlags: [], rankings: [], impacts: [], silent: [], register: null };
    const runs: readonly RunResult[] = MOVEMENTS.flatMap((movement) =>
      [2023, 2024, 2025, 2026, 2030].map((year) => ({
        ...{ movement, period: { kind: 'year', year } as const, observations: null },
        ...empty,
      })),
    );
    for (const runResult of [run, { ...run, period: { kind: 'quarter', year: 2025, quarter: 2 } as const }, ...runs]) {
      const end = periodDays(runResult.period!).to;
      for (const { code, deadline, state } of communeResult({ result: runResult }).targets) {
        const isAhead = deadline !== null && deadline > end;
        if (isAhead) expect(['met', 'not-due'], code).toContain(state);
        else expect(state, code).not.toBe('not-due');
      }
    }
  });

  it('keeps what its figure comes to so far', () => {
    const fibre = commune.targets.find(({ code }) => code === 'TM-G17')!;
    expect(fibre.reason).toMatch(/: chưa đến hạn \(hạn 31\/12\/2030\), theo số đã có là chưa đạt\.$/);
    const before = communeResult({ result: { ...run, period: { kind: 'year', year: 2024 } } });
    const [now] = communeResult({
      result: run,
      earlier: [{ ...run, period: before && { kind: 'year', year: 2024 } }],
    }).targets.filter(({ code }) => code === 'TM-G11');
    // Of the year before its own day the figure stands beside, not judged either.
    expect(now?.earlier).toMatchObject([{ period: '2024', state: 'not-due' }]);
  });
});

describe('the state of a target', () => {
  const sheets = [...councilSheets(run)];
  const textsOf = (name: string) =>
    sheets
      .find((sheet) => sheet.name === name)!
      .cells.flatMap(({ value, row }) => (value.kind === 'text' ? [{ row, text: value.text }] : []));

  it('is the same on the sheet, in the report, and in what goes to the province', () => {
    const sheet = textsOf(COMMUNE_SHEET);
    const { papers } = makePapers(gatherFacts(run));
    const report = papers.find(({ kind }) => kind === 'bao-cao')!;
    const table = report.body.flatMap((block) =>
      block.kind === 'table' && block.name === 'chi_tieu' ? block.rows : [],
    );
    const sent = sendResult(run, commune, '2025-11-10');
    expect(sent.ok && sent.value.targets.map(({ code, state }) => [code, state])).toEqual(
      ownTargets(commune.targets).map(({ code, state }) => [code, state]),
    );
    commune.targets.forEach((target, at) => {
      expect(table[at]!.at(-1)).toBe(stateWords(target));
      const row = sheet.find(({ text }) => text === `${target.text} (mục ${target.section})`)!.row;
      expect(sheet.filter((item) => item.row === row).map(({ text }) => text)).toContain(signedState(target));
    });
  });

  it('is counted the same everywhere, and the counts sum to the targets of the plan', () => {
    const all = counts.reduce((sum, [, count]) => sum + count, 0);
    expect(all).toBe(ownTargets(run.movement.targets).length);
    const words = (state: (typeof counts)[number][0]) => TARGET_STATE_NAME[state].toLowerCase();
    const chair = textsOf(CHAIR_SHEET)
      .map(({ text }) => text)
      .join('\n');
    const sheet = textsOf(COMMUNE_SHEET)
      .map(({ text }) => text)
      .join('\n');
    const papers = makePapers(gatherFacts(run)).papers.filter(({ kind }) =>
      ['bao-cao', 'to-trinh', 'bien-ban'].includes(kind),
    );
    expect(papers.length).toBeGreaterThan(2);
    for (const [state, count] of counts) {
      expect(chair).toContain(`${words(state)} ${count}`);
      expect(sheet).toContain(`${TARGET_STATE_NAME[state]}: ${count}`);
      for (const paper of papers)
        expect(paperLines(paper).join('\n')).toContain(`${String(count).padStart(2, '0')} ${words(state)}`);
    }
  });
});
