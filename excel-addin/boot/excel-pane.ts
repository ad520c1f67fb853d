/**
 * The pane inside Excel: host, session and pane put together, and the ribbon's and the functions' ends tied to them.
 */

import type { Host } from '../../session/host/port.ts';
import { paneSession } from '../../session/pane/pane.ts';
import { onPaneRequest } from '../commands/requests.ts';
import { forgetBookData, readBookDataWith } from '../functions/book-data.ts';
import { excelHost } from '../host/excel/excel-host.ts';
import { startPane } from '../taskpane/main.tsx';

/** Call once Office is ready, in an Excel that has what we need. */
export async function startExcelPane(root: HTMLElement): Promise<void> {
  const host = excelHost();
  // Only formulas ask for it.
  readBookDataWith(async () => (await import('../functions/read-book-data.ts')).readBookData(host));
  // Absent where Office knows no themes (Excel on the web).
  const theme: Office.OfficeTheme | undefined = Office.context.officeTheme;
  // Only there does the runtime end with the pane.
  const isMac = Office.context.platform?.toString() === 'Mac';
  const code = isMac ? await import('../../session/undo/undo-store.ts').catch(() => null) : null;
  const workbook = Office.context.document?.url ?? '';
  const undoStore = code?.undoStore(window.localStorage, workbook);
  startPane(root, paneSession(telling(host), undoStore ? { undoStore } : {}), {
    officeTheme: theme?.bodyBackgroundColor ?? null,
    workbook,
    requests: onPaneRequest,
  });
}

/** The host, whose writes make the functions read the workbook anew. */
function telling(host: Host): Host {
  return {
    ...host,
    apply: (...jobs) => host.apply(...jobs).finally(forgetBookData),
    undo: (record) => host.undo(record).finally(forgetBookData),
  };
}
