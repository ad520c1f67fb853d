/**
 * Sheets of the grammar sent in Word: each value read from the .docx is the one written in the sheet, or a flag stands
 * on it; what is read and flagged otherwise than from the .xlsx is counted.
 */
import { describe, expect, it } from 'vitest';
import { checkFiles } from '../../../core/judge/check/check.ts';
import { documentKind, wordBook } from '../../../core/report/document/sent-document.ts';
import { unheadedTable } from '../../../core/report/read/unheaded-table.ts';
import { readReports } from '../../../core/report/read.ts';
import { drawn } from '../../draws.ts';
import { type Composed, compose } from '../../fixtures/grammar/compose.ts';
import { explain } from '../../fixtures/grammar/explain.ts';
import { judge } from '../../fixtures/grammar/judge.ts';
import { contextOf, type Ran, registerOf } from '../../fixtures/grammar/run-composed.ts';
import { type Pasted, sheetsDocx } from '../../fixtures/sheet-docx.ts';

const SHEETS = drawn(150, 300);
const BLOCK = 50;
/** The cells of a table in Word have no finer grid below them. */
const FIXED = { kind: 'xlsx', runs: 'none', grid: 'plain' } as const;
const SEEDS = Array.from({ length: SHEETS / BLOCK }, (_, at) => 1 + at * BLOCK);

function runInWord(composed: Composed, pasted: Pasted): Ran {
  const context = contextOf(composed.truth, registerOf(composed));
  const bytes = sheetsDocx(composed.sheets, pasted);
  expect(documentKind(bytes)).toBe('word');
  const book = wordBook(bytes);
  if (!book.ok) throw new Error(book.refusal.message);
  const { movement, register, period } = context;
  const file = composed.file.replace(/xlsx$/, 'docx');
  const files = [readReports(book.value, { file, movement, register, period, unheaded: unheadedTable })];
  return { files, flags: checkFiles(files, context).flags };
}

/** A document has no sheets' names to say who reports, or for when. */
function isTold({ choices }: Composed): boolean {
  return choices.unitPlace !== 'sheet-name' && choices.periodPlace !== 'sheet-name';
}

function composedFrom(first: number): readonly Composed[] {
  return Array.from({ length: BLOCK }, (_, at) => compose(first + at, { fixed: FIXED })).filter(isTold);
}

describe('a sheet sent in Word', () => {
  it.each(SEEDS)('from seed %i on is read as the sheet: its range pasted whole, or only its table', (first) => {
    const alone = composedFrom(first).filter(({ sheets }) => sheets.length === 1);
    const verdicts = alone.flatMap((composed) =>
      (['whole', 'paragraphs'] as const).map((pasted) => {
        const verdict = judge(composed, runInWord(composed, pasted));
        return { verdict, text: `${pasted} ${explain(composed, verdict)}` };
      }),
    );
    const silent = verdicts.filter(({ verdict }) => verdict.misses.some(({ flagged }) => !flagged));
    const doubted = verdicts.filter(({ verdict }) => verdict.misses.length + verdict.flags.length > 0);
    expect(alone.length).toBeGreaterThan(10);
    expect(silent.map(({ text }) => text).join('\n')).toBe('');
    // A title over two rows that a page breaks, a remark below a figure: the officer is asked about what is right.
    expect(doubted.length, doubted.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(1);
  });
});

describe('a workbook of several sheets, pasted one behind the other', () => {
  it.each(SEEDS)('from seed %i on gives no wrong figure without a flag', (first) => {
    const many = composedFrom(first).filter(({ sheets }) => sheets.length > 1);
    const faults = many.flatMap((composed) => {
      const { misses } = judge(composed, runInWord(composed, 'whole'));
      // Whose report it is, a sheet's own name or place may have said.
      const silent = misses.filter(({ kind, flagged, what }) => kind === 'wrong' && !flagged && /\d/.test(what));
      return silent.length > 0 ? [explain(composed, { misses: silent, flags: [], values: 0 })] : [];
    });
    expect(many.length).toBeGreaterThan(5);
    expect(faults.join('\n')).toBe('');
  });
});
