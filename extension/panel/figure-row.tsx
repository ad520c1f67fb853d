/** One figure of the table: its name, what was read, its change or a field to correct it, and its target below. */
import { Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { formatNumber } from '../../core/base/quantity/points.ts';
import { PROGRESS_NAME } from '../../core/portal/indicator/progress-name.ts';
import { Icon } from '../../ui/icons.tsx';
import type { CapturedFigure } from '../messages/contract.ts';
import { countsText, deltaText, valueParts } from '../pieces/words.ts';
import type { CaptureDraft } from '../store/records.ts';

export interface Fold {
  readonly open: boolean;
  readonly onToggle: () => void;
}

interface Props {
  readonly figure: CapturedFigure;
  /** undefined = stands alone. */
  readonly kind: 'group' | 'part' | undefined;
  /** Of a group whose parts can be folded away. */
  readonly fold: Fold | undefined;
  /** Whether the table has the column of changes, which in correcting is that of the fields. */
  readonly compares: boolean;
  readonly correcting: boolean;
  readonly draft: CaptureDraft;
  readonly onChange: (part: Partial<CaptureDraft>) => void;
}

const useStyles = makeStyles({
  value: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, whiteSpace: 'nowrap' },
  unit: { fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  counts: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'normal',
  },
  fold: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: '4px',
    width: '100%',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  field: { width: '76px', minWidth: 0 },
  state: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontWeight: tokens.fontWeightSemibold,
    verticalAlign: 'bottom',
  },
  source: { color: tokens.colorNeutralForeground2 },
  reached: { color: tokens.colorStatusSuccessForeground3 },
  'on-pace': { color: tokens.colorNeutralForeground1 },
  behind: { color: tokens.colorStatusWarningForeground3 },
  overdue: { color: tokens.colorStatusDangerForeground3 },
  unknown: { color: tokens.colorNeutralForeground2 },
});

export function FigureRow({ figure, kind, fold, compares, correcting, draft, onChange }: Props) {
  const styles = useStyles();
  const { indicator, value, target } = figure;
  const [shown, unit] = valueParts(figure);
  return (
    <>
      <tr data-kind={kind}>
        <th scope="row">
          {fold ? (
            <button type="button" className={styles.fold} aria-expanded={fold.open} onClick={fold.onToggle}>
              {figure.name}
              <Icon name={fold.open ? 'up' : 'down'} />
            </button>
          ) : (
            figure.name
          )}
        </th>
        <td className={styles.value} data-figure>
          {shown}
          <span className={styles.unit}>{unit}</span>
          <div className={styles.counts}>{countsText(figure)}</div>
        </td>
        {compares && (
          <td data-figure={correcting ? undefined : true}>
            {correcting ? (
              <Input
                size="small"
                className={styles.field}
                input={{ size: 6 }}
                maxLength={40}
                aria-label={`Sửa ${figure.name}`}
                value={draft.values[indicator] ?? (value === null ? '' : formatNumber(value))}
                onChange={(_, data) => onChange({ values: { ...draft.values, [indicator]: data.value } })}
              />
            ) : (
              deltaText(figure)
            )}
          </td>
        )}
      </tr>
      {target && !correcting && (
        <tr>
          <td colSpan={compares ? 3 : 2}>
            <TargetLine target={target} />
          </td>
        </tr>
      )}
    </>
  );
}

const SIGNS = { reached: 'done', 'on-pace': 'stale', behind: 'warning', overdue: 'error', unknown: 'info' } as const;

/** How far the figure is from its target: in words first, the colour only repeats them. */
function TargetLine({
  target: { state, sentence, source },
}: {
  readonly target: NonNullable<CapturedFigure['target']>;
}) {
  const styles = useStyles();
  return (
    <>
      <span className={mergeClasses(styles.state, styles[state])}>
        <Icon name={SIGNS[state]} />
        {PROGRESS_NAME[state]}:
      </span>{' '}
      {sentence} <span className={styles.source}>({source})</span>
    </>
  );
}
