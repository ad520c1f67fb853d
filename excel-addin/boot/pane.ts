/**
 * The page Excel loads: pane, ribbon buttons and worksheet functions in one shared runtime. Functions and buttons
 * Excel may call at once are associated first; the code of the pane is fetched while Office starts.
 */
import '../../ui/no-eval.ts';
import { loadReaders } from '../../session/plan/load-readers.ts';
import { associateCommands } from '../commands/commands.ts';
import { associateFunctions } from '../functions/associate.ts';
import { boot, pageWorld } from './boot.ts';
import { officeLoaded, restoreHistory } from './office-script.ts';
import { showSentence } from './show-sentence.ts';

async function start(root: HTMLElement): Promise<void> {
  const excelPane = import('./excel-pane.ts');
  // Outside of Excel nobody waits for it.
  excelPane.catch(() => undefined);
  const loaded = officeLoaded(document).then((isHere) => {
    if (isHere) associate();
    return isHere;
  });
  const booted = await boot(pageWorld(loaded, () => window.location.reload()));
  restoreHistory(window.history);
  if (booted.kind === 'unsupported') {
    showSentence(root, booted.reason);
  } else if (booted.kind === 'excel') {
    await (await excelPane).startExcelPane(root);
  } else {
    const { startHosted } = await import('../../app/hosted.ts');
    startHosted(root, { reason: booted.reason, planReaders: loadReaders });
  }
}

/** Old Office scripts, and those that tests put in place of it, have neither. */
function associate(): void {
  if (Office.actions) associateCommands();
  if (typeof CustomFunctions !== 'undefined') associateFunctions();
}

const root = document.getElementById('root');
if (root) {
  start(root).catch(() => showSentence(root, 'Chưa mở được Thi đua số. Hãy kiểm tra mạng, đóng bảng này rồi mở lại.'));
}
