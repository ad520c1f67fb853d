/** What cannot be seen changes nothing: zero-width letters, soft hyphens, parted letters and odd blanks, strewn anywhere. */
import { describe, expect, it } from 'vitest';
import { extractPlan } from '../../../core/plan/extract-plan.ts';
import { readPlanFile } from '../../../core/plan/file/plan-file.ts';
import { cleanText } from '../../../core/plan/layout/clean-text.ts';
import { labelledPlans } from '../../fixtures/plans.ts';
import { type Random, random } from '../../fixtures/random.ts';

const UNSEEN = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e', '\u202c', '\ufe0f'];
const BLANKS = ['\u00a0', '\u2002', '\u2009', '\u202f', '\u3000'];

/** As each tenth letter is, on average. */
function strewn(text: string, { between, pick }: Random): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const drawn = between(0, 9);
      if (drawn === 0) return letter + pick(UNSEEN);
      if (drawn === 1 && letter === ' ') return pick(BLANKS);
      return drawn === 2 ? letter.normalize('NFD') : letter;
    })
    .join('');
}

describe('letters that cannot be seen', () => {
  it.each(labelledPlans().map((plan, seed) => ({ ...plan, seed })))('change nothing in $name', ({ text, seed }) => {
    const strewnText = strewn(text, random(seed));
    expect(strewnText.length).toBeGreaterThan(text.length);
    expect(extractPlan(strewnText)).toEqual(extractPlan(text));
  });

  it('leave the ư of old fonts, which has the place of the soft hyphen', () => {
    const line = 'Phßng trµo thi ®ua cña ph\u00ad\u00eang Ph\u00ading L·m n¨m 2026, chØ tiªu 80% hé d©n trong x\u00b7';
    expect(cleanText(line)).toContain('phường');
  });

  it.each(['\r\n', '--boundary\r\nContent-Type: application/pdf\r\n\r\n', '\u0000\u0001@PJL SET\r\n'])(
    'before the mark of a PDF do not matter (%j)',
    (before) => {
      const bytes = new TextEncoder().encode(`${before}%PDF-1.7\n%âãÏÓ\n`);
      expect(readPlanFile(bytes)).toEqual({ kind: 'pdf' });
    },
  );
});
