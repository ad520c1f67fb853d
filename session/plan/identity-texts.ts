/** Whose plan it is, as the texts of a form, and back. What the plan does not say stays empty. */

import { done, type Result, refuse } from '../../core/base/result.ts';
import type { Formation } from '../../core/plan/identity/formation.ts';
import type { PlanIdentity } from '../../core/plan/identity/identity.ts';
import { readDate } from '../../core/sheet/grid/date.ts';

export const IDENTITY_FIELDS = {
  commune: 'Xã, phường ban hành',
  province: 'Tỉnh, thành phố',
  district: 'Huyện (kế hoạch trước 01/7/2025)',
  predecessors: 'Hợp thành từ các xã (mỗi xã một dòng)',
  validFrom: 'Mang tên hiện nay từ ngày',
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

export function identityTexts(identity: PlanIdentity & Formation): IdentityTexts {
  const { issuer, plan, title, theme, period, predecessors, validFrom } = identity;
  return {
    commune: issuer.commune ?? '',
    province: issuer.province ?? '',
    district: issuer.district ?? '',
    predecessors: predecessors.join('\n'),
    validFrom: dayText(validFrom),
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
export function withIdentity<I extends PlanIdentity & Formation>(identity: I, texts: IdentityTexts): Result<I> {
  const days = new Map<IdentityField, string | null>();
  for (const field of ['date', 'validFrom', 'from', 'to'] as const) {
    const written = texts[field].trim();
    const day = written === '' ? null : readDate(written);
    if (written !== '' && day === null) return refuse('identity', `${IDENTITY_FIELDS[field]}: ghi như 31/12/2026.`);
    days.set(field, day);
  }
  const [from, to] = [days.get('from') ?? null, days.get('to') ?? null];
  if (from !== null && to !== null && to < from)
    return refuse('identity', `${IDENTITY_FIELDS.to}: phải sau ${IDENTITY_FIELDS.from.toLowerCase()}.`);
  const tidy = (words: string) => words.normalize('NFC').replace(/\s+/g, ' ').trim();
  const held = (field: IdentityField) => tidy(texts[field]) || null;
  const date = days.get('date') ?? null;
  const isSameDay = date === identity.plan.date;
  return done({
    ...identity,
    issuer: { ...identity.issuer, commune: held('commune'), province: held('province'), district: held('district') },
    predecessors: texts.predecessors.split('\n').flatMap((name) => tidy(name) || []),
    validFrom: days.get('validFrom') ?? null,
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
