/**
 * The look of Nghị định 30/2020/NĐ-CP, Phụ lục I, as it stands in the files: page, margins, letters, heading, page
 * numbers.
 */
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MOVEMENTS } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { renderPaper } from '../../../core/paper/render/render.ts';
import { dayWords } from '../../../core/paper/words.ts';
import { factsOf } from './movement-run.ts';

const MM = 1440 / 25.4;
const { papers } = makePapers(factsOf(MOVEMENTS[0]!, 11));
const kinds = papers.filter(({ kind }, at) => papers.findIndex((other) => other.kind === kind) === at);

describe.each(kinds.map((paper) => [paper.kind, paper] as const))('%s', (_kind, paper) => {
  it('keeps page, margins, letters and page numbers of the decree', async () => {
    const parts = unzipSync(await renderPaper(paper));
    const xml = new TextDecoder().decode(parts['word/document.xml']);
    for (const [, attributes = ''] of xml.matchAll(/<w:pgMar ([^>]*)\/>/g)) {
      const side = (name: string) => Number(new RegExp(`w:${name}="(\\d+)"`).exec(attributes)?.[1]) / MM;
      // Turned, the page's top is its left.
      const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map(side);
      const within = (value: number | undefined, least: number, most: number) =>
        expect(value! >= least - 0.1 && value! <= most + 0.1, `${paper.kind} ${value}`).toBe(true);
      within(top, 20, 25);
      within(bottom, paper.landscape ? 15 : 20, 25);
      within(left, paper.landscape ? 20 : 30, 35);
      within(right, 15, 20);
    }
    const sizes = new Set([...xml.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map(([, size]) => Number(size)));
    // 11 … 14 points for letters; what is smaller carries none (rules, air around tables).
    expect([...sizes].filter((size) => size > 28 || (size > 12 && size < 22))).toEqual([]);
    const fonts = new Set([...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font));
    expect([...fonts]).toEqual(['Times New Roman']);
    expect(xml).toContain('<w:titlePg/>');
    const headers = Object.entries(parts).filter(([name]) => /^word\/header\d+\.xml$/.test(name));
    expect(headers.filter(([, part]) => new TextDecoder().decode(part).includes('PAGE'))).not.toEqual([]);
  });
});

it('a day is written with a nought before days under 10 and months 1 and 2 only; an unknown one stays open', () => {
  expect(dayWords('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026');
  expect(dayWords('2025-03-15')).toBe('ngày 15 tháng 3 năm 2025');
  expect(dayWords(null)).toBe('ngày …… tháng …… năm ………');
});
