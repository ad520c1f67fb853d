/**
 * What the functions need from the workbook: the movement in force and the captured indicators. A workbook full of
 * formulas calls a thousand times within a second, so a single reading serves a burst; a later recalculation reads
 * again. The page supplies the reader; formulas calculated before that wait for it.
 */

import type { Period } from '../../core/base/period/period.ts';
import type { Result } from '../../core/base/result.ts';
import type { Movement } from '../../core/movement/movement.ts';
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { Register } from '../../core/report/register.ts';
import { within } from '../host/within.ts';

export interface BookData {
  /** With the criteria as edited in the workbook; null = none chosen. */
  readonly movement: Movement | null;
  /** Of the settings. */
  readonly period: Period | null;
  readonly observations: readonly Observation[];
  readonly register: Register | null;
}

/** Of a workbook in which nothing was set. */
export const NO_BOOK_DATA: BookData = { movement: null, period: null, observations: [], register: null };

type ReadBookData = () => Promise<Result<BookData>>;

/** Milliseconds one reading is good for. */
const KEPT = 30_000;
/** Milliseconds a formula waits for the page. */
const PATIENCE = 15_000;

const NO_READER: Result<BookData> = {
  ok: false,
  refusal: {
    code: 'no-workbook',
    message: 'Chưa đọc được sổ tính. Hãy mở bảng Thi đua số rồi tính lại (Ctrl+Alt+F9).',
  },
};

let arrive: (read: ReadBookData) => void = () => undefined;
let reader = new Promise<ReadBookData>((resolve) => {
  arrive = resolve;
});
let cached: { readonly data: Promise<Result<BookData>>; readonly until: number } | null = null;

/** Says how the workbook is read; done once by the page. */
export function readBookDataWith(read: ReadBookData): void {
  arrive(read);
  reader = Promise.resolve(read);
  cached = null;
}

/** The workbook's data, at most half a minute old. A refusal is not cached. */
export async function bookData(): Promise<Result<BookData>> {
  const now = performance.now();
  if (cached === null || now >= cached.until) cached = { data: readOnce(), until: now + KEPT };
  const { data } = cached;
  try {
    const result = await data;
    if (!result.ok) forget(data);
    return result;
  } catch (error) {
    forget(data);
    throw error;
  }
}

async function readOnce(): Promise<Result<BookData>> {
  const read = await within(reader, PATIENCE);
  return read ? read() : NO_READER;
}

/** After we wrote settings, criteria or captures: the next function reads anew. */
export function forgetBookData(): void {
  cached = null;
}

function forget(data: Promise<Result<BookData>>): void {
  if (cached?.data === data) cached = null;
}
