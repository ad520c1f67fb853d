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
import { yearWork } from './year-work.ts';

export type PaneWork = ReturnType<typeof paneWork>;

export function paneWork(given: PaneTools) {
  const tools = workTools(given);
  return {
    ...bookWork(tools),
    ...reportsWork(tools),
    ...earlierWork(tools),
    ...capturesWork(tools),
    ...councilWork(tools),
    ...yearWork(tools),
    ...sharingWork(tools),
    noteEvidence: async (...given: Parameters<EvidenceWork['noteEvidence']>) =>
      (await import('./evidence-work.ts')).evidenceWork(tools).noteEvidence(...given),
    ...dossierLater(async () => (await import('./dossier-work.ts')).dossierWork(tools)),
  };
}

/** Few work on the movement itself, and not every day: the code follows when it is needed. */
function dossierLater(dossier: () => Promise<DossierWork>): DossierWork {
  return {
    openCriteria: async (...given) => (await dossier()).openCriteria(...given),
    editCriterion: async (...given) => (await dossier()).editCriterion(...given),
    editClasses: async (...given) => (await dossier()).editClasses(...given),
    takeMovement: async (...given) => (await dossier()).takeMovement(...given),
    takeDossier: async (...given) => (await dossier()).takeDossier(...given),
    reviewDossier: async () => (await dossier()).reviewDossier(),
    versionChanges: async () => (await dossier()).versionChanges(),
    newVersion: async () => (await dossier()).newVersion(),
    takeOldUnits: async (...given) => (await dossier()).takeOldUnits(...given),
  };
}
