/**
 * The contract of a portal reader: whether it knows the page, and what it reads there. A reader is pure: it takes a
 * capture and returns readings or a reason why there are none; hashing, storing and asking the officer happen outside
 * core. Nothing is ever guessed: an empty or changed page is "not found", never a number.
 */
import { type Period, periodDays } from '../../base/period/period.ts';
import type { KnownConditions } from './question.ts';

/** What was captured: the text of a page or of an answer, and what is needed to label it. */
export interface Captured {
  readonly url: string;
  /** Body of the request that was answered, when it was heard: the period stands only there. */
  readonly request: string | null;
  /** ISO instant of the capture, with the offset of Asia/Ho_Chi_Minh. */
  readonly at: string;
  /** JSON text or HTML of the page. */
  readonly body: string;
}

/**
 * What may narrow, move or cut short the figures and what no reader understands: nothing counts before the officer has
 * answered that the figures are of all.
 */
export interface Question {
  /** The same for the same state of the same site. */
  readonly key: string;
  /** Vietnamese sentence that asks. */
  readonly about: string;
  /** What the page, the request or the answer shows: `Lĩnh vực: Hộ tịch`. */
  readonly shown: string;
  /** Whether the answer holds for the next capture of this site too: not where the state itself is not known. */
  readonly isKept: boolean;
  /** Key of the unit whose figures alone are in question; absent: all. */
  readonly unit?: string;
}

export interface CapturedUnit {
  readonly id?: string;
  readonly code?: string;
  readonly name: string;
}

/** One figure of one unit. Missing is null, never 0. */
export interface CaptureReading {
  readonly indicator: string;
  readonly unit: CapturedUnit;
  /** null when the page does not name it: the officer has to, we assume nothing. */
  readonly period: Period | null;
  readonly value: number | null;
  readonly max?: number;
  readonly numerator?: number | null;
  readonly denominator?: number | null;
  /**
   * A figure of another month in the answer, besides the requested period: stored with the history, never offered as a
   * result.
   */
  readonly course?: true;
  /** Conditions the page must meet for this figure to be trusted. The engine checks them and strips this field. */
  readonly must?: readonly Must[];
}

/** Warning → unit key → the part of the warning that concerns only this unit. */
export type OfUnits = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** An equation: `left` = `right`, at most `within` apart. `what` says it in Vietnamese, short. */
export interface Must {
  readonly what: string;
  readonly left: number;
  readonly right: number;
  readonly within?: number;
}

/** Fields or procedures with the most dossiers beyond their day, the most first, at most ten: none of them is the unit's. */
export interface Slowest {
  readonly of: 'lĩnh vực' | 'thủ tục';
  readonly rows: readonly { readonly name: string; readonly late: number; readonly received: number }[];
}

export type ReadOutcome =
  | {
      readonly kind: 'found';
      readonly readings: readonly CaptureReading[];
      readonly warnings: readonly string[];
      /** Of those warnings that are of some units only: what each says of each of them, by the unit's key. */
      readonly ofUnits?: OfUnits;
      readonly questions?: readonly Question[];
      /** The multiple in which the answer states its counts, if it names one: such counts are not used. */
      readonly scale?: string | undefined;
      /** Headings that the reader was made for. */
      readonly claimed?: readonly string[];
      readonly slowest?: Slowest | undefined;
      /** Periods the page may mean where it contradicts itself: offered, never taken. */
      readonly candidates?: readonly Period[];
    }
  /**
   * One Vietnamese sentence: what was looked for and not found. `isForeign` = the page is none of this reader's, so
   * that it has nothing to say of it.
   */
  | { readonly kind: 'not-found'; readonly reason: string; readonly isForeign?: boolean };

/** What others know of a reader without the reader itself, which weighs much more. */
export interface ReaderAbout {
  readonly id: string;
  /**
   * Where its figures come from, as far as they may be compared; null = many sites have it, each a source of its own.
   */
  readonly source: string | null;
}

export interface Reader extends ReaderAbout {
  /** `YYYY-MM-DD.n`, written into every capture. */
  readonly version: string;
  /** Name of the reader in Vietnamese. */
  readonly label: string;
  /** What officers call its source. */
  readonly sourceName: string;
  /** In Vietnamese: on which pages it reads. */
  readonly pages: string;
  /** Cheap: looks at the address and the first characters only. */
  readonly matches: (captured: Captured) => boolean;
  /** The reader whose result for these pages the officer rejected: it is skipped where this reader matches. */
  readonly instead?: string;
  /** Name of the unit the officer pointed at when she made it: chosen where no other is. */
  readonly unit?: string;
  /** Conditions of requests that the reader understands; any other becomes a question. */
  readonly knownConditions: KnownConditions | ((captured: Captured) => KnownConditions);
  readonly read: (captured: Captured) => ReadOutcome;
}

/** A period that had not begun at the capture: portals print 0 for it, which is no figure. */
export function notBegun(captured: Captured, period: Period): boolean {
  return periodDays(period).from > captured.at.slice(0, 10);
}

/** Shorthand for a page on which the reader found nothing. */
export function notFound(reason: string): Extract<ReadOutcome, { kind: 'not-found' }> {
  return { kind: 'not-found', reason };
}
