/**
 * Award money where the law fixes it (NĐ 152/2025/NĐ-CP, Điều 49, 51, 54): a factor of the base pay on the day of the
 * decision, rounded up to ten thousand đồng. The base pay is a setting; a factor we have not seen is not guessed.
 */
import type { Audience, Movement } from '../../movement/movement.ts';

type Form = Pick<Movement['awards'][number], 'name' | 'level'>;

const STEP = 10_000;

/** Tenths of the base pay for a collective; null = not known. */
function tenthsFor({ name, level }: Form): number | null {
  if (/^giấy khen/iu.test(name)) return 6;
  if (/^bằng khen/iu.test(name)) {
    if (level === 'state') return 70;
    return /chủ tịch\s+(?:ubnd|ủy ban nhân dân)/iu.test(name) ? 30 : null;
  }
  return /^huân chương lao động hạng ba$/iu.test(name.trim()) ? 90 : null;
}

/**
 * Whole đồng, or null where the law's factor is not known here (for individuals and for households, who receive one and
 * a half times an individual's) or no base pay was set. Giấy khen to a collective at 2.340.000: 0,6 × = 1.404.000 →
 * 1.410.000.
 */
export function awardMoney(form: Form, subject: Audience['subject'], basePay: number | null): number | null {
  const tenths = subject === 'collective' ? tenthsFor(form) : null;
  if (tenths === null || basePay === null || !Number.isSafeInteger(basePay) || basePay <= 0) return null;
  return Math.ceil((basePay * tenths) / (10 * STEP)) * STEP;
}
