/** Papers know the ledger of awards and the nominations as `score` does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROUND_NAME } from '../../../core/judge/award/candidate.ts';
import type { Ledger } from '../../../core/judge/award/ledger.ts';
import { gatherFacts } from '../../../core/paper/gather.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { paperLines } from '../../../core/paper/paper.ts';
import { NO_SETTINGS } from '../../../core/paper/settings.ts';
import { awardsToGive, rowsForLedger } from '../../../core/paper/signed-awards.ts';
import { newBook, readBook } from '../../../core/sheet/workbook/file.ts';
import { ledgerSheet } from '../../../core/sheets/award-layout.ts';
import { readAwards } from '../../../core/sheets/award-sheets.ts';
import { drawn } from '../../draws.ts';
import { demoRun } from '../../fixtures/demo/demo-run.ts';

it('requests no second award in the year; a nominee goes to the council', () => {
  const run = demoRun();
  const ledger = [{ unit: 'Bản Nà Đắng', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025 }];
  const nomination = { name: 'Công ty Sao Mai', audience: 'outside-collective', by: '', achievement: 'tặng máy tính' };
  const { candidates } = gatherFacts(run, { ledger, nominations: [{ ...nomination, outOfTurn: false }] });
  const lineOf = (unit: string) => candidates.find((candidate) => candidate.unit === unit);
  expect(gatherFacts(run).candidates.find(({ unit }) => unit === 'Bản Nà Đắng')?.state).toBe('proposed');
  expect(lineOf('Bản Nà Đắng')).toMatchObject({ state: 'refused', reason: expect.stringContaining('Đã được khen') });
  expect(lineOf('Công ty Sao Mai')).toMatchObject({ state: 'council', achievement: 'tặng máy tính', outsider: true });
});

it('an award that only the ledger knows stands in the unit’s report of achievements', () => {
  const run = demoRun();
  const ledger = [{ unit: 'BẢN NÀ ĐẮNG', form: 'Giấy khen của Chủ tịch UBND xã', year: 2021 }];
  const linesOf = (pastAwards: typeof ledger) => {
    const { papers } = makePapers(gatherFacts(run, { ledger: pastAwards }));
    return papers.filter(({ title }) => title === 'Báo cáo thành tích: Bản Nà Đắng').flatMap(paperLines);
  };
  expect(linesOf(ledger)).toContain('Giấy khen của Chủ tịch UBND xã, năm 2021.');
  expect(linesOf([])).not.toContain('Giấy khen của Chủ tịch UBND xã, năm 2021.');
});

it('awards of other bodies in the year stand in the report of results, those of the review only once', () => {
  const run = demoRun();
  const own = { unit: 'Trường Mầm non Ta Ma', form: 'Giấy khen của Hiệu trưởng', year: 2025 };
  const other = { unit: 'Nguyễn Văn Sáng', form: 'giấy khen của  Hiệu trưởng', year: 2025 };
  const ours = { unit: 'Bản Nà Đắng', form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025, round: 'Hằng năm' };
  const ledger = [own, other, ours, { ...own, year: 2024 }];
  const { papers } = makePapers(gatherFacts(run, { ledger }));
  const lines = papers.filter(({ kind }) => kind === 'bao-cao').flatMap(paperLines);
  expect(lines.filter((line) => line.startsWith('Khen thưởng khác'))).toEqual([
    'Khen thưởng khác trong năm, theo sổ khen thưởng: 02 Giấy khen của Hiệu trưởng (Trường Mầm non Ta Ma, Nguyễn Văn Sáng).',
  ]);
});

it('papers of a phase are those of its review, as the points are', () => {
  const phase = {
    period: { kind: 'days', year: 2025, from: '2023-01-01', to: '2025-12-31' },
    key: '2023-2025',
  } as const;
  const facts = gatherFacts(demoRun(), { phase });
  expect(new Set(facts.candidates.map(({ round }) => round))).toEqual(new Set(['interim']));
  expect(facts.commune?.period).toBe('2023-2025');
  const { papers } = makePapers(facts);
  const proposal = papers.find(({ file }) => file === 'to-trinh-cap-tinh')!;
  expect(paperLines(proposal).join('\n')).toContain('giai đoạn 2023-2025');
  expect(paperLines(proposal).join('\n')).not.toContain('Hằng năm');
});

describe('a signed decision', () => {
  const run = demoRun();
  const facts = gatherFacts(run);
  const today = '2026-01-15';
  const all = awardsToGive(facts);
  const preset = all.filter((awardToGive) => awardToGive.preset).map(({ code }) => code);
  const signed = { number: ' 1875/QĐ-UBND ', date: '2025-12-20', codes: preset };
  const ledgerFor = (paperFacts = facts, wanted = signed): Ledger => {
    const rows = rowsForLedger(paperFacts, wanted, today);
    if (!rows.ok) throw new Error(rows.refusal.message);
    return rows.value;
  };
  const refusal = (wanted: Partial<typeof signed>, paperFacts = facts) => {
    const rows = rowsForLedger(paperFacts, { ...signed, ...wanted }, today);
    return rows.ok ? null : rows.refusal.message;
  };
  /** As the sheet keeps it. */
  const savedLedger = (ledger: Ledger): Ledger => {
    const sheet = ledgerSheet(ledger, '', { commune: 'xã Ta Ma', place: 'Ta Ma' });
    const book = readBook(newBook([sheet]));
    const read = book.ok ? readAwards(book.value, run.movement.audiences) : book;
    if (!read.ok) throw new Error(read.refusal.message);
    return read.value.ledger;
  };
  const proposed = ({ candidates }: typeof facts, quota: string) =>
    candidates.filter((candidate) => candidate.quota === quota && candidate.state === 'proposed');

  it('enters the ledger as its list has it, each name once, and is not requested again', () => {
    const ledger = savedLedger(ledgerFor());
    expect(ledger.map(({ unit }) => unit)).toEqual(proposed(facts, 'TM-Q01').map(({ unit }) => unit));
    expect(ledger[0]).toMatchObject({
      ...{ form: 'Bằng khen của Chủ tịch UBND tỉnh', year: 2025, round: 'Hằng năm', kind: 'collective' },
      ...{ decision: '1875/QĐ-UBND', date: '2025-12-20', achievement: expect.stringContaining(' điểm (') },
    });
    const after = gatherFacts(run, { ledger });
    for (const candidate of proposed(after, 'TM-Q01'))
      expect(candidate).toMatchObject({
        granted: { decision: '1875/QĐ-UBND', date: '2025-12-20' },
        onBallot: false,
        reason: 'Đã khen: Quyết định số 1875/QĐ-UBND ngày 20/12/2025.',
      });
    expect(proposed(after, 'TM-Q01').map(({ unit }) => unit)).toEqual(
      proposed(facts, 'TM-Q01').map(({ unit }) => unit),
    );
    // Who moves up in the review was not in the decision: nobody is taken for named.
    expect(awardsToGive(after).some((awardToGive) => awardToGive.preset)).toBe(false);
    expect(refusal({}, after)).toContain('đã thay đổi hoặc đã ghi vào sổ');
  });

  it('is refused without number, people or period, with a day to come, or another day than the ledger has', () => {
    expect(refusal({ number: ' ' })).toBe('Hãy ghi số quyết định đã ký.');
    expect(refusal({ codes: [] })).toBe('Hãy chọn người có tên trong quyết định.');
    expect(refusal({ date: '2026-01-16' })).toBe('Ngày quyết định 16/01/2026 sau hôm nay 15/01/2026.');
    const ledger = ledgerFor(facts, { ...signed, codes: preset.slice(0, 1) });
    const left = gatherFacts(run, { ledger });
    expect(refusal({ codes: preset.slice(1), date: '2025-12-21' }, left)).toContain('ngày 20/12/2025: xem lại');
    expect(refusal({ codes: preset.slice(1) }, left)).toBeNull();
  });

  it('leaves no second proposal or decision for whom it names; its own papers can be made again by its number', () => {
    const ledger = ledgerFor();
    const [name = ''] = ledger.map(({ unit }) => unit);
    const linesOf = (number: string | null) => {
      const settings = { ...NO_SETTINGS, numbers: number === null ? {} : { 'quyet-dinh': number } };
      const { papers, warnings } = makePapers(gatherFacts(run, { ledger, settings }));
      const asked = papers.filter(({ file }) => file === 'to-trinh-cap-tinh' || file === 'danh-sach-de-nghi');
      return { said: asked.flatMap(paperLines).join('\n'), warned: warnings.join('\n') };
    };
    expect(linesOf(null).said).not.toContain(name);
    expect(linesOf(null).warned).toContain(
      'Không ghi lại 5 khen thưởng đã có trong sổ khen thưởng (Quyết định số 1875',
    );
    expect(linesOf('1875/QĐ-UBND').said).toContain(name);
    expect(linesOf('1875/QĐ-UBND').warned).not.toContain('Không ghi lại');
  });

  it('never exceeds a quota, whichever candidates it names and however often', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(30), { maxLength: 6 }), { minLength: 1, maxLength: 3 }), (decisions) => {
        let ledger: Ledger = [];
        for (const [at, picks] of decisions.entries()) {
          const now = gatherFacts(run, { ledger });
          const offered = awardsToGive(now);
          const codes = [...new Set(picks.flatMap((pick) => offered[pick % Math.max(1, offered.length)]?.code ?? []))];
          if (codes.length > 0) ledger = [...ledger, ...ledgerFor(now, { ...signed, number: `${at}/QĐ-UBND`, codes })];
        }
        const after = gatherFacts(run, { ledger });
        for (const { code, max, round, kind } of run.movement.quotas) {
          const written = ledger.filter(
            (pastAward) => pastAward.round === ROUND_NAME[round] && (kind === 'combined' || kind === pastAward.kind),
          );
          for (const list of [written, proposed(after, code)]) expect(list.length).toBeLessThanOrEqual(max ?? Infinity);
        }
      }),
      { numRuns: drawn(6, 15) },
    );
  });
});

it('no amount is reckoned by a decree that is not in force on the day of the decision', () => {
  const run = demoRun();
  const first = Date.UTC(2024, 0, 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 900 }), (days) => {
      const signedOn = new Date(first + days * 86_400_000).toISOString().slice(0, 10);
      const settings = { ...NO_SETTINGS, signedOn, basePay: 2_340_000, personFactor: 30 };
      const facts = gatherFacts(run, { settings });
      const chosen = facts.candidates.filter(({ level }) => level === 'commune').slice(0, 2);
      const candidates = chosen.map((candidate) => ({ ...candidate, state: 'proposed' as const }));
      const { papers } = makePapers({ ...facts, candidates });
      const { body, annex } = papers.find(({ kind }) => kind === 'quyet-dinh')!;
      const lines = paperLines({ ...papers[0]!, body, annex: annex! }).join('\n');
      const isNow = signedOn >= '2025-07-01';
      expect(/\d\.\d{3} đồng|\n\d[\d.]*\.000(?:\n|$)/u.test(lines), signedOn).toBe(isNow);
      expect(lines.includes('152/2025'), signedOn).toBe(isNow);
      expect(lines.includes('98/2023'), signedOn).toBe(!isNow);
    }),
    { numRuns: 10 },
  );
});
