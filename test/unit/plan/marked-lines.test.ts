/** Every finding of a plan is marked where it stands, and nothing else is; the lines are the plan's own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { markedLines } from '../../../core/plan/layout/marked-lines.ts';
import { readPlanText } from '../../../core/plan/layout/plan-text.ts';
import { pickedFrom, placeIn } from '../../../core/plan/picked.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/plans');
const PLANS = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(PLANS)('the marks of %s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8');
  const { targets, quotas, deadlines } = extractPlan(text);
  const found = [...targets, ...quotas, ...deadlines].map((target, at) => ({ ...target, id: `f${at}` }));
  const lines = markedLines(text, found);

  it('are over all of its text, in order', () => {
    const words = lines.map(({ pieces }) => pieces.map((piece) => piece.text).join('')).join(' ');
    expect(words).toBe(squeezed(readPlanText(text).folded));
  });

  it('say the words of each finding', () => {
    for (const { id, text: words } of found) {
      const marked = lines.map(({ pieces }) => pieces.filter(({ ids }) => ids.includes(id)));
      const text = squeezed(marked.map((pieces) => pieces.map((piece) => piece.text).join('')).join(' '));
      const marks = new Set(text.replace(/[*#]+/g, '').split(/[\s,;:.()“”]+/));
      for (const word of words.split(/[\s,;:.()“”]+/)) if (word !== '') expect(marks, words).toContain(word);
      expect(text.length).toBeLessThanOrEqual(words.length + 400);
    }
  });
});

const TEXT = `XÃ PHÚ LÂM
KẾ HOẠCH

I. MỤC TIÊU
1. Chỉ tiêu
a) Phấn đấu trên 85% hộ dân có
tài khoản thanh toán điện tử.
b) Mỗi thôn có ít nhất 02 lớp tập huấn.
II. KHEN THƯỞNG
Tặng giấy khen cho không quá 5 tập thể.`;

describe('a stretch picked out', () => {
  const pick = (words: string) => {
    const place = placeIn(TEXT, words);
    if (!place) throw new Error(words);
    return pickedFrom(TEXT, place.from, place.to);
  };

  it('is read over the end of a line, with its part and its figure', () => {
    const picked = pick('trên 85% hộ dân có tài khoản');
    expect(picked).toMatchObject({ section: 'I.1.a', figure: { comparator: '>', value: 85, unit: '%' } });
    expect(readPlanText(TEXT).folded.slice(picked.figureOffset).startsWith('85%')).toBe(true);
    expect(pick('ít nhất 02 lớp tập huấn')).toMatchObject({ section: 'I.1.b', figure: { comparator: '>=', value: 2 } });
    expect(pick('Tặng giấy khen').figure).toBeNull();
    expect(pick('XÃ PHÚ LÂM').section).toBe('');
  });

  it('is nowhere when the plan does not say it', () => {
    expect(placeIn(TEXT, 'trên 95% hộ dân')).toBeNull();
    expect(placeIn(TEXT, '  ')).toBeNull();
  });
});
