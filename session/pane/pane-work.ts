/**
 * What an officer can have done through the pane, place by place. Fetched once the workbook is open: opening does not
 * wait for it.
 */
import type { AppraisersWork } from './appraisers-work.ts';
import { bookWork } from './book-work.ts';
import { capturesWork } from './captures-work.ts';
import { councilWork } from './council-work.ts';
import type { DossierWork } from './dossier-work.ts';
import { earlierWork } from './earlier-work.ts';
import type { EvidenceWork } from './evidence-work.ts';
import { reportsWork } from './reports-work.ts';
import type { SharingWork } from './sharing-work.ts';
import { type PaneTools, workTools } from './tools.ts';
import type { YearWork } from './year-work.ts';

export type PaneWork = ReturnType<typeof paneWork>;

export function paneWork(paneTools: PaneTools) {
  const tools = workTools(paneTools);
  return {
    ...bookWork(tools),
    ...reportsWork(tools),
    ...earlierWork(tools),
    ...capturesWork(tools),
    ...councilWork(tools),
    ...followed<SharingWork>(async () => (await import('./sharing-work.ts')).sharingWork(tools), SHARING),
    ...followed<EvidenceWork>(async () => (await import('./evidence-work.ts')).evidenceWork(tools), EVIDENCE),
    ...followed<AppraisersWork>(async () => (await import('./appraisers-work.ts')).appraisersWork(tools), APPRAISERS),
    ...followed<YearWork>(async () => (await import('./year-work.ts')).yearWork(tools), YEAR),
    ...followed<DossierWork>(async () => (await import('./dossier-work.ts')).dossierWork(tools), DOSSIER),
  };
}

/** Exhaustive by type: an act without its name is an error. */
type Names<T> = Readonly<Record<keyof T, true>>;

const SHARING: Names<SharingWork> = {
  bookToShare: true,
  unitsToLink: true,
  noticesToSend: true,
  takeExplanations: true,
  resultToSend: true,
  takeShared: true,
};
const APPRAISERS: Names<AppraisersWork> = { appraisers: true, assignAppraiser: true, takeSlips: true };
const EVIDENCE: Names<EvidenceWork> = { noteEvidence: true };
const YEAR: Names<YearWork> = {
  yearRound: true,
  communeFigures: true,
  noteVisit: true,
  noteModel: true,
  appeals: true,
  noteAppeal: true,
  fillPapers: true,
  decisionForm: true,
  recordDecision: true,
};
const DOSSIER: Names<DossierWork> = {
  openCriteria: true,
  editCriterion: true,
  editClasses: true,
  takeMovement: true,
  takeDossier: true,
  reviewDossier: true,
  versionChanges: true,
  newVersion: true,
  takeOldUnits: true,
};

/** Work of places that are opened later, or not every day: the code follows with the first act of it. */
function followed<T extends object>(load: () => Promise<T>, names: Names<T>): T {
  const acts = (Object.keys(names) as (keyof T & string)[]).map((name) => [
    name,
    async (...args: never[]) => {
      const act = (await load())[name] as (...all: never[]) => unknown;
      return act(...args);
    },
  ]);
  return Object.fromEntries(acts) as T;
}
