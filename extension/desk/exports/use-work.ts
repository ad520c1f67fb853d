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
  readonly told: WorkNotice | null;
  /** Runs the work and shows its final notice; an exception is shown as `failed`. */
  readonly run: (work: (progress: (done: number) => void) => Promise<WorkNotice | null>, failed: string) => void;
}

export function useWork(): Work {
  const [done, setDone] = useState<number | null>(null);
  const [told, setTold] = useState<WorkNotice | null>(null);
  return {
    done,
    told,
    run: (work, failed) => {
      setDone(0);
      setTold(null);
      void work(setDone)
        .catch((): WorkNotice => ({ kind: 'error', text: failed }))
        .then((end) => {
          setTold(end);
          setDone(null);
        });
    },
  };
}
