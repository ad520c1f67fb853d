/**
 * Pages of one press belong together: a page and its frames. What is chosen or said on one of them may narrow or date
 * the figures that stand on another.
 */
import type { PeriodSaid } from '../../base/period/period-text.ts';
import { periodSaid } from '../../base/period/period-text.ts';
import { lineQuestions } from './line-questions.ts';
import { headingText, periodLines } from './page.ts';
import { notedPeriods } from './page-period.ts';
import { pageOf } from './parse-page.ts';
import { partQuestions, picked } from './pickers.ts';
import type { Captured, Question } from './reader.ts';

interface Around {
  readonly questions: readonly Question[];
  /** What the pages say of time. */
  readonly times: readonly PeriodSaid[];
}

/** An answer has no page around it: its request holds all of its conditions. */
export function isPage({ body }: Captured): boolean {
  return !/^\s*[[{]/.test(body);
}

/** `pages` = those beside the page with the figures. */
export function aroundOf(pages: readonly Captured[]): Around {
  const questions: Question[] = [];
  const times: PeriodSaid[] = [];
  for (const captured of pages) {
    const page = pageOf(captured);
    const { parts, period } = picked(page);
    const chosen = partQuestions(parts);
    const claimed = chosen.map(({ shown }) => shown);
    questions.push(...chosen, ...lineQuestions(page, claimed));
    times.push(period, periodSaid(headingText(page)), periodSaid(periodLines(page)));
    times.push(...notedPeriods(page).flatMap((note): PeriodSaid[] => (note.kind === 'grouped' ? [] : [note])));
  }
  return { questions, times: times.filter(({ kind }) => kind !== 'none') };
}
