/** What is kept of a press. The raw capture never changes; what the officer decides about it stands beside it. */
import type { Observation } from '../../core/indicator/observation.ts';

export type CaptureState = 'raw' | 'confirmed' | 'corrected' | 'discarded';

export interface CapturePart {
  readonly kind: 'page' | 'answer';
  readonly url: string;
  readonly request: string | null;
  /** Key of its body in the blobs: `sha256:…`. */
  readonly hash: string;
  /** ISO instant at which an answer came; absent: with the press. */
  readonly at?: string;
  /** ISO instant at which the page asked the same address again, after this answer; absent: it did not. */
  readonly askedAgain?: string;
}

export interface FigureCorrection {
  readonly indicator: string;
  /** What was read; kept for good. */
  readonly read: number | null;
  readonly value: number | null;
  readonly reason: string;
}

/** The page says one period, the officer another: of all figures of the capture. */
export interface PeriodCorrection {
  readonly kind: 'period';
  /** Text forms of the periods: what was read, kept for good, and what stands now. */
  readonly read: string;
  readonly value: string;
  readonly reason: string;
}

export type Correction = FigureCorrection | PeriodCorrection;

/** What the officer has chosen or typed so far: outlives the panel. */
export interface Draft {
  /** Key or typed name of the unit; null = not chosen. */
  readonly unit: string | null;
  readonly period: string | null;
  /** Indicator → the text typed for it. */
  readonly values: Readonly<Record<string, string>>;
  readonly reason: string;
}

export interface CaptureRecord {
  readonly id: string;
  /** ISO instant with the offset of Asia/Ho_Chi_Minh. */
  readonly at: string;
  readonly url: string;
  readonly title: string;
  readonly state: CaptureState;
  readonly parts: readonly CapturePart[];
  /** Hash of the picture cropped to the data; null when there was no data in sight. */
  readonly picture: string | null;
  /** Addresses of frames that could not be read. */
  readonly unread: readonly string[];
  readonly view: { readonly width: number; readonly height: number; readonly scrollY: number; readonly ratio: number };
  readonly draft: Draft | null;
  /** Set when the same figures were already there: the capture that holds them. */
  readonly duplicateOf: string | null;
  /** Set when it was put aside by itself: why no reader found a figure in it. Absent: it was not. */
  readonly nothing?: string;
  /** What was confirmed; empty until then. */
  readonly observations: readonly Observation[];
  readonly corrections: readonly Correction[];
}

export interface BlobRecord {
  readonly hash: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A confirmed figure, filed so that the last one of the same source, unit and period is found at once. Made from
 * captures' observations.
 */
export interface FigureRecord {
  readonly id?: number;
  readonly captureId: string;
  readonly at: string;
  /** Source, unit and period. */
  readonly series: string;
  /** Key of the unit within its source. */
  readonly unit: string;
  readonly observation: Observation;
}

/** A confirmed capture on its way to Excel. */
export interface OutboxRecord {
  readonly captureId: string;
  readonly state: 'waiting' | 'sent';
  /** ISO instant of the hand-over; null while it waits. */
  readonly sentAt: string | null;
}

/** A reader the officer made by pointing; checked again whenever it is read. */
export interface ReaderRecord {
  readonly id: string;
  readonly definition: unknown;
}

/** The file of a dossier a page laid down (bytes), or the movement read from it; checked again whenever it is read. */
export interface MovementRecord {
  readonly id: string;
  readonly content: unknown;
}
