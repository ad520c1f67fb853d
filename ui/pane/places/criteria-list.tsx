/**
 * The criteria of a set in a table; the open criterion shows the plan's words beside its rule, which can be changed
 * there.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatPoints } from '../../../core/base/quantity/points.ts';
import type { CriteriaSet } from '../../../core/movement/criteria-set.ts';
import type { Movement } from '../../../core/movement/movement.ts';
import type { CellToCheck } from '../../../session/book/own-movement.ts';
import { Icon } from '../../icons.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { ClassesSection } from './classes-section.tsx';
import { CriterionEditor } from './criterion-editor.tsx';
import { type CriterionShown, criteriaShown } from './criterion-shown.ts';

const WIDE = '@container place (min-width: 760px)';

const useStyles = makeStyles({
  card: { padding: '0', gap: '0' },
  row: { padding: '8px 12px' },
  line: {
    display: 'grid',
    gridTemplateColumns: '52px minmax(0, 1fr) auto',
    gap: '0 8px',
    alignItems: 'baseline',
    width: '100%',
    boxSizing: 'border-box',
    [WIDE]: { gridTemplateColumns: '64px minmax(0, 5fr) 72px minmax(0, 6fr) 108px', gap: '0 12px' },
  },
  points: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  rule: { gridColumn: '2 / -1', color: tokens.colorNeutralForeground2, [WIDE]: { gridColumn: 'auto' } },
  source: {
    gridColumn: '2 / -1',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    [WIDE]: { gridColumn: 'auto' },
  },
  part: { paddingInlineStart: '16px' },
  open: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '4px 12px 12px' },
  head: {
    display: 'none',
    [WIDE]: {
      display: 'grid',
      padding: '0 12px',
      color: tokens.colorNeutralForeground2,
      fontSize: tokens.fontSizeBase200,
    },
  },
});

interface CriteriaListProps {
  readonly movement: Movement;
  readonly set: CriteriaSet;
  readonly toCheck: readonly CellToCheck[];
  /** The movement is the workbook's own. */
  readonly isOwn: boolean;
  /** Code of the criterion the officer came for. */
  readonly sought: string | null;
}

export function CriteriaList({ movement, set, toCheck, isOwn, sought }: CriteriaListProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const groups = useMemo(() => criteriaShown(movement, set, toCheck), [movement, set, toCheck]);
  const [open, setOpen] = useState(sought);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sought !== null) list.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
  }, [sought]);
  return (
    <div ref={list} className={styles.section}>
      <div className={mergeClasses(own.line, own.head)} aria-hidden="true">
        {['Mã', 'Tiêu chí', 'Điểm', 'Cách chấm', 'Nguồn'].map((title) => (
          <span key={title} className={title === 'Điểm' ? own.points : ''}>
            {title}
          </span>
        ))}
      </div>
      {groups.map(({ code, title, points, rows }) => (
        <section key={code} className={styles.section} aria-label={title}>
          <h2 className={styles.heading}>
            {code === '' ? title : `${code}. ${title}`}
            {set.scored && points > 0 ? ` (${formatPoints(points)} điểm)` : ''}
          </h2>
          <ul className={styles.list} style={{ gap: 4 }} onKeyDown={rovingKeys}>
            {rows.map((shown, at) => (
              <Row
                key={shown.key.code}
                {...{ shown, movement, isOwn }}
                isScored={set.scored}
                isFirst={at === 0}
                isOpen={open === shown.key.code}
                onOpen={(isOpen) => setOpen(isOpen ? shown.key.code : null)}
              />
            ))}
          </ul>
        </section>
      ))}
      <ClassesSection set={set} isOwn={isOwn} />
    </div>
  );
}

interface RowProps {
  readonly shown: CriterionShown;
  readonly movement: Movement;
  readonly isOwn: boolean;
  readonly isScored: boolean;
  /** The arrow keys begin here. */
  readonly isFirst: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

function Row({ shown, movement, isOwn, isScored, isFirst, isOpen, onOpen }: RowProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const { criterion, words, isPart, isUnread, isComposed, faults } = shown;
  const { code, title, maxPoints, proposed, source, rule } = criterion;
  const isKept = rule.kind === 'council-graded' && rule.words !== undefined;
  return (
    <li className={mergeClasses(styles.card, own.card, isOpen && styles.current)}>
      <button
        type="button"
        data-roving
        tabIndex={isFirst ? 0 : -1}
        aria-expanded={isOpen}
        className={mergeClasses(styles.choice, own.row)}
        onClick={() => onOpen(!isOpen)}
      >
        <span className={own.line}>
          <span className={styles.numbers}>{code}</span>
          <span className={mergeClasses(styles.strong, isPart && own.part)}>{title}</span>
          <span className={own.points}>{isScored && maxPoints !== 0 ? `${formatPoints(maxPoints)} đ` : ''}</span>
          <span className={own.rule}>
            {faults.length > 0 ? (
              <span className={styles.note}>
                <Icon name="warning" />
                <span>{isUnread ? `Chưa hiểu, chưa tính: “${words}”` : faults[0]}</span>
              </span>
            ) : isKept ? (
              <span className={styles.note}>
                <Icon name="info" />
                <span>{`Hội đồng chấm theo lời kế hoạch: “${words}”`}</span>
              </span>
            ) : isComposed ? (
              'từ các ý bên dưới'
            ) : (
              words
            )}
          </span>
          <span className={own.source}>{sourceText(source.section, proposed)}</span>
        </span>
      </button>
      {isOpen ? (
        <div className={own.open}>
          {isPart && !isOwn ? (
            <p className={styles.quiet}>Ý của phong trào có sẵn: bấm “Mở trang tính tiêu chí” để xem, sửa ở đó.</p>
          ) : (
            <CriterionEditor
              key={`${words} ${maxPoints} ${title}`}
              {...{ shown, movement }}
              onDone={() => onOpen(false)}
            />
          )}
        </div>
      ) : null}
    </li>
  );
}

function sourceText(section: string, proposed: boolean | 'rule'): string {
  if (proposed === true || section === '') return 'đề xuất';
  return proposed === 'rule' ? `mục ${section}; cách chấm đề xuất` : `mục ${section}`;
}
