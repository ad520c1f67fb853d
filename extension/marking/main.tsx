/**
 * "Bàn chấm" inside the extension: the page over files, with the captures of the store at hand and the readers of PDF
 * and scans beside it. It may fetch nothing, not even its own files: the sample comes as a module.
 */
import '../../ui/no-eval.ts';
import { startHosted } from '../../app/hosted.ts';
import type { PageRuntime } from '../../session/captures/extension-port.ts';
import { loadReaders } from '../../session/plan/load-readers.ts';
import { answerHandOver } from '../background/external.ts';
import { openStore } from '../store/db.ts';

const db = openStore();

/** Queried as the add-in queries the extension; here the answer comes from the same code. */
const runtime: PageRuntime = {
  sendMessage: (_id, message, reply) => void answerHandOver(db, message, Date.now).then(reply),
};

async function sample(): Promise<Uint8Array> {
  const { sampleBook } = await import('virtual:sample-book');
  return Uint8Array.from(atob(sampleBook), (letter) => letter.charCodeAt(0));
}

const servers = async () => (await import('./worker-servers.ts')).workerServers;

const root = document.getElementById('root');
if (root) startHosted(root, { reason: null, planReaders: loadReaders, runtime, servers, sample });
