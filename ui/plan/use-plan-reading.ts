/**
 * From a plan's file to a draft: read at once, or, where pages are pictures, recognised page by page once the officer
 * says so; she may stop it at any time.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { newScan, type PlanDraft, readDraft } from '../../session/plan/plan-draft.ts';
import {
  type LoadReaders,
  type Pictured,
  picturedWords,
  planTextOf,
  recognisedText,
} from '../../session/plan/plan-text-of.ts';
import type { ChosenFile } from '../file-button.tsx';

export type PlanReadingState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  /** Pages are pictures: `words` says which. */
  | { readonly kind: 'asking'; readonly file: string; readonly words: string; readonly pictured: Pictured }
  | { readonly kind: 'recognising'; readonly done: number; readonly all: number };

export const OUR_BUG = 'Phần mềm gặp lỗi ngoài dự kiến; những gì đã sửa vẫn còn. Hãy thử lại.';
const NONE: PlanReadingState = { kind: 'none' };

export function usePlanReading(
  load: LoadReaders,
  onDraft: (draft: PlanDraft) => void,
  onFault: (fault: string | null) => void,
) {
  const [reading, setReading] = useState<PlanReadingState>(NONE);
  const stopper = useRef<AbortController | null>(null);
  // A page that is left needs no more of it.
  useEffect(() => () => stopper.current?.abort(), []);
  const begin = useCallback(
    (file: string, text: string, scan: PlanDraft['scan'] = null) => {
      const read = readDraft(file, text, scan);
      onFault(read.ok ? null : read.refusal.message);
      if (read.ok) onDraft(read.value);
    },
    [onDraft, onFault],
  );
  const guarded = useCallback(
    async (work: () => Promise<PlanReadingState>) => {
      onFault(null);
      try {
        setReading(await work());
      } catch (error) {
        reportError(error);
        onFault(OUR_BUG);
        setReading(NONE);
      }
    },
    [onFault],
  );
  const take = useCallback(
    (chosen: ChosenFile) => {
      const file = chosen.name.normalize('NFC');
      setReading({ kind: 'reading' });
      return guarded(async () => {
        const read = await planTextOf(chosen.bytes, await load());
        if (!read.ok) onFault(`Tệp “${file}”: ${read.refusal.message}`);
        else if (read.value.kind === 'text') begin(file, read.value.text);
        else {
          const { pictured } = read.value;
          return { kind: 'asking', file, words: await picturedWords(pictured), pictured };
        }
        return NONE;
      });
    },
    [begin, guarded, load, onFault],
  );
  const recognise = (question: Extract<PlanReadingState, { kind: 'asking' }>) => {
    const all = question.pictured.pictures.length;
    const controller = new AbortController();
    stopper.current = controller;
    setReading({ kind: 'recognising', done: 0, all });
    void guarded(async () => {
      const onPage = (done: number) => setReading({ kind: 'recognising', done, all });
      const read = await recognisedText(question.pictured, await load(), onPage, controller.signal);
      if (read.ok) begin(question.file, read.value.text, newScan(read.value));
      else onFault(`Tệp “${question.file}”: ${read.refusal.message}`);
      return NONE;
    });
  };
  return {
    reading,
    begin,
    take,
    recognise,
    /** Stops the reading and drops the open question. */
    stop: () => {
      stopper.current?.abort();
      setReading(NONE);
    },
  };
}
