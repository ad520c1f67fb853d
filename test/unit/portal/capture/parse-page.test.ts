/** Pages made to keep a reader busy: the time of reading stays with the length of the page. */
import { describe, expect, it } from 'vitest';
import { descendants, tagOf } from '../../../../core/portal/capture/page.ts';
import { parsePage } from '../../../../core/portal/capture/parse-page.ts';
import { tablesOf } from '../../../../core/portal/capture/table.ts';
import { outlinesOf } from '../../../../core/portal/capture/taught-reader/outline.ts';
import { processorTime } from '../../processor-time.ts';

const TABLE = '<table><tr><th>Đơn vị</th></tr><tr><td>12</td></tr></table>';

/** Milliseconds of work in parsing and finding the tables: what other programs do meanwhile does not count. */
function timed(html: string): { readonly tables: number; readonly time: number } {
  let tables = 0;
  const time = processorTime(() => {
    const page = parsePage(html);
    outlinesOf(page);
    tables = tablesOf(page).length;
  });
  return { tables, time };
}

describe('a page', () => {
  it('is read as deep as browsers nest, and with more attributes than any page has', () => {
    const deep = parsePage(`${'<div>'.repeat(400)}${TABLE}`);
    expect(descendants(deep, (element) => tagOf(element) === 'td').map((descendant) => descendant.textContent)).toEqual(
      ['12'],
    );
    const many = Array.from({ length: 900 }, (_, at) => `a${at}="x"`).join(' ');
    expect(timed(`<p ${many}>${TABLE}`).tables).toBe(1);
  });

  it.each([
    ['levels', '<div>'.repeat(200_000)],
    ['levels closed by force', '<ul><li>'.repeat(120_000)],
    ['tables in tables', `${'<table><tr><td>'.repeat(60_000)}1`],
    ['attributes', `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=""`).join(' ')}>`],
    ['many pieces in a cell', `<table><tr><td>${'<i>1</i>'.repeat(200_000)}`],
    ['tables in tables around much text', `${'<table><tr><td>'.repeat(120)}${'chữ '.repeat(1_000_000)}`],
  ])('of a million signs is done with at once: %s', (_, html) => {
    expect(timed(`<!doctype html><body>${html}`).time).toBeLessThan(8_000);
  });
});
