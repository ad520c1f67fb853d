/**
 * Hands in files of evidence one after the other, now or as soon as the network is there. Each is stored before it is
 * sent, and until the server has it; none is sent twice.
 */
import { type askLink, handIn, type Receipt } from '../share/hand-in.ts';
import { FINAL } from './sending.ts';

/** A file that is not on the server yet. */
export interface WaitingEvidence {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly criterion: string;
}

interface EvidenceParts {
  readonly waiting: () => Promise<readonly WaitingEvidence[]>;
  /** Stores files beside those that wait. False = the browser stores no files. */
  readonly keep: (files: readonly WaitingEvidence[]) => Promise<boolean>;
  /** Forgets a file that waits no more; the others stay, those of another open page too. */
  readonly forget: (file: WaitingEvidence) => Promise<unknown>;
  readonly say: (text: string) => void;
  readonly arrived: (receipt: Receipt) => void;
  readonly later: (work: () => void) => void;
}

const MB = 1024 * 1024;

interface EvidenceSending {
  readonly add: (files: readonly WaitingEvidence[]) => Promise<void>;
  readonly resume: () => Promise<void>;
}

export function newEvidenceSending(door: Parameters<typeof askLink>[0], parts: EvidenceParts): EvidenceSending {
  const { waiting, keep, forget, say, arrived, later } = parts;
  let pending: readonly WaitingEvidence[] | null = null;
  let isSending = false;
  const resume = async (): Promise<void> => {
    pending ??= await waiting();
    if (isSending) return;
    isSending = true;
    for (let [file] = pending; file !== undefined; [file] = pending) {
      const { name, bytes, criterion } = file;
      const left = pending.length;
      const tell = (done: string) => say(`Đang nộp minh chứng “${name}”${done}, còn ${left} tệp…`);
      tell('');
      const size = Math.ceil(bytes.length / MB);
      const sent = await handIn(door, name, bytes, criterion, (part) =>
        tell(`: đã gửi ${Math.floor(part * size)}/${size} MB`),
      );
      const isOver = sent.ok || FINAL.has(sent.refusal.code);
      if (!isOver) {
        const why = sent.refusal.code === 'away' ? 'Chưa có mạng' : sent.refusal.message;
        say(`${why}: ${pending.length} tệp minh chứng còn ở máy này và tự gửi lại khi trang đang mở.`);
        later(() => void resume());
        break;
      }
      const done = file;
      pending = pending.filter((other) => other !== done);
      await forget(done);
      if (sent.ok) arrived(sent.value);
      say(sent.ok ? `Đã nộp minh chứng “${name}”.` : `“${name}”: ${sent.refusal.message}`);
      // The officer reads the server's refusal before the next message replaces it.
      if (!sent.ok && pending.length > 0) later(() => void resume());
      if (!sent.ok) break;
    }
    isSending = false;
  };
  return {
    resume,
    add: async (files) => {
      pending = [...(pending ?? (await waiting())), ...files];
      if (!(await keep(files))) say('Trình duyệt không giữ được tệp: đừng đóng trang cho đến khi nộp xong.');
      await resume();
    },
  };
}
