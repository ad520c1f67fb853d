/**
 * Checks of the documents cited as evidence: whether there is a document, whether it is of the period, whether it
 * serves only once.
 */

import { citationsIn } from '../../report/citation.ts';
import type { CellRef, Entry } from '../../report/report.ts';
import type { CheckRun, CheckSubject } from './run.ts';

export interface Cited {
  readonly subject: CheckSubject;
  readonly line: string;
  readonly group: string;
  readonly cell: CellRef | null;
  readonly text: string;
}

/** Every document cited in a report, each with its row. */
export function citedIn(subject: CheckSubject): readonly Cited[] {
  return (subject.set?.criteria ?? []).flatMap((criterion) => {
    const entry = subject.entries.get(criterion.code);
    const rows = entry === undefined ? [] : [entry, ...(entry.parts ?? [])];
    return rows.flatMap((row) =>
      row.evidence.map((text) => {
        const line = row === entry ? criterion.code : lineOf(subject, row, criterion.code);
        return { subject, line, group: criterion.group, cell: row.evidenceCell ?? null, text };
      }),
    );
  });
}

function lineOf(subject: CheckSubject, row: Entry, fallback: string): string {
  return subject.lines.find((line) => line.entry === row)?.code ?? fallback;
}

export function planNumber({ movement }: CheckRun): string | null {
  return citationsIn(movement.plan.number ?? '')[0]?.number ?? null;
}
