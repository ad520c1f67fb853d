import { periodKey } from '../../../../../core/base/period/period.ts';
import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { ALONE } from '../../../../fixtures/grammar/plants/between.ts';
import { figureKeys, firstReport, isRatio, pickLine } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { tellsFigures } from '../../../../fixtures/grammar/truth.ts';
import type { Random } from '../../../../fixtures/random.ts';
import { at, base, type Fault, ratio } from '../faults.ts';
import { change, context, fileOf, observed, registered } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    name: '80 % reported, 95,5 % on the portal',
    files: [fileOf(change(base, '2.1', { ...ratio(72, 90, 80), self: undefined }))].map((file) => ({
      ...file,
      reports: file.reports.map((report) => ({ ...report, total: null })),
    })),
    context: context({ observations: [observed('work-files-online', 'Bản Nà Đắng', 95.5)] }),
    criterion: '2.1',
    cell: at,
    more: { candidates: [80, 95.5] },
  },
  {
    name: 'unit known by its code on the portal',
    files: [fileOf(base)],
    context: context({
      register: [registered('Bản Nà Đắng', { portalCode: 'H28.1' })],
      observations: [observed('work-files-online', 'Khác', 12, { unit: { name: 'Khác', code: 'H28.1' } })],
    }),
    criterion: '2.1',
    cell: at,
  },
];

function otherThanPortal(draft: Draft, draw: Random): Planted | null {
  const line = pickLine(draft, draw, (line, entry) => isRatio(line, entry) && line.criterion.indicator !== null);
  // A ratio in the column of done ÷ plan stands where the places know none.
  if (line === null || (draft.choices.results === 'plan-done-ratio' && tellsFigures(draft.choices))) return null;
  const report = firstReport(draft);
  const row = report.rows.get(line.code);
  const ratio = (100 * Number(row?.a)) / Number(row?.b);
  const value = Math.round(ratio > 50 ? ratio - draw.between(5, 30) : ratio + draw.between(5, 30));
  const observation = {
    indicator: line.criterion.indicator ?? '',
    unit: { name: report.unit },
    period: periodKey(report.period),
    value,
    provenance: {
      url: 'https://dichvucong.example.vn/',
      capturedAt: '2025-10-30T08:00:00+07:00',
      reader: { id: 'mau', version: '1' },
      contentHash: '0',
    },
  };
  return inOneFile(draft, {
    criterion: line.code,
    at: figureKeys(line.code),
    context: { observations: [observation] },
  });
}

export const planters: readonly Planter[] = [
  { code: 'portal-mismatch', name: 'the portal says another figure', fixed: ALONE, plant: otherThanPortal },
];
