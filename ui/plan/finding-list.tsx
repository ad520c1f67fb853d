/**
 * What was found of one kind, a card each: press to see it in the text, correct it, take it out, add another. Several
 * ticked cards are taken out, or taken back, at once.
 */
import { Button, Checkbox, mergeClasses } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
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
  readonly onTakeOut: (ids: readonly string[], out: boolean) => void;
}

export function FindingList(props: FindingListProps) {
  const { kind, findings, chosen, opened, onOpen, onAdd, onTakeOut } = props;
  const styles = usePlanStyles();
  const box = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (chosen !== null)
      box.current?.querySelector(`[data-row="${CSS.escape(chosen)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
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
        <TickedBar
          findings={findings}
          ticked={ticked}
          onTicked={setTicked}
          onTakeOut={(ids, out) => {
            setTicked(new Set());
            onTakeOut(ids, out);
          }}
        />
      )}
      {findings.length === 0 ? null : (
        <ul ref={box} className={styles.list} onKeyDown={rovingKeys}>
          {findings.map((finding) => (
            <FindingCard
              key={finding.id}
              {...props}
              finding={finding}
              isStop={finding.id === stop}
              isTicked={ticked.has(finding.id)}
              onTick={(isTicked) => {
                const next = new Set(ticked);
                if (isTicked) next.add(finding.id);
                else next.delete(finding.id);
                setTicked(next);
              }}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

interface TickedBarProps extends Pick<FindingListProps, 'findings' | 'onTakeOut'> {
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ids: ReadonlySet<string>) => void;
}

function TickedBar({ findings, ticked, onTicked, onTakeOut }: TickedBarProps) {
  const styles = usePlanStyles();
  const ids = (out: boolean) =>
    findings.filter((planFinding) => ticked.has(planFinding.id) && planFinding.out === out).map(({ id }) => id);
  const standing = ids(false);
  const takenOut = ids(true);
  const count = standing.length + takenOut.length;
  return (
    <span className={styles.row}>
      <Checkbox
        label="Chọn tất cả"
        checked={count === findings.length ? true : count > 0 ? 'mixed' : false}
        onChange={(_, { checked }) => onTicked(new Set(checked === true ? findings.map(({ id }) => id) : []))}
      />
      {standing.length === 0 ? null : (
        <Button size="small" onClick={() => onTakeOut(standing, true)}>{`Bỏ ra ${standing.length} dòng`}</Button>
      )}
      {takenOut.length === 0 ? null : (
        <Button size="small" onClick={() => onTakeOut(takenOut, false)}>{`Lấy lại ${takenOut.length} dòng`}</Button>
      )}
    </span>
  );
}

interface FindingCardProps extends FindingListProps {
  readonly finding: PlanFinding;
  /** The keyboard comes into the list here. */
  readonly isStop: boolean;
  readonly isTicked: boolean;
  readonly onTick: (isTicked: boolean) => void;
}

function FindingCard(props: FindingCardProps) {
  const { kind, finding, isStop, isTicked, chosen, opened, onTick, onChoose, onOpen, onCorrect, onTakeOut } = props;
  const styles = usePlanStyles();
  return (
    <li data-row={finding.id} className={mergeClasses(styles.card, finding.id === chosen && styles.current)}>
      <div className={styles.ticked}>
        <Checkbox
          aria-label={`Chọn dòng: ${headWords(finding)}`}
          tabIndex={isStop ? 0 : -1}
          checked={isTicked}
          onChange={(_, { checked }) => onTick(checked === true)}
        />
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
      </div>
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
          <Button size="small" onClick={() => onTakeOut([finding.id], !finding.out)}>
            {finding.out ? 'Lấy lại' : 'Bỏ ra'}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
