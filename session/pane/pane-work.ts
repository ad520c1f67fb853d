/**
 * What an officer can have done through the pane, place by place. Fetched once the workbook is open: opening does not
 * wait for it. What comes with a file, or is the work of places that are opened later, is fetched at its first act.
 */
import type { AppraisersWork } from './appraisers-work.ts';
import type { AssignedWork } from './assigned-work.ts';
import { type BookWork, bookWork } from './book-work.ts';
import type { CapturesWork } from './captures-work.ts';
import type { CollectingWork } from './collecting-work.ts';
import type { CouncilWork } from './council-work.ts';
import type { DossierWork } from './dossier-work.ts';
import type { EarlierWork } from './earlier-work.ts';
import type { EvidenceWork } from './evidence-work.ts';
import { FETCHED_ACTS } from './fetched-acts.ts';
import { type ReportsWork, reportsWork } from './reports-work.ts';
import type { SharingWork } from './sharing-work.ts';
import { type PaneTools, type WorkTools, workTools } from './tools.ts';
import type { YearWork } from './year-work.ts';

interface Works {
  readonly book: BookWork;
  readonly reports: ReportsWork;
  readonly collecting: CollectingWork;
  readonly earlier: EarlierWork;
  readonly captures: CapturesWork;
  readonly council: CouncilWork;
  readonly sharing: SharingWork;
  readonly evidence: EvidenceWork;
  readonly appraisers: AppraisersWork;
  readonly assigned: AssignedWork;
  readonly year: YearWork;
  readonly dossier: DossierWork;
}

export type PaneWork = BookWork &
  ReportsWork &
  CollectingWork &
  EarlierWork &
  CapturesWork &
  CouncilWork &
  SharingWork &
  EvidenceWork &
  AppraisersWork &
  AssignedWork &
  YearWork &
  DossierWork;

type WorkOf<Act> = { [Work in keyof Works]: Act extends keyof Works[Work] ? Work : never }[keyof Works];

/** The work that each act is part of; only the page's own thread reaches the extension. */
export type ActWorks = { readonly [Act in Exclude<keyof PaneWork, 'takeWaiting'>]: WorkOf<Act> };

const WORKS: { readonly [Work in keyof Works]: (tools: WorkTools) => Works[Work] | Promise<Works[Work]> } = {
  book: bookWork,
  reports: reportsWork,
  collecting: async (tools) => (await import('./collecting-work.ts')).collectingWork(tools),
  earlier: async (tools) => (await import('./earlier-work.ts')).earlierWork(tools),
  captures: async (tools) => (await import('./captures-work.ts')).capturesWork(tools),
  council: async (tools) => (await import('./council-work.ts')).councilWork(tools),
  sharing: async (tools) => (await import('./sharing-work.ts')).sharingWork(tools),
  evidence: async (tools) => (await import('./evidence-work.ts')).evidenceWork(tools),
  appraisers: async (tools) => (await import('./appraisers-work.ts')).appraisersWork(tools),
  assigned: async (tools) => (await import('./assigned-work.ts')).assignedWork(tools),
  year: async (tools) => (await import('./year-work.ts')).yearWork(tools),
  dossier: async (tools) => (await import('./dossier-work.ts')).dossierWork(tools),
};

export function paneWork(paneTools: PaneTools): PaneWork {
  const tools = workTools(paneTools);
  const acts = Object.entries({ ...FETCHED_ACTS, takeWaiting: 'captures' as const }).map(([name, work]) => [
    name,
    async (...args: readonly never[]) => {
      const acts = (await WORKS[work](tools)) as unknown as Readonly<
        Record<string, (...all: readonly never[]) => unknown>
      >;
      return acts[name]?.(...args);
    },
  ]);
  return Object.fromEntries(acts) as PaneWork;
}
