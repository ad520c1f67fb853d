/**
 * What the way a text was copied or converted must not change: line breaks, composition of letters, page numbers, old
 * fonts, hostile text.
 */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { extractPlan, type PlanReading } from '../../../core/plan/extract-plan.ts';
import { zeroAt } from '../../../core/plan/figure/zero-figure.ts';
import type { Section } from '../../../core/plan/layout/section.ts';
import { sentencesOf } from '../../../core/plan/layout/sentence.ts';
import { readPlan } from '../../../core/plan/read-plan.ts';
import { tokensOf } from '../../../core/plan/words/token.ts';
import { drawn } from '../../draws.ts';
import { HOSTILE_PIECES, hostileText } from '../../fixtures/hostile-plans.ts';
import { toTcvn3, toVni } from '../../fixtures/legacy-letters.ts';
import { readPlans } from '../../fixtures/read-plans.ts';
import { processorTime } from '../processor-time.ts';

const PLANS = readPlans();
const plans = fc.constantFrom(...PLANS);

/** Findings without their places, which page numbers move. */
function findings(reading: PlanReading) {
  const words = (text: string): string => text.replace(/\s+/g, ' ');
  return {
    targets: reading.targets.map(({ offset: _o, figureOffset: _f, text, subject, ...rest }) => ({
      ...rest,
      text: words(text),
    })),
    quotas: reading.quotas.map(({ offset: _o, text: _t, ...rest }) => rest),
    deadlines: reading.deadlines.map(({ offset: _o, text: _t, ...rest }) => rest),
    issuer: reading.movement.issuer,
    period: reading.movement.period,
  };
}

