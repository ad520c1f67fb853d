/** Giấy khen on the commune's own blanks: places in millimetres, names never broken, a test print with a grid first. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findMovement } from '../../../core/movements/index.ts';
import { makePapers } from '../../../core/paper/make-papers.ts';
import { paperLines } from '../../../core/paper/paper.ts';
import { LEAST_SIZE, textWidth } from '../../../core/paper/placed-pages.ts';
import { renderPaper } from '../../../core/paper/render/render.ts';
import { readPaperSettings } from '../../../core/paper/settings.ts';
import { factsOf, SETTINGS } from './movement-run.ts';

const MOVEMENT = findMovement('luc-ba-2024')!;
const LONG =
  'Ban Chỉ huy Quân sự xã và Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở liên thôn Nà Lẻng, Phiêng Cải';

function printed(rows: readonly (readonly [string, string])[], names: readonly string[] = []) {
  const { settings, faults } = readPaperSettings(rows);
  const facts = factsOf(MOVEMENT, 7, names);
  const { papers } = makePapers({ ...facts, settings: { ...SETTINGS, blank: settings.blank } });
  const own = papers.filter(({ kind }) => kind === 'giay-khen-phoi');
  return { test: own[0], all: own[1], faults, count: own.length };
}

describe('certificates on blanks', () => {
  it('are made once the settings have the size of the blank, after a test print', () => {
    expect(printed([]).count).toBe(0);
    const { test, all } = printed([['Khổ phôi giấy khen', '297 x 210 mm']]);
    expect(test?.placed).toMatchObject({ width: 297, height: 210, grid: true });
    expect(test?.placed?.pages).toHaveLength(1);
    expect(all?.placed?.grid).toBe(false);
    expect(all?.placed?.pages.length).toBeGreaterThan(0);
    const [first] = all?.placed?.pages ?? [];
    expect(first?.map(({ text }) => text)).toContain('Lò Văn Thành');
  });

  it('stand where the settings say, to the millimetre, and leave out what the blank has', async () => {
    const { all, faults } = printed([
      ['Khổ phôi giấy khen', '297x210'],
      ['Phôi: họ tên', '50; 90,5; 190; 24'],
      ['Phôi: thẩm quyền ký', 'không'],
    ]);
    expect(faults).toEqual([]);
    const [first = []] = all?.placed?.pages ?? [];
    expect(first[0]).toMatchObject({ x: 50, y: 90.5, width: 190, size: 24, whole: true });
    expect(first.map(({ text }) => text)).not.toContain('CHỦ TỊCH');
    const xml = strFromU8(unzipSync(await renderPaper(all!))['word/document.xml']!);
    expect(xml).toContain(`w:x="${Math.round(50 * 56.7)}" w:y="${Math.round(90.5 * 56.7)}"`);
    expect(xml).toMatch(/w:w="16840" w:h="11907"|w:w="168\d\d" w:h="119\d\d" w:orient="landscape"/);
  });

  it('never break a name: its letters become smaller', async () => {
    const { all } = printed([['Khổ phôi giấy khen', '297 x 210']], [LONG]);
    const line = all?.placed?.pages.flat().find(({ text }) => text.startsWith('Ban Chỉ huy Quân sự xã và'));
    if (line === undefined) throw new Error('the long name won no certificate');
    expect(line.size).toBeLessThan(22);
    expect(line.size).toBeGreaterThanOrEqual(LEAST_SIZE);
    expect(textWidth(line)).toBeLessThanOrEqual(line.width);
    const xml = strFromU8(unzipSync(await renderPaper(all!))['word/document.xml']!);
    expect(xml).toContain(line.text.replaceAll(' ', '\u00a0'));
  });

  it('name a place that is not on the blank, and print at ours', () => {
    const { faults, all } = printed([
      ['Khổ phôi giấy khen', '297 x 210'],
      ['Phôi: người ký', '250; 180; 110; 14'],
    ]);
    expect(faults).toEqual([expect.stringMatching(/^Mục "Phôi: người ký": "250; 180; 110; 14" không nằm trong phôi/)]);
    expect(all?.placed?.pages[0]?.find(({ text }) => text === 'Lò Văn Thành')?.x).toBe(165);
    expect(printed([['Khổ phôi giấy khen', 'A4']]).faults).toEqual([expect.stringMatching(/không phải khổ giấy/)]);
  });
});

describe('papers of the launch', () => {
  const facts = factsOf(MOVEMENT, 7);
  const { papers } = makePapers({ ...facts, settings: SETTINGS });

  it('pledge the plan’s own targets', () => {
    const lines = papers.filter(({ kind }) => kind === 'giao-uoc').flatMap(paperLines);
    for (const { text, section } of MOVEMENT.targets)
      expect(lines.some((line) => line.includes(`(mục ${section})`) && line.length > text.length / 2)).toBe(true);
  });

  it('register each audience for its own criteria', () => {
    const own = papers.filter(({ kind }) => kind === 'dang-ky');
    const audiences = MOVEMENT.criteriaSets.map(({ audience }) => audience);
    expect(own).toHaveLength(new Set(audiences).size);
    for (const paper of own) expect(paperLines(paper).at(-1)).not.toBe('');
  });
});
