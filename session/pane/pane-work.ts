/**
 * What an officer can have done through the pane, place by place. Fetched once the workbook is open: opening does not
 * wait for it.
 */
import { bookWork } from './book-work.ts';
import { capturesWork } from './captures-work.ts';
import { councilWork } from './council-work.ts';
import type { DossierWork } from './dossier-work.ts';
import { earlierWork } from './earlier-work.ts';
import type { EvidenceWork } from './evidence-work.ts';
import { reportsWork } from './reports-work.ts';
import { sharingWork } from './sharing-work.ts';
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
    ...sharingWork(tools),
    noteEvidence: async (...args: Parameters<EvidenceWork['noteEvidence']>) =>
      (await import('./evidence-work.ts')).evidenceWork(tools).noteEvidence(...args),
    ...yearLater(async () => (await import('./year-work.ts')).yearWork(tools)),
    ...dossierLater(async () => (await import('./dossier-work.ts')).dossierWork(tools)),
  };
}

/** The year, and what of it goes into the papers, is the work of places that are opened later. */
function yearLater(year: () => Promise<YearWork>): YearWork {
  return {
    yearRound: async () => (await year()).yearRound(),
    communeFigures: async () => (await year()).communeFigures(),
    noteVisit: async (...args) => (await year()).noteVisit(...args),
    noteModel: async (...args) => (await year()).noteModel(...args),
    appeals: async () => (await year()).appeals(),
    noteAppeal: async (...args) => (await year()).noteAppeal(...args),
    fillPapers: async (...args) => (await year()).fillPapers(...args),
    decisionForm: async () => (await year()).decisionForm(),
    recordDecision: async (...args) => (await year()).recordDecision(...args),
  };
}

/** Few work on the movement itself, and not every day: the code follows when it is needed. */
function dossierLater(dossier: () => Promise<DossierWork>): DossierWork {
  return {
    openCriteria: async (...args) => (await dossier()).openCriteria(...args),
    editCriterion: async (...args) => (await dossier()).editCriterion(...args),
    editClasses: async (...args) => (await dossier()).editClasses(...args),
    takeMovement: async (...args) => (await dossier()).takeMovement(...args),
    takeDossier: async (...args) => (await dossier()).takeDossier(...args),
    reviewDossier: async () => (await dossier()).reviewDossier(),
    versionChanges: async () => (await dossier()).versionChanges(),
    newVersion: async () => (await dossier()).newVersion(),
    takeOldUnits: async (...args) => (await dossier()).takeOldUnits(...args),
  };
}
