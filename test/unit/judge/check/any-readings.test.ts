/** The checks never throw, whatever was read. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../../core/judge/check/check.ts';
import type { Reading } from '../../../../core/report/report.ts';
import { cell, change, context, correct, fileOf, MISSING, read } from './reports.ts';

const base = correct();
const NOT_ARISING: Reading = { kind: 'not-applicable', text: 'KPS' };

describe('any readings at all', () => {
  const text = fc.string({ unit: 'binary', maxLength: 80 });
  const reading: fc.Arbitrary<Reading> = fc.oneof(
    fc.record({
      kind: fc.constant('number' as const),
      value: fc.double({ noNaN: true, noDefaultInfinity: true }),
      unit: text,
    }),
    fc.record({ kind: fc.constant('fraction' as const), a: fc.integer(), b: fc.integer() }),
    fc.constantFrom<Reading>({ kind: 'yes' }, { kind: 'no' }, MISSING, NOT_ARISING, {
      kind: 'date',
      date: '2025-02-03',
    }),
    fc.record({ kind: fc.constantFrom('text' as const, 'error' as const, 'bad-date' as const), text }),
    fc.record({
      kind: fc.constant('ambiguous' as const),
      text,
      candidates: fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })),
    }),
  );
  const entries = fc.array(
    fc.record({
      at: fc.nat(9),
      value: reading,
      numerator: reading,
      denominator: reading,
      evidence: fc.array(text),
      title: text,
    }),
  );

  it('never throw, never give two flags of one id, never break a message into lines', () => {
    fc.assert(
      fc.property(entries, (changes) => {
        let report = base;
        for (const { at, title, evidence: cited, ...readings } of changes) {
          const code = base.entries[at]?.criterion ?? '';
          const cells = Object.fromEntries(
            Object.entries(readings).map(([role, item]) => [role, read(cell(code, 'value'), item)]),
          );
          report = change(report, code, {
            ...cells,
            evidence: cited,
            title: { text: title, cell: cell(code, 'title') },
          });
        }
        const { flags } = checkFiles([fileOf(report), fileOf(correct({ unit: 'Bản Hai', seed: 2 }))], context());
        expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
        for (const { message } of flags) expect(message).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});
