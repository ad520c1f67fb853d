/** What a section is doing and how the last thing ended, in one sentence. */
import { useState } from 'react';
import type { NoticeKind } from '../../pieces/notice.tsx';

export interface WorkNotice {
  readonly kind: NoticeKind;
  readonly text: string;
}

export interface Work {
  /** 0 … 1 while something is under way; null when nothing is. */
  readonly done: number | null;
  readonly notice: WorkNotice | null;
  /** Runs the work and shows its final notice; an exception is shown as `failed`. */
  readonly run: (work: (progress: (done: number) => void) => Promise<WorkNotice | null>, failed: string) => void;
}

export function useWork(): Work {
  const [done, setDone] = useState<number | null>(null);
  const [notice, setNotice] = useState<WorkNotice | null>(null);
  return {
    done,
    notice,
    run: (work, failed) => {
      setDone(0);
      setNotice(null);
      void work(setDone)
        .catch((): WorkNotice => ({ kind: 'error', text: failed }))
        .then((end) => {
          setNotice(end);
          setDone(null);
        });
    },
  };
}
