/** Hands in what was pressed to be handed in, now or as soon as the network is there; nothing is sent twice or lost. */
import { type askLink, handIn, type Receipt } from '../share/hand-in.ts';

/** A report somebody has handed in here and that is not on the server yet. */
export interface UnsentReport {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

interface SendingParts {
  readonly waiting: () => Promise<UnsentReport | null>;
  /** Null = it has arrived, or is never taken. False = the browser keeps no files. */
  readonly keepWaiting: (waiting: UnsentReport | null) => Promise<boolean>;
  readonly say: (text: string) => void;
  readonly arrived: (receipt: Receipt) => Promise<void>;
  /** Does it again after a while. */
  readonly later: (work: () => void) => void;
}

/** After these the same report is never taken: who handed it in has to do something else. */
export const FINAL: ReadonlySet<string> = new Set([
  ...['late', 'ended', 'no-link', 'may-not', 'malformed', 'other-bytes', 'too-large', 'too-many'],
]);

interface Sending {
  readonly submit: (report: UnsentReport) => Promise<void>;
  /** Sends the reports that still wait from this or an earlier visit. */
  readonly resume: () => Promise<void>;
}

export function newSending(door: Parameters<typeof askLink>[0], parts: SendingParts): Sending {
  const { waiting, keepWaiting, say, arrived, later } = parts;
  /** The last one pressed: a browser that keeps no files still has it while the page is open. */
  let pending: UnsentReport | null = null;
  let isKept = true;
  let isSending = false;
  const resume = async (): Promise<void> => {
    pending ??= await waiting();
    const report = pending;
    if (!report || isSending) return;
    isSending = true;
    say('Đang nộp…');
    const sent = await handIn(door, report.name, report.bytes);
    isSending = false;
    const isLast = pending === report;
    const isOver = sent.ok || FINAL.has(sent.refusal.code);
    if (isOver && isLast) {
      pending = null;
      await keepWaiting(null);
    }
    if (sent.ok) await arrived(sent.value);
    else if (isOver) say(`${sent.refusal.message} Nội dung đã điền vẫn còn ở máy này.`);
    else {
      const why = sent.refusal.code === 'away' ? 'Chưa có mạng' : sent.refusal.message;
      say(
        isKept
          ? `${why}: báo cáo đã giữ ở máy này và tự gửi lại, lúc trang này đang mở hoặc mở lại.`
          : `${why}: trình duyệt không giữ được báo cáo, đừng đóng trang; trang tự gửi lại.`,
      );
      later(() => void resume());
    }
    // Another report was submitted while this one was being sent.
    if (!isLast) await resume();
  };
  return {
    resume,
    submit: async (report) => {
      pending = report;
      // Stored before it is sent, so that a telephone that switches off in between loses nothing.
      isKept = await keepWaiting(report);
      await resume();
    },
  };
}
