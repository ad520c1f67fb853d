import type { Draft } from '../../../../fixtures/grammar/compose.ts';
import { firstReport } from '../../../../fixtures/grammar/plants/lines.ts';
import { inOneFile, type Planted, type Planter } from '../../../../fixtures/grammar/plants/planter.ts';
import { ONE_TABLE } from '../../../../fixtures/grammar/plants/structure.ts';
import { base, type Fault, remarked } from '../faults.ts';
import { fileOf } from '../reports.ts';

export const faults: readonly Fault[] = [
  {
    ...remarked('no evidence', {
      kind: 'missing-column',
      role: 'evidence',
      cell: { sheet: 'Báo cáo', address: 'A6' },
    }),
    files: [
      fileOf({
        ...base,
        entries: base.entries.map(({ evidenceCell: _, ...entry }) => ({ ...entry, evidence: [] })),
        remarks: [{ kind: 'missing-column', role: 'evidence', cell: { sheet: 'Báo cáo', address: 'A6' } }],
      }),
    ],
  },
  {
    name: 'no results',
    files: [
      fileOf({
        ...base,
        entries: base.entries.map(({ value: _v, numerator: _a, denominator: _b, ...entry }) => entry),
        remarks: [{ kind: 'missing-column', role: 'value', cell: { sheet: 'Báo cáo', address: 'A6' } }],
      }),
    ],
    cell: { sheet: 'Báo cáo', address: 'A6' },
  },
];

function withoutColumn(draft: Draft): Planted | null {
  const needs = firstReport(draft).set.criteria.some(({ evidence }) => evidence === 'required');
  return needs ? inOneFile(draft, { criterion: null }) : null;
}

export const planters: readonly Planter[] = [
  {
    code: 'missing-column',
    name: 'no evidence',
    fixed: { ...ONE_TABLE, omit: 'evidence', evidence: 'short' },
    plant: withoutColumn,
  },
  {
    code: 'missing-column',
    name: 'no results',
    // A second table with the results would have what this table lacks.
    fixed: { ...ONE_TABLE, omit: 'results', results: 'one', runs: 'none', aside: 'none' },
    plant: withoutColumn,
  },
];
