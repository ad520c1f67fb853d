/** A group to decide: what is doubted at which units, why its points are as they are, and accept · adjust · return. */

import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import type { QueueItem } from '../../../core/council/queue.ts';
import type { Cause } from '../../../core/council/review-groups.ts';
import { later } from '../../later.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { rangeText } from '../../points-range.tsx';
import { SeverityTag } from '../../severity-tag.tsx';
import { TextField } from '../../text-field.tsx';
import { adjustable, decisionWanted } from '../decision-wanted.ts';
import { changesText, earnsLeast, whyOf } from '../flag-list.ts';
import { alikeWanted } from '../many-wanted.ts';
import { usePane } from '../pane-context.ts';
import { type DecisionDraft, EMPTY_DRAFT } from '../state.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { MissingNote } from './missing-note.tsx';

const AppealsBeside = later(async () => (await import('./appeal-lines.tsx')).AppealsBeside);
const EvidenceBeside = later(async () => (await import('./evidence-beside.tsx')).EvidenceBeside);

type Causes = readonly [Cause<QueueItem>, ...Cause<QueueItem>[]];

const useStyles = makeStyles({
  why: { borderLeft: `2px solid ${tokens.colorNeutralStroke1}`, paddingLeft: '12px' },
  cell: { marginInlineStart: '4px' },
});

