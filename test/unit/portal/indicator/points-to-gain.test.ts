/** What reaching a target is worth in points, by the portal's own formulas; nothing where none is known. */
import { expect, it } from 'vitest';
import { gainText, hundredthsToGain } from '../../../../core/portal/indicator/points-to-gain.ts';
import { ON_TIME, observed } from './figures.ts';

const by = (id: string) => ({ ...ON_TIME.provenance, reader: { id, version: '' } });
const national = by('national-2026');

it('counts as the portal does: on time of all received, rounded down', () => {
  const onTime = observed('dung-han', {
    value: 89.28,
    max: 100,
    numerator: 7368,
    denominator: 8253,
    provenance: national,
  });
  // 720 × 20 / 8,253 = 1.7448
  expect(hundredthsToGain(onTime, 720)).toBe(174);
  expect(gainText(onTime, 720)).toBe('đạt mức ấy được thêm khoảng 1,74 điểm “Tiến độ giải quyết”');
  expect(hundredthsToGain(onTime, 10_000)).toBe(hundredthsToGain(onTime, 885));
});

it('knows that satisfaction is whole at 90 %', () => {
  const satisfied = observed('hai-long', {
    value: 80,
    max: 100,
    numerator: 80,
    denominator: 100,
    provenance: national,
  });
  expect(hundredthsToGain(satisfied, 10)).toBe(66);
  expect(hundredthsToGain(satisfied, 20)).toBe(66);
  expect(gainText({ ...satisfied, numerator: 95 }, 3)).toBe('');
});

it('is empty without counts, for other sources, and for figures without a known formula', () => {
  const counts = { numerator: 50, denominator: 100, provenance: national };
  expect(gainText(observed('ho-so-truc-tuyen', counts), 10)).toBe('');
  expect(gainText(observed('dung-han', { ...counts, provenance: by('form-06a') }), 10)).toBe('');
  expect(gainText(observed('dung-han', { ...counts, numerator: null }), 10)).toBe('');
  expect(gainText(observed('dung-han', counts), null)).toBe('');
});
