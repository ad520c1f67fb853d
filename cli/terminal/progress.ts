/** A progress bar on stderr, only when that is a terminal; silent otherwise. */
import { padded } from './width.ts';

export interface TerminalProgress {
  /** Advances by 1; `what` is shown beside the bar. */
  readonly step: (what: string) => void;
  /** Takes the bar away. */
  readonly end: () => void;
}

const WIDTH = 24;
const REDRAW_MS = 60;

/** Starts a bar over `total` steps. */
export function startProgress(label: string, total: number): TerminalProgress {
  const stream = process.stderr;
  if (!stream.isTTY || total < 2) return { step: () => {}, end: () => {} };
  let done = 0;
  let drawn = 0;
  return {
    step(what) {
      done += 1;
      const now = Date.now();
      if (now - drawn < REDRAW_MS && done < total) return;
      drawn = now;
      const filled = Math.round((done / total) * WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
      const room = Math.max(10, (stream.columns ?? 80) - WIDTH - label.length - 16);
      stream.write(`\r${label} ${bar} ${done}/${total} ${padded(what, room)}\u001b[K`);
    },
    end: () => stream.write('\r\u001b[K'),
  };
}
