/** Pages made to harm a taught reader: text stays text, nothing throws, and no table takes forever. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaughtTable } from '../../../../../core/portal/capture/taught-reader/definition.ts';
import { taughtReader } from '../../../../../core/portal/capture/taught-reader/reader.ts';
import { drawn } from '../../../../draws.ts';
import { processorTime } from '../../../processor-time.ts';
import { CAPTION, HEADERS, kept, outlines, pageOf, tableHtml } from './pages.ts';
import { reader, said } from './said.ts';

describe('hostile pages', () => {
  it('reads text as text: markup, formulas, paths, names of prototypes', () => {
    const units = [
      '=HYPERLINK("http://x")',
      '<img src=x onerror=alert(1)>',
      '../../etc/passwd',
      '__proto__',
      'constructor',
      '@SUM(A1)',
    ];
    const headers = ['constructor', '__proto__', 'toString'];
    const page = pageOf(
      tableHtml(
        headers,
        units.map((unit, at) => [unit, String(at), '1']),
        'hasOwnProperty',
      ),
    );
    const table: TaughtTable = {
      heading: 'hasOwnProperty',
      unit: { header: 'constructor', name: '__proto__' },
      figures: [{ kind: 'count', header: '__proto__', indicator: 'valueOf' }],
      period: { from: 'asked' },
    };
    const own = taughtReader(kept(page, table));
    expect(said(page, own)).toEqual(
      // A line that repeats the header is no unit.
      units.flatMap((unit, at) => (unit === 'constructor' ? [] : [`${unit} valueOf null ${at}`])),
    );
  });

  it('survives any table: it never throws, and its figures are in the row of that unit', () => {
    const texts = fc.constantFrom(
      '',
      '1',
      '1.234',
      '99%',
      '12,5',
      'Xã A',
      'Xã B',
      'Tổng cộng',
      'Đơn vị',
      '__proto__',
      '(1)',
    );
    const span = fc.constantFrom('', ' rowspan=2', ' colspan=3', ' rowspan=99999', ' colspan=-1', ' colspan=1e9');
    const cell = fc
      .tuple(fc.constantFrom('td', 'th'), span, texts)
      .map(([tag, spans, text]) => `<${tag}${spans}>${text}</${tag}>`);
    const rows = fc.array(
      fc.array(cell, { maxLength: 6 }).map((cells) => `<tr>${cells.join('')}</tr>`),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, (lines) => {
        const head = `<thead><tr>${HEADERS.map((text) => `<td>${text}</td>`).join('')}</tr></thead>`;
        const page = pageOf(`<table><caption>${CAPTION}</caption>${head}<tbody>${lines.join('')}</tbody></table>`);
        const outcome = reader.read(page);
        if (outcome.kind === 'not-found') return;
        const [outline] = outlines(page);
        for (const { unit, indicator, value } of outcome.readings) {
          if (indicator !== 'tiep-nhan' || value === null) continue;
          const own = outline?.rows
            .filter((row) => row.cells[1]?.text === unit.name)
            .map((row) => row.cells[2]?.text.replace('.', ''));
          expect(own).toContain(String(value));
        }
      }),
      { numRuns: drawn(100, 300) },
    );
  });

  it('reads ten thousand rows, and gives up spans beyond all reason', () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => [String(at), `Xã số ${at}`, String(at), '50%', '5']);
    const huge = `<tr>${'<td rowspan="20000" colspan="200">1</td>'.repeat(50)}</tr>`.repeat(500);
    const work = processorTime(() => {
      expect(said(pageOf(tableHtml(HEADERS, rows, CAPTION)))).toHaveLength(30_000);
      expect(said(pageOf(`<table>${huge}</table>`.repeat(5)))).toMatch(/Không thấy bảng/);
    });
    expect(work).toBeLessThan(10_000);
  });
});