interface ReviewCardProps {
  readonly causes: Causes;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

export function ReviewCard({ causes, isOpen, onOpen }: ReviewCardProps) {
  const styles = usePaneStyles();
  const [{ items }] = causes;
  const { flag } = items[0];
  return (
    <>
      <button type="button" className={styles.choice} aria-expanded={isOpen} onClick={onOpen}>
        <span className={styles.spread}>
          <span className={styles.row}>
            {flag === null ? null : <SeverityTag severity={flag.severity} />}
            <span className={styles.strong}>{titleOf(causes)}</span>
          </span>
          <span className={styles.quiet}>{whereOf(causes)}</span>
        </span>
        {isOpen ? null : <span className={styles.quiet}>{flag?.message}</span>}
      </button>
      {isOpen ? <Opened causes={causes} /> : null}
    </>
  );
}

/** One unit may have the same fault at several criteria. */
function whereOf(causes: Causes): string {
  const units = new Set(causes.map(({ unit }) => unit)).size;
  const whose = units === 1 ? causes[0].unit : `${units} đơn vị`;
  return causes.length === units ? whose : `${whose}, ${causes.length} chỗ`;
}

function titleOf([{ items }, ...others]: Causes): string {
  const name = items[0].flag?.name ?? items[0].title;
  if (items.length === 1 || others.length > 0) return name;
  const cells = new Set(items.map(({ cell }) => cell?.address));
  return cells.size === 1
    ? `${name}: một ô, ${items.length} cảnh báo`
    : `${name}, kéo theo ${items.length - 1} cảnh báo`;
}

function Opened({ causes }: { readonly causes: Causes }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { actions, state } = usePane();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const taken = causes.filter((cause) => !left.has(keyOf(cause)));
  const [first] = causes[0].items;
  const run = state.workspace?.run;
  const why = run && first.flag ? whyOf(run, first.flag) : null;
  const changes = changesText(first.changes);
  const least = run ? causes.filter(({ items: [{ flag }] }) => flag !== null && earnsLeast(run, flag)).length : 0;
  const leave = (key: string, isLeft: boolean) => {
    const next = new Set(left);
    if (isLeft) next.add(key);
    else next.delete(key);
    setLeft(next);
  };
  return (
    <div className={styles.section}>
      <ul className={styles.list}>
        {causes.map(({ unit, items }) => (
          <li key={items[0].key}>
            {causes.length === 1 ? null : (
              <Checkbox
                checked={!left.has(items[0].key)}
                onChange={(_, { checked }) => leave(items[0].key, checked !== true)}
                label={unit}
              />
            )}
            {items.map(({ key, flag, cell }) => (
              <p key={key} className={styles.text}>
                {flag?.message}
                {cell === null ? null : (
                  <Button
                    size="small"
                    appearance="subtle"
                    className={own.cell}
                    aria-label={`Xem ô ${cell.address} của ${unit}`}
                    onClick={() => void actions.select(cell)}
                  >{`Xem ô ${cell.address}`}</Button>
                )}
              </p>
            ))}
          </li>
        ))}
      </ul>
      <div className={own.why}>
        {first.flag === null ? null : <p className={styles.text}>{`Cách xử lý: ${first.flag.suggestion}`}</p>}
        {why?.score == null || causes.length > 1 ? null : (
          <p className={styles.quiet}>
            {`Cách tính tiêu chí ${why.score.criterion}: ${why.score.reason}. ${rangeText({ now: why.score.points, low: why.score.low, high: why.score.high, max: why.score.max })}`}
          </p>
        )}
        {least === 0 ? null : (
          <p className={styles.text}>
            {`${least === causes.length ? 'Không' : `Ở ${least} chỗ không`} có số nào tính được: chấp nhận là tính mức thấp nhất; muốn khác thì chỉnh điểm hoặc trả lại.`}
          </p>
        )}
        {changes === null ? null : <p className={styles.quiet}>{`Còn có thể đổi ${changes}`}</p>}
      </div>
      <AppealsBeside units={causes.map(({ unit }) => unit)} criterion={first.criterion ?? ''} />
      <EvidenceButton causes={causes} />
      <Decision causes={taken} />
    </div>
  );
}

/** Opens what the unit handed in for the criterion, where it handed in anything. */
function EvidenceButton({ causes }: { readonly causes: Causes }) {
  const { state, showBeside } = usePane();
  const [{ unit, items }] = causes;
  const { criterion } = items[0];
  const count = state.workspace?.evidence.filter((file) => file.unit === unit && file.criterion === criterion).length;
  if (!count || criterion === null || causes.length > 1) return null;
  const open = () =>
    showBeside({
      label: `Minh chứng tiêu chí ${criterion}`,
      shown: <EvidenceBeside {...{ unit, criterion }} onClose={() => showBeside(null)} />,
    });
  return (
    <div>
      <Button data-key="m" aria-keyshortcuts="M" onClick={open}>{`Mở minh chứng (${count})`}</Button>
    </div>
  );
}

/** A unit can have the same cause twice. */
function keyOf({ items }: Cause<QueueItem>): string {
  return items[0].key;
}

/** Accepting takes a single press; other decisions ask for points and a reason where needed. */
function Decision({ causes }: { readonly causes: readonly Cause<QueueItem>[] }) {
  const styles = usePaneStyles();
  const { state, dispatch, actions, session } = usePane();
  const [missing, setMissing] = useState<string | null>(null);
  const [cause] = causes;
  const members = causes.flatMap(({ unit, items }) => items.map((item) => ({ unit, item })));
  const key = `group:${members.map(({ item }) => item.key).join(' ')}`;
  const draft = state.drafts.get(key) ?? EMPTY_DRAFT;
  // Points are set on one criterion of one unit.
  const adjusted = causes.length === 1 ? cause?.items.find((item) => adjustable(item) !== null) : undefined;
  const range = adjusted === undefined ? null : adjustable(adjusted);
  const busy = state.work !== null;
  const change = (typed: Partial<DecisionDraft>) => {
    setMissing(null);
    dispatch({ kind: 'drafted', key, draft: typed });
  };
  const record = (whole: DecisionDraft) => {
    const result =
      whole.kind === 'adjust' && adjusted && cause ? decisionWanted(cause.unit, adjusted, whole, who) : null;
    const wanted =
      result === null
        ? alikeWanted(members, whole, who)
        : result.ok
          ? { ok: true as const, value: [result.value] }
          : result;
    setMissing(wanted.ok ? null : wanted.refusal.message);
    if (wanted.ok)
      void actions.act(`Đang ghi ${wanted.value.length} quyết định`, () => session.decideAll(wanted.value), [key]);
  };
  const { who } = state.texts;
  const count = members.length === 1 ? '' : ` ${members.length} cảnh báo`;
  const suggested = cause?.items[0].flag;
  return (
    <>
      <div className={styles.row}>
        <Button
          appearance={draft.kind === null ? 'primary' : 'secondary'}
          data-key="a"
          aria-keyshortcuts="A"
          disabled={busy || members.length === 0}
          onClick={() => record({ ...EMPTY_DRAFT, kind: 'accept' })}
        >{`Chấp nhận số liệu${count}`}</Button>
        {range === null ? null : (
          <Button
            data-key="s"
            aria-keyshortcuts="S"
            aria-expanded={draft.kind === 'adjust'}
            disabled={busy}
            onClick={() => change({ kind: draft.kind === 'adjust' ? null : 'adjust' })}
          >
            Chỉnh điểm…
          </Button>
        )}
        <Button
          data-key="r"
          aria-keyshortcuts="R"
          aria-expanded={draft.kind === 'return'}
          disabled={busy || members.length === 0}
          onClick={() =>
            change({
              kind: draft.kind === 'return' ? null : 'return',
              reason: draft.reason || (suggested ? `${suggested.message} ${suggested.suggestion}`.slice(0, 1000) : ''),
            })
          }
        >
          Trả lại đơn vị…
        </Button>
      </div>
      {draft.kind === null ? null : (
        <DecisionFields {...{ draft, range, busy, count }} onType={change} onRecord={() => record(draft)} />
      )}
      <MissingNote text={missing} />
    </>
  );
}

interface DecisionFieldsProps {
  readonly draft: DecisionDraft;
  readonly range: ReturnType<typeof adjustable>;
  readonly busy: boolean;
  /** ` 3 cảnh báo`; '' for one. */
  readonly count: string;
  readonly onType: (typed: Partial<DecisionDraft>) => void;
  readonly onRecord: () => void;
}

/** Points and reason of a decision that needs them. */
function DecisionFields({ draft, range, busy, count, onType, onRecord }: DecisionFieldsProps) {
  const styles = usePaneStyles();
  return (
    <div className={styles.section}>
      {draft.kind === 'adjust' && range !== null ? (
        <TextField
          label={`Số điểm (${formatPoints(range.least)} đến ${formatPoints(range.most)})`}
          required
          inputMode="decimal"
          value={draft.points}
          onType={(value) => onType({ points: value })}
        />
      ) : null}
      <LongTextField label="Lý do" required value={draft.reason} onType={(value) => onType({ reason: value })} />
      <div>
        <Button appearance="primary" disabled={busy} onClick={onRecord}>
          {draft.kind === 'adjust' ? 'Ghi điểm đã chỉnh' : `Trả lại${count === '' ? '' : count}`}
        </Button>
      </div>
    </div>
  );
}
