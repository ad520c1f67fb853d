/** What the panel shows after a confirmation is what was stored, not what was read before it was corrected. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Observation } from '../../../core/portal/indicator/observation.ts';
import { asStored } from '../../../extension/reading/as-stored.ts';
import { measured } from '../../../extension/reading/compare.ts';

const CODES = ['tiep-nhan', 'dung-han', 'TDGQ'];
const value = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });

function observed(indicator: string, value: number | null): Observation {
  const provenance = {
    ...{ url: 'https://motcua.tama.gov.vn/06a', request: null, capturedAt: '2026-03-01T08:00:00+07:00' },
    ...{ reader: { id: 'form-06a', version: '1' }, contentHash: '', screenshotHash: null, correctedByHand: false },
  };
  const unit = { name: 'UBND xã Ta Ma' };
  return { indicator, unit, period: '2026-02', value, max: 20, numerator: 1, denominator: 2, provenance };
}

it('is the stored value, with its change, and without what belonged to the one that was read', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 3, maxLength: 3 }), (rows) => {
      const of = (at: 0 | 1 | 2) => CODES.map((code, row) => observed(code, rows[row]?.[at] ?? null));
      const [before, read, stored] = [of(0), of(1), of(2)];
      const shown = asStored(measured(read, before, [], '2026-03-01'), stored);
      const wanted = measured(stored, before, [], '2026-03-01');
      for (const [at, figure] of shown.entries()) {
        expect([figure.value, figure.last]).toEqual([wanted[at]?.value, wanted[at]?.last]);
        const isCorrected = read[at]?.value !== stored[at]?.value;
        expect(figure.numerator).toBe(isCorrected ? null : 1);
        if (isCorrected) expect(figure.target).toBeNull();
      }
    }),
  );
});
