/**
 * Award money where the law fixes it (NĐ 152/2025/NĐ-CP, Điều 49, 51, 54): a factor of the base pay on the day of the
 * decision, rounded up to ten thousand đồng. The base pay is a setting, as is the decree's factor for a person's giấy
 * khen, which we have not seen ourselves; a factor is never guessed.
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

/** What the settings tell of money: đồng a month, and hundredths of it for a giấy khen to a person. */
interface Pay {
  readonly basePay: number | null;
  readonly personFactor: number | null;
}

/**
 * Whole đồng, or null where the factor is not known or no base pay was set. Giấy khen to a collective at 2.340.000:
 * 0,6 × = 1.404.000 → 1.410.000; a household gets one and a half times what a person does.
 */
export function awardMoney(form: Form, subject: Audience['subject'], { basePay, personFactor }: Pay): number | null {
  if (basePay === null || !Number.isSafeInteger(basePay) || basePay <= 0) return null;
  if (subject === 'collective') {
    const tenths = tenthsFor(form);
    return tenths === null ? null : roundedUp(basePay * tenths, 10);
  }
  if (personFactor === null || !/^giấy khen/iu.test(form.name)) return null;
  return roundedUp(basePay * personFactor * (subject === 'household' ? 3 : 2), 200);
}

/** `amount / parts`, up to the next ten thousand. */
function roundedUp(amount: number, parts: number): number {
  return Math.ceil(amount / (parts * STEP)) * STEP;
}
