/** What is due in a year or each quarter of it, where the plan names no day: "cuối năm báo cáo", "báo cáo mỗi quý". */

import type { DueKind } from '../../movement/movement.ts';
import type { PlanText } from '../layout/plan-text.ts';
import type { Section } from '../layout/section.ts';
import { DEEDS } from '../lexicon/deeds.ts';
import { phrases } from '../lexicon/phrases.ts';
import { findPhrase, phraseAt, phraseBefore, type Token } from '../words/token.ts';
import type { PlanDeadline } from './deadlines.ts';
import { deedOf } from './deeds.ts';

/** The year a heading opens with; null = none. */
export function headingYear(section: Section): number | null {
  const year = /^(?:trong )?năm (20\d\d)(?!\d)/i.exec(section.under)?.[1];
  return year === undefined ? null : Number(year);
}

const EACH_QUARTER = phrases(
  'mỗi quý một lần | mỗi quý 1 lần | mỗi quý 01 lần | hằng quý một lần | hàng quý một lần | một quý một lần',
);

/** "báo cáo mỗi quý một lần": within each quarter of the plan's year. */
export function quarterlyDue(
  text: PlanText,
  section: Section,
  tokens: readonly Token[],
  year: number,
): readonly PlanDeadline[] {
  const at = findPhrase(tokens, 0, tokens.length, EACH_QUARTER);
  const deed = at < 0 ? undefined : DEEDS.find(([, words]) => findPhrase(tokens, 0, tokens.length, words) >= 0);
  if (!deed || !YEAR_DEEDS.has(deed[0]) || section.topic === 'state') return [];
  const start = tokens[0]?.start ?? section.start;
  return [1, 2, 3, 4].map((quarter) => ({
    text: text.flat.slice(start, tokens.at(-1)?.end ?? section.end),
    section: section.section,
    offset: text.offsetOf(start),
    when: { quarter, year },
    what: deed[0],
    exclusive: false,
  }));
}

const IN_YEAR = phrases('vào năm | trong năm | cuối năm | vào cuối năm | đến cuối năm');

/**
 * "Năm 2023: … đăng ký", "cuối năm báo cáo", "định kỳ hằng năm báo cáo": the text names only the year, or not even that
 * (`only` = null: each year).
 */
export function yearDue(
  text: PlanText,
  section: Section,
  tokens: readonly Token[],
  only: number | null,
): readonly PlanDeadline[] {
  const heading = headingYear(section);
  const regular = regularDeed(tokens);
  const at = findPhrase(tokens, 0, tokens.length, IN_YEAR);
  const stated = at >= 0 ? tokens.slice(at, at + 5).find((token) => /^20\d\d$/.test(token.text))?.text : undefined;
  const inCalendar = section.topics.includes('calendar') && !section.topics.includes('award');
  const isBare = at >= 0 && stated === undefined && tokens.slice(at, at + 3).some((token) => token.key === 'cuối');
  const year = stated ?? (inCalendar ? heading : null) ?? only;
  if (stated === undefined && !isBare && !(inCalendar && heading !== null) && regular === null) return [];
  const named = DEEDS.find(([what, words]) => YEAR_DEEDS.has(what) && findPhrase(tokens, 0, tokens.length, words) >= 0);
  const what = regular ?? named?.[0];
  if (!what || section.topic === 'award' || section.topic === 'award-quota') return [];
  const start = tokens[0]?.start ?? section.start;
  return [
    {
      text: text.flat.slice(start, tokens.at(-1)?.end ?? section.end),
      section: section.section,
      offset: text.offsetOf(start),
      when: year === null ? { every: 'year' } : { year: Number(year) },
      what,
      exclusive: false,
    },
  ];
}

/** "Định kỳ hằng năm, các cơ quan báo cáo …", "có kiểm tra, đánh giá định kỳ hằng năm": what comes round each year. */
function regularDeed(tokens: readonly Token[]): DueKind | null {
  const from = findPhrase(tokens, 0, tokens.length, EACH_YEAR);
  if (from < 0) return null;
  const what = deedOf(tokens, 0, { from, to: from + phraseAt(tokens, from, EACH_YEAR) }, tokens.length);
  // "định kỳ hằng năm kiểm tra chất lượng nước": of the movement it is only where nothing else is looked at.
  const isPlain = DEEDS.some(([deed, words]) => deed === 'evaluation' && phraseBefore(tokens, from, words) > 0);
  return what !== null && (YEAR_DEEDS.has(what) || (what === 'evaluation' && isPlain)) ? what : null;
}
const EACH_YEAR = phrases(
  ['hằng năm', 'hàng năm', 'mỗi năm'].map((text) => `định kỳ ${text} | ${text} định kỳ`).join(' | '),
);
const YEAR_DEEDS: ReadonlySet<DueKind> = new Set([
  'unit-report',
  'registration',
  'interim-review',
  'final-review',
  'yearly-summary',
  'unit-plan',
]);