/** Breaks the lines of each paragraph anew, anywhere between two words; tables and the head keep their lines. */
function rebroken(text: string, widths: readonly number[]): string {
  let turn = 0;
  const lines = text.split('\n');
  const body = lines.findIndex((line) => /^[#\s]*(?:I|A|1|Điều(?: chỉnh)? 1)[./-]/.test(line));
  return lines
    .map((line, at) => {
      if (at < body || /\t| \| /.test(line) || /^\s*N[ơƠ]/.test(line) || line.length < 50) return line;
      const broken: string[] = [''];
      for (const word of line.split(' ')) {
        const last = broken.at(-1) ?? '';
        if (last !== '' && last.length + word.length > (widths[turn % widths.length] ?? 60)) {
          broken.push(word);
          turn++;
        } else broken[broken.length - 1] = last === '' ? word : `${last} ${word}`;
      }
      return broken.join('\n');
    })
    .join('\n');
}

describe('a plan copied another way', () => {
  it('has the same findings when its lines are broken anywhere', () => {
    fc.assert(
      fc.property(
        plans,
        fc.array(fc.integer({ min: 24, max: 110 }), { minLength: 1, maxLength: 9 }),
        ({ text, reading }, widths) => {
          expect(findings(extractPlan(rebroken(text, widths)))).toEqual(findings(reading));
        },
      ),
      { numRuns: drawn(50, 150), seed: 7 },
    );
  });

  it('has the same findings, at the same places, when its letters are decomposed', () => {
    for (const { text, reading } of PLANS) expect(extractPlan(text.normalize('NFD'))).toEqual(reading);
  });

  it('has the same findings with page numbers between its lines', () => {
    fc.assert(
      fc.property(
        plans,
        fc.integer({ min: 5, max: 30 }),
        fc.constantFrom('%', '- % -', 'Trang %', '%/99'),
        ({ text, reading }, every, form) => {
          const lines = text.split('\n');
          const numbered = lines.flatMap((line, at) => {
            const long = line.trim().length >= 40 && (lines[at + 1] ?? '').trim().length >= 40 && !/\t| \| /.test(line);
            return at > 12 && at % every === 0 && long
              ? [line, '', form.replace('%', String(Math.floor(at / every) + 1)), '']
              : [line];
          });
          expect(findings(extractPlan(numbered.join('\n')))).toEqual(findings(reading));
        },
      ),
      { numRuns: drawn(50, 150), seed: 11 },
    );
  });

  it('has the same words when a page number was joined to the lines around it', () => {
    const page = Array.from({ length: 40 }, (_, at) => `- Trên ${40 + at}% hộ dân ở bản số ${at + 1} có cáp quang.`);
    const plan = (joined: string, below: string) =>
      extractPlan(
        `KẾ HOẠCH\nPhong trào thi đua năm 2026\nI. CHỈ TIÊU\n- 70% hồ sơ (trừ hồ sơ thuộc phạm vi${joined}bí mật) được xử lý trên mạng.\n${page.join('\n')}\n${below}- Mỗi bản có 3 bảng tin.`,
      );
    expect(findings(plan(' 7 ', '8\n'))).toEqual(findings(plan(' ', '')));
    // Without the number of the next page it is a number of the plan's.
    expect(plan(' 7 ', '').targets[0]?.exclusion).toContain('7');
    expect(plan(' 7 ', '9\n').targets[0]?.exclusion).toContain('7');
  });

  it.each([
    ['TCVN3', toTcvn3, 0],
    ['VNI', toVni, 1],
  ])('has the same targets when it was typed in the old font %s', (_what, typed, turn) => {
    const figures = ({ targets }: PlanReading) =>
      targets.map(({ value, comparator, unit, section }) => [value, comparator, unit, section]);
    for (const { text, reading } of PLANS.filter((_, at) => at % 2 === turn))
      expect(figures(extractPlan(typed(text)))).toEqual(figures(reading));
  });
});

/** A part that is all of the text; only its places matter here. */
const ONE_PART: Section = {
  label: null,
  start: 0,
  end: 0,
  section: '',
  parent: -1,
  heading: '',
  under: '',
  body: 0,
  topic: 'other',
  topics: [],
  horizon: null,
  round: null,
  opener: null,
  neighbour: null,
  carried: null,
};

describe('hostile text', () => {
  // A loop within a loop over the text takes a hundred times as long for ten times the text; a fifth of that is allowed
  // for a busy machine, and what is read at once anyway.
  it.each(Object.entries(HOSTILE_PIECES))('of %s takes so much longer as it is longer', (_what, piece) => {
    const [short, long] = [drawn(10_000, 30_000), drawn(100_000, 300_000)].map((length) => hostileText(piece, length));
    const work = (text = ''): number => processorTime(() => expect(readPlan(text)).toBeDefined());
    work(short);
    const allowed = 20 * work(short) + 100;
    // The long text is costly, so it is read a second time only before it counts as too slow.
    const took = work(long);
    expect(took < allowed ? took : Math.min(took, work(long))).toBeLessThan(allowed);
  });

  it('of a list of nouns without end is one figure', () => {
    const text = `không có phản ánh${', phản ánh'.repeat(40_000)} quá hạn`;
    expect(zeroAt(tokensOf(text, 0, text.length), 0)).toMatchObject({ value: 0, unit: 'phản ánh' });
  });

  it.each(['((', '1.1.1.'])('of %s without a space is looked through once to be cut', (piece) => {
    const text = piece.repeat(Math.floor(600_000 / piece.length));
    let looked = 0;
    const { lastIndexOf } = String.prototype;
    const spy = vi.spyOn(String.prototype, 'lastIndexOf').mockImplementation(function (this: string, word, from) {
      const found = lastIndexOf.call(this, word, from);
      looked += Math.min(from ?? this.length, this.length) - Math.max(found, 0);
      return found;
    });
    sentencesOf(text, { ...ONE_PART, end: text.length });
    spy.mockRestore();
    expect(looked).toBeLessThan(2 * text.length);
  });

  it('longer than any plan is refused with a sentence, and so is an empty text', () => {
    expect(readPlan('Đạt 80% hộ. '.repeat(450_000))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('200 trang'),
    });
    expect(readPlan(' \n\t')).toMatchObject({ ok: false });
    expect(readPlan('80% hộ; '.repeat(20_000))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('quá nhiều con số'),
    });
  });
});
