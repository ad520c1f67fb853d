import { findTables } from '/work/wt/a/core/report/read/tables.ts';
import { it } from 'vitest';
import { newBook, readBook } from '/work/wt/a/core/workbook/file.ts';
import { readPage } from '/work/wt/a/core/report/read/page.ts';
import { layoutSheet } from '/work/wt/a/test/fixtures/layouts.ts';
import { correctReport } from '/work/wt/a/test/fixtures/correct-report.ts';
import * as S from '/work/wt/a/test/fixtures/sample-movement.ts';
it('x', () => {
  const filled = correctReport(S.SAMPLE_SET, S.SAMPLE_MOVEMENT, 'Bản Nà Đắng', 7);
  const laid = layoutSheet('form', filled);
  const b = readBook(newBook([laid.sheet]));
  if (!b.ok) throw 1;
  const page = readPage(b.value, b.value.sheets[0]!);
  const sight = { period: null, periodAbove: () => null, isCriterion: () => false, isUnit: () => false };
  for (const t of findTables(page, sight)) console.log(JSON.stringify(t.header.columns), t.header.top, t.lastRow, t.body.map((b) => [b.row, b.code, b.filled, b.at.size, b.numbering?.kind].join('/')));
  for (const r of page.rows.slice(-14)) console.log(r.row + 1, r.cells.map((c) => c.column + ':' + c.text.slice(0, 30)).join(' | '));
});
