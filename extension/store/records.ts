/** The stored record of a press. The raw capture never changes; the officer's decisions are stored beside it. */
import type { Observation } from '../../core/portal/indicator/observation.ts';
import type { CarrierMemory } from '../../core/share/remembering-carrier.ts';
import type { Role } from '../../core/share/role.ts';
import type { newKeyPair } from '../../session/share/web-crypto.ts';
import type { Way } from '../../ui/share/stored-spaces.ts';

/** withdrawn = it was confirmed and counts no more. */
export type CaptureState = 'raw' | 'confirmed' | 'corrected' | 'discarded' | 'withdrawn';

export interface CapturePart {
  /** `file` = a report that arrived as a file; its figures are read from the page made of it. */
  readonly kind: 'page' | 'answer' | 'file';
  readonly url: string;
  readonly request: string | null;
  /** Key of its body in the blobs: `sha256:…`. */
  readonly hash: string;
  /** ISO instant at which an answer came; absent: with the press. */
  readonly at?: string;
  /** ISO instant at which the page requested the same address again, after this answer; absent: it did not. */
  readonly askedAgain?: string;
}

export interface FigureCorrection {
  readonly indicator: string;
  /** The figure that was read; never changed. */
  readonly read: number | null;
  readonly value: number | null;
  readonly reason: string;
}

/** The page says one period, the officer another: of all figures of the capture. */
export interface PeriodCorrection {
  readonly kind: 'period';
  /** Text forms of the periods: the period that was read, never changed, and the present period. */
  readonly read: string;
  readonly value: string;
  readonly reason: string;
}

export type Correction = FigureCorrection | PeriodCorrection;

/** One change of what was confirmed, with what stood before it. */
export interface Revision {
  /** ISO instant of the change. */
  readonly at: string;
  readonly what: 'reopened' | 'withdrawn';
  /** In the officer's words; '' where she took it back at once. */
  readonly reason: string;
  readonly observations: readonly Observation[];
  readonly corrections: readonly Correction[];
  /** A workbook or a shared book had these figures. */
  readonly handed?: true;
}

/** What the officer has chosen or typed so far: outlives the panel. */
export interface CaptureDraft {
  /** Key or typed name of the unit; null = not chosen. */
  readonly unit: string | null;
  readonly period: string | null;
  /** Indicator → the text typed for it. */
  readonly values: Readonly<Record<string, string>>;
  readonly reason: string;
  /** Keys of the questions she has answered with yes. */
  readonly answers?: readonly string[];
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
  readonly draft: CaptureDraft | null;
  /** Set when the same figures were already there: the capture that holds them. */
  readonly duplicateOf: string | null;
  /** Set when it was put aside by itself: why no reader found a figure in it. Absent: it was not. */
  readonly nothing?: string;
  /** Questions answered with yes, in their words; absent: there was no question. */
  readonly answered?: readonly string[];
  /** What was confirmed; empty until then. */
  readonly observations: readonly Observation[];
  readonly corrections: readonly Correction[];
  /** What was confirmed before and changed, the first change first; absent: nothing was. */
  readonly history?: readonly Revision[];
}

export interface BlobRecord {
  readonly hash: string;
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * A confirmed figure, indexed so that the last figure of the same source, unit and period is found at once. Made from
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
  /** A figure of another month in the answer, besides the requested period: the capture has no other unit for it. */
  readonly course?: true;
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

/** Questions about pages of one site that the officer has answered for good. */
export interface SiteAnswersRecord {
  readonly host: string;
  /** Key of a question → its text. */
  readonly answers: Readonly<Record<string, string>>;
}

/**
 * A file that a page stored for the worker (a dossier, a report), or the movement read from it; checked again whenever
 * it is read.
 */
export interface MovementRecord {
  readonly id: string;
  readonly content: unknown;
}

/** The one shared book this browser sends figures to; gone when it takes part no more. */
export interface SharedBookRecord {
  readonly id: 'book';
  readonly space: string;
  /** Over a server at `https://so-chung.tinh.gov.vn`, or a folder on disk. */
  readonly way: Way;
  /** Of this machine and who uses it, as the others see it. */
  readonly name: string;
  /** The private half cannot be read out by any script. */
  readonly pair: Awaited<ReturnType<typeof newKeyPair>>;
  /** By which the chair knows this machine: six digits, read out over the telephone. */
  readonly number: string;
  /** Captures pressed earlier stay here; ISO instant, '' = all are sent. */
  readonly since: string;
  /** What was last seen on the server; of a folder null. */
  readonly seen: CarrierMemory | null;
  /** What this machine is in the book, as last heard; null = not heard yet. */
  readonly part: { readonly title: string; readonly roles: readonly Role[]; readonly ended: boolean } | null;
  /** ISO instant of the last time the book had all; null = not yet. */
  readonly sentAt: string | null;
  /** What the last try has to tell, Vietnamese sentences: why figures wait, what is odd about the server; '' = nothing. */
  readonly trouble: string;
}

/** A folder the officer chose in the desk: a message carries none. */
export interface ChosenFolderRecord {
  readonly id: 'folder';
  readonly handle: FileSystemDirectoryHandle;
}

/** A capture whose figures are signed; `sent` once the book has them. What has none waits. */
export interface SharedCaptureRecord {
  readonly captureId: string;
  readonly state: 'signed' | 'sent';
}
