/** All readers, the most particular first, and the one door to them. */

import { cutShort } from './cut-short.ts';
import { drawnQuestions } from './drawn-pictures.ts';
import { headingQuestions } from './known-words.ts';
import { lineQuestions } from './line-questions.ts';
import { checkedOutcome } from './must.ts';
import { windowQuestions } from './open-windows.ts';
import { pageOf } from './parse-page.ts';
import { requestConditions } from './question.ts';
import { type Captured, notFound, type Question, type Reader, type ReadOutcome } from './reader.ts';
import { dossierList } from './readers/dossier-list/reader.ts';
import { form06a } from './readers/form-06a/reader.ts';
import { igate1 } from './readers/igate-1/reader.ts';
import { national2022 } from './readers/national-2022/reader.ts';
import { national2022Page } from './readers/national-2022-page/reader.ts';
import { national2026 } from './readers/national-2026/reader.ts';
import { tanDan } from './readers/tan-dan/reader.ts';
import { besideQuestions } from './unknown-beside.ts';

export const READERS: readonly Reader[] = [
  national2026,
  national2022,
  national2022Page,
  igate1,
  tanDan,
  dossierList,
  form06a,
];

/**
 * Reads with the first reader that knows the page and finds figures on it. When none finds any, the reason comes from
 * the reader that knows the page best: a reader whose own table is on the page before a reader that only recognised
 * words, an officer's reader before ours. `reader` is null when none knows the page. Readers made by pointing come
 * after ours; a reader made to replace another keeps that reader from being used.
 */
export function readCaptured(
  captured: Captured,
  readers: readonly Reader[] = READERS,
): { readonly reader: Reader | null; readonly outcome: ReadOutcome } {
  const knowing = readers.filter((reader) => reader.matches(captured));
  const refused = new Set(knowing.map(({ instead }) => instead));
  const results: ReturnType<typeof readCaptured>[] = [];
  for (const reader of knowing) {
    if (refused.has(reader.id)) continue;
    const outcome = readWith(reader, captured);
    if (outcome.kind === 'found') return { reader, outcome };
    results.push({ reader, outcome });
  }
  const knew = results.filter(({ outcome }) => outcome.kind === 'not-found' && outcome.isForeign !== true);
  const best = knew.findLast(({ reader }) => reader !== null && !READERS.includes(reader)) ?? knew[0];
  return best ?? { reader: null, outcome: notFound('Chưa có cách đọc nào cho trang này.') };
}

/** A reader's result with all checks: the conditions of the request before, the figures after. */
function readWith(reader: Reader, captured: Captured): ReadOutcome {
  const known =
    typeof reader.knownConditions === 'function' ? reader.knownConditions(captured) : reader.knownConditions;
  const conditions = requestConditions(captured, known);
  if (conditions.kind === 'fault') return notFound(conditions.fault);
  const page = /^\s*[[{]/.test(captured.body) ? undefined : pageOf(captured);
  const outcome = checkedOutcome(reader.read(captured), page);
  if (outcome.kind === 'not-found') return outcome;
  const found = outcome.questions ?? [];
  const shownTexts = found.map(({ shown }) => shown);
  const lines = page ? lineQuestions(page, shownTexts) : [];
  const questions = [...found, ...lines].map(({ shown }) => shown);
  const headings = page ? headingQuestions(page, outcome.claimed ?? [], questions) : [];
  const beside = page
    ? besideQuestions(page, [...questions, ...outcome.warnings, ...headings.map(({ shown }) => shown)])
    : [];
  const drawn = page ? [...drawnQuestions(page), ...windowQuestions(page)] : [];
  const open = [...conditions.questions, ...found, ...lines, ...headings, ...beside, ...drawn];
  const short = page ? cutShort(page, outcome.readings, captured.at) : [];
  const warnings = [...outcome.warnings, ...short];
  return { ...outcome, warnings, questions: distinct(open) };
}

function distinct(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.map((question) => [question.key, question])).values()];
}
