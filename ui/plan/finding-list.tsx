/** What was found of one kind, a card each: press to see it in the text, correct it, take it out, add another. */
import { Button, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { type FindingTexts, NO_TEXTS, textsOf } from '../../session/plan/finding-texts.ts';
import type { FindingKind, PlanFinding } from '../../session/plan/plan-draft.ts';
import { Empty } from '../empty.tsx';
import { rovingKeys } from '../roving-focus.ts';
import { FindingForm } from './finding-form.tsx';
import { headWords, KIND_NAMES, STATE_WORDS } from './finding-words.ts';
import { usePlanStyles } from './use-plan-styles.ts';

/** What stands open in the list: a finding being corrected, or one being added. */
export type OpenForm =
  | { readonly kind: 'correcting'; readonly id: string }
  | { readonly kind: 'adding'; readonly texts: FindingTexts };

interface FindingListProps {
  readonly kind: FindingKind;
  readonly findings: readonly PlanFinding[];
  readonly chosen: string | null;
  readonly opened: OpenForm | null;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (opened: OpenForm | null) => void;
  readonly onCorrect: (finding: PlanFinding, texts: FindingTexts) => string | null;
  readonly onAdd: (texts: FindingTexts) => string | null;
  readonly onTakeOut: (id: string, out: boolean) => void;
}

export function FindingList(props: FindingListProps) {
  const { kind, findings, chosen, opened, onOpen, onAdd } = props;
  const styles = usePlanStyles();
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen !== null)
      box.current?.querySelector(`[data-row="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const stop = findings.find(({ id }) => id === chosen)?.id ?? findings[0]?.id;
  return (
    <div className={styles.form}>
      {opened?.kind === 'adding' ? (
        <section className={styles.card} aria-label={`Thêm ${KIND_NAMES[kind].toLowerCase()}`}>
          <h2 className={styles.heading}>{`Thêm ${KIND_NAMES[kind].toLowerCase()}`}</h2>
          <FindingForm kind={kind} texts={opened.texts} onSave={onAdd} onLeave={() => onOpen(null)} />
        </section>
      ) : (
        <span>
          <Button onClick={() => onOpen({ kind: 'adding', texts: NO_TEXTS })}>
            {`Thêm ${KIND_NAMES[kind].toLowerCase()}`}
          </Button>
        </span>
      )}
      {findings.length === 0 ? (
        <Empty>Chưa tìm thấy trong văn bản. Bôi đen câu trong kế hoạch rồi bấm thêm, hoặc bấm nút ở trên.</Empty>
      ) : (
        <ul ref={box} className={styles.list} onKeyDown={rovingKeys}>
          {findings.map((finding) => (
            <FindingCard key={finding.id} {...props} finding={finding} isStop={finding.id === stop} />
          ))}
        </ul>
      )}
    </div>
  );
}

interface FindingCardProps extends FindingListProps {
  readonly finding: PlanFinding;
  /** The keyboard comes into the list here. */
  readonly isStop: boolean;
}

function FindingCard(props: FindingCardProps) {
  const { kind, finding, isStop, chosen, opened, onChoose, onOpen, onCorrect, onTakeOut } = props;
  const styles = usePlanStyles();
  return (
    <li data-row={finding.id} className={mergeClasses(styles.card, finding.id === chosen && styles.current)}>
      <button
        type="button"
        data-roving
        tabIndex={isStop ? 0 : -1}
        aria-pressed={finding.id === chosen}
        className={styles.choice}
        onClick={() => onChoose(finding.id)}
      >
        <span className={styles.spread}>
          <span className={mergeClasses(styles.strong, finding.out && styles.out)}>{headWords(finding)}</span>
          <span className={styles.quiet}>
            {[
              finding.value.section === '' ? '' : `mục ${finding.value.section}`,
              STATE_WORDS[finding.state],
              finding.out ? 'đã bỏ' : '',
            ]
              .filter((word) => word !== '')
              .join(' · ')}
          </span>
        </span>
        <span className={mergeClasses(finding.out && styles.out)}>{finding.value.text}</span>
      </button>
      {opened?.kind === 'correcting' && opened.id === finding.id ? (
        <FindingForm
          kind={kind}
          texts={textsOf(finding)}
          onSave={(texts) => onCorrect(finding, texts)}
          onLeave={() => onOpen(null)}
        />
      ) : finding.id === chosen ? (
        <div className={styles.row}>
          <Button size="small" disabled={finding.out} onClick={() => onOpen({ kind: 'correcting', id: finding.id })}>
            Sửa
          </Button>
          <Button size="small" onClick={() => onTakeOut(finding.id, !finding.out)}>
            {finding.out ? 'Lấy lại' : 'Bỏ ra'}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
