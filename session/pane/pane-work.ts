/**
 * What an officer can have done through the pane, place by place. Fetched once the workbook is open: opening does not
 * wait for it. What comes with a file, or is the work of places that are opened later, is fetched at its first act.
 */
import type { AppraisersWork } from './appraisers-work.ts';
import type { AssignedWork } from './assigned-work.ts';
import { bookWork } from './book-work.ts';
import type { CapturesWork } from './captures-work.ts';
import type { CollectingWork } from './collecting-work.ts';
import type { CouncilWork } from './council-work.ts';
import type { DossierWork } from './dossier-work.ts';
import type { EarlierWork } from './earlier-work.ts';
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
    ...followed<CollectingWork>(async () => (await import('./collecting-work.ts')).collectingWork(tools), COLLECTING),
    ...followed<EarlierWork>(async () => (await import('./earlier-work.ts')).earlierWork(tools), EARLIER),
    ...followed<CapturesWork>(async () => (await import('./captures-work.ts')).capturesWork(tools), CAPTURES),
    ...followed<CouncilWork>(async () => (await import('./council-work.ts')).councilWork(tools), COUNCIL),
    ...followed<SharingWork>(async () => (await import('./sharing-work.ts')).sharingWork(tools), SHARING),
    ...followed<EvidenceWork>(async () => (await import('./evidence-work.ts')).evidenceWork(tools), EVIDENCE),
    ...followed<AppraisersWork>(async () => (await import('./appraisers-work.ts')).appraisersWork(tools), APPRAISERS),
    ...followed<AssignedWork>(async () => (await import('./assigned-work.ts')).assignedWork(tools), ASSIGNED),
    ...followed<YearWork>(async () => (await import('./year-work.ts')).yearWork(tools), YEAR),
    ...followed<DossierWork>(async () => (await import('./dossier-work.ts')).dossierWork(tools), DOSSIER),
  };
}

/** Exhaustive by type: an act without its name is an error. */
type Names<T> = Readonly<Record<keyof T, true>>;

const COLLECTING: Names<CollectingWork> = {
  makeForms: true,
  collect: true,
  replaceReports: true,
  leaveReports: true,
  makeRegister: true,
};
const EARLIER: Names<EarlierWork> = { takePrevious: true, dropPrevious: true, fillTally: true, followUpCourse: true };
const CAPTURES: Names<CapturesWork> = { importCaptures: true, takeWaiting: true };
const COUNCIL: Names<CouncilWork> = {
  decide: true,
  decideAll: true,
  withdraw: true,
  vote: true,
  withdrawVote: true,
  castBallot: true,
  recordSession: true,
  closeResults: true,
  reopenResults: true,
  mergeCopies: true,
};
const SHARING: Names<SharingWork> = {
  bookToShare: true,
  unitsToLink: true,
  noticesToSend: true,
  takeExplanations: true,
  resultToSend: true,
  takeShared: true,
};
const APPRAISERS: Names<AppraisersWork> = { appraisers: true, assignAppraiser: true, takeSlips: true };
const ASSIGNED: Names<AssignedWork> = { assignedTargets: true, giveTargets: true };
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
