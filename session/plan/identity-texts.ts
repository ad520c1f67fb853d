/** Whose plan it is, as the texts of a form, and back. What the plan does not say stays empty. */
import { readDate } from '../../core/grid/date.ts';
import type { PlanIdentity } from '../../core/plan/identity/identity.ts';
import { done, type Result, refuse } from '../../core/result.ts';

export const IDENTITY_FIELDS = {
  commune: 'Xã, phường ban hành',
  province: 'Tỉnh, thành phố',
  district: 'Huyện (kế hoạch trước 01/7/2025)',
  title: 'Tên phong trào',
  planTitle: 'Tên kế hoạch',
  number: 'Số kế hoạch',
  date: 'Ngày ban hành',
  theme: 'Chủ đề',
  from: 'Từ ngày',
  to: 'Đến ngày',
} as const;
export type IdentityField = keyof typeof IDENTITY_FIELDS;
export type IdentityTexts = Readonly<Record<IdentityField, string>>;

export function identityTexts({ issuer, plan, title, theme, period }: PlanIdentity): IdentityTexts {
  return {
    commune: issuer.commune ?? '',
    province: issuer.province ?? '',
    district: issuer.district ?? '',
    title: title ?? '',
    planTitle: plan.title ?? '',
    number: plan.number ?? '',
    date: dayText(plan.date),
    theme: theme ?? '',
    from: dayText(period.from),
    to: dayText(period.to),
  };
}

/** Refused with the field whose day cannot be understood, or when the end comes before the beginning. */
export function withIdentity<I extends PlanIdentity>(identity: I, texts: IdentityTexts): Result<I> {
  const days = new Map<IdentityField, string | null>();
  for (const field of ['date', 'from', 'to'] as const) {
    const written = texts[field].trim();
    const day = written === '' ? null : readDate(written);
    if (written !== '' && day === null) return refuse('identity', `${IDENTITY_FIELDS[field]}: ghi như 31/12/2026.`);
    days.set(field, day);
  }
  const [from, to] = [days.get('from') ?? null, days.get('to') ?? null];
  if (from !== null && to !== null && to < from)
    return refuse('identity', `${IDENTITY_FIELDS.to}: phải sau ${IDENTITY_FIELDS.from.toLowerCase()}.`);
  const held = (field: IdentityField) => texts[field].normalize('NFC').replace(/\s+/g, ' ').trim() || null;
  const date = days.get('date') ?? null;
  const isSameDay = date === identity.plan.date;
  return done({
    ...identity,
    issuer: { commune: held('commune'), province: held('province'), district: held('district') },
    plan: {
      number: held('number'),
      date,
      dateText: isSameDay ? identity.plan.dateText : null,
      title: held('planTitle'),
    },
    title: held('title'),
    theme: held('theme'),
    period: { from, to },
  });
}

function dayText(day: string | null): string {
  return day === null ? '' : day.split('-').reverse().join('/');
}
