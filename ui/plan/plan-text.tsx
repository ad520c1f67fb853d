/** The text of a plan with what was found in it marked; a mark leads to its row, a stretch picked out can be added. */
import { mergeClasses } from '@fluentui/react-components';
import { memo, useEffect, useRef } from 'react';
import type { ScanFinding } from '../../core/plan/file/scan/scan-text.ts';
import { type MarkedPiece, markedLines } from '../../core/plan/layout/marked-lines.ts';
import type { FindingKind, PlanFinding } from '../../session/plan/plan-draft.ts';
import { rovingKeys } from '../roving-focus.ts';
import { usePlanStyles } from './use-plan-styles.ts';

/** A stretch of the folded text. */
export interface TextSelection {
  readonly from: number;
  readonly to: number;
  readonly words: string;
}

/** Stands among the ids of a piece. */
const UNSURE = 'unsure';
const MISREAD = 'Nghi đọc sai: so với ảnh ở mục “Số từ bản quét”';

interface PlanTextProps {
  readonly text: string;
  readonly findings: readonly PlanFinding[];
  /** Of a scan what may have been misread. */
  readonly unsure: readonly Pick<ScanFinding, 'read' | 'offset'>[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onPick: (picked: TextSelection | null) => void;
}

export const PlanText = memo(function PlanText({ text, findings, unsure, chosen, onChoose, onPick }: PlanTextProps) {
  const styles = usePlanStyles();
  const box = useRef<HTMLElement>(null);
  const standing = findings.filter(({ out }) => !out);
  const kinds = new Map(standing.map(({ id, kind }) => [id, kind]));
  const lines = markedLines(text, [
    ...standing.map(({ id, value }) => ({ id, ...value })),
    ...unsure.map(({ read, offset }) => ({ id: UNSURE, text: read, offset })),
  ]);
  useEffect(() => {
    const look = () => {
      const picked = box.current && pickedIn(box.current);
      // A press elsewhere empties the selection: what was picked stays until something else is.
      if (picked) onPick(picked);
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [onPick]);
  useEffect(() => {
    if (chosen === null) return;
    const mark = box.current?.querySelector(`[data-finding="${CSS.escape(chosen)}"]`);
    mark?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const first = lines.flatMap(({ pieces }) => pieces.flatMap(({ ids }) => ids)).find((id) => kinds.has(id));
  const stop = chosen !== null && kinds.has(chosen) ? chosen : first;
  const seen = new Set<string>();
  const piece = (markedPiece: MarkedPiece) => {
    const isUnsure = markedPiece.ids.includes(UNSURE);
    const [id] = markedPiece.ids.includes(chosen ?? '')
      ? [chosen ?? '']
      : markedPiece.ids.filter((text) => text !== UNSURE);
    const kind = id === undefined ? undefined : kinds.get(id);
    if (id === undefined || kind === undefined)
      return (
        <span
          key={markedPiece.offset}
          data-offset={markedPiece.offset}
          {...(isUnsure ? { className: styles.unsure, title: MISREAD } : {})}
        >
          {markedPiece.text}
        </span>
      );
    const isFirst = !seen.has(id);
    seen.add(id);
    return (
      <Mark
        key={markedPiece.offset}
        piece={markedPiece}
        id={id}
        kind={kind}
        isUnsure={isUnsure}
        isStop={isFirst && id === stop}
        isChosen={id === chosen}
        onChoose={onChoose}
      />
    );
  };
  return (
    <section ref={box} className={styles.text} aria-label="Văn bản kế hoạch" onKeyDown={rovingKeys}>
      <div className={styles.column}>
        {lines.map(({ offset, pieces }) => (
          <p key={offset} className={styles.line}>
            {pieces.map(piece)}
          </p>
        ))}
      </div>
    </section>
  );
});

interface MarkProps {
  readonly piece: MarkedPiece;
  readonly id: string;
  readonly kind: FindingKind;
  readonly isUnsure: boolean;
  readonly isStop: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (id: string) => void;
}

/** No button element: its words could not be picked out. */
function Mark({ piece, id, kind, isUnsure, isStop, isChosen, onChoose }: MarkProps) {
  const styles = usePlanStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: the words of a button element cannot be picked out
    <span
      role="button"
      tabIndex={isStop ? 0 : -1}
      data-roving
      data-offset={piece.offset}
      data-finding={id}
      aria-pressed={isChosen}
      title={isUnsure ? MISREAD : undefined}
      className={mergeClasses(styles.mark, styles[kind], isUnsure && styles.unsure, isChosen && styles.chosen)}
      onClick={() => (window.getSelection()?.isCollapsed ?? true) && onChoose(id)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        onChoose(id);
      }}
    >
      {piece.text}
    </span>
  );
}

/** What is selected in the text; null = nothing, or something else. */
function pickedIn(box: HTMLElement): TextSelection | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  const from = offsetAt(range.startContainer, range.startOffset);
  const to = offsetAt(range.endContainer, range.endOffset);
  const words = selection.toString().replace(/\s+/g, ' ').trim();
  return from === null || to === null || to <= from || words === '' ? null : { from, to, words };
}

/**
 * Offset in the folded text of a position in the document. Between elements, the beginning of the next piece counts.
 */
function offsetAt(node: Node, at: number): number | null {
  if (node instanceof Text) {
    const start = node.parentElement?.closest<HTMLElement>('[data-offset]')?.dataset.offset;
    return start === undefined ? null : Number(start) + at;
  }
  const next = node.childNodes[at];
  const piece =
    next instanceof HTMLElement
      ? next.matches('[data-offset]')
        ? next
        : next.querySelector<HTMLElement>('[data-offset]')
      : null;
  const start = piece?.dataset.offset;
  return start === undefined ? null : Number(start);
}
