/**
 * The figures of one unit and period, each with its change since the last time and how far it is from its target; in
 * correcting, a field for each and the reason.
 */
import { Field, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { findIndicator } from '../../core/indicator/catalogue.ts';
import { PROGRESS_NAME } from '../../core/indicator/progress.ts';
import { formatNumber } from '../../core/quantity/points.ts';
import { Icon } from '../../ui/icons.tsx';
import type { Figure, Preview } from '../messages/contract.ts';
import { instantText } from '../reading/time.ts';
import type { Draft } from '../store/records.ts';
import { countsText, deltaText, valueText } from './words.ts';

interface Props {
  readonly preview: Extract<Preview, { kind: 'found' }>;
  readonly correcting: boolean;
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

const useStyles = makeStyles({
  table: {
    width: '100%',
    // Else an endless name from a page would make the table wider than the panel.
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '4px 0 4px 10px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      // Between words: half a syllable is no word.
      overflowWrap: 'break-word',
    },
    '& th': { fontWeight: tokens.fontWeightRegular, paddingInlineStart: 0 },
    '& thead th + th + th': { paddingInlineStart: '10px' },
    '& thead th': { color: tokens.colorNeutralForeground2 },
    // A figure and its target are one: the line is below both.
    '& tr:has(+ tr > [colspan]) > *': { borderBottomStyle: 'none', paddingBottom: '2px' },
    '& [colspan]': { paddingInlineStart: 0 },
    '& [data-figure]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
    // A group of the evaluation stands apart from the figures it is made of.
    '& [data-kind="group"] > th': { fontWeight: tokens.fontWeightSemibold },
    '& [data-kind="part"] > th': { paddingInlineStart: '12px' },
  },
  values: { width: '124px' },
  changes: { width: '84px' },
  // Beside a field to correct it: the field has its own left edge, and the panel may be 320 px wide.
  valuesBeside: { width: '108px' },
  fields: { width: '102px' },
  value: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, whiteSpace: 'nowrap' },
  counts: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'normal',
  },
  reason: {
    boxSizing: 'border-box',
    width: '100%',
    padding: '6px 10px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    resize: 'vertical',
  },
  since: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  field: { width: '92px', minWidth: 0 },
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

export function FigureTable({ preview, correcting, draft, onChange }: Props) {
  const styles = useStyles();
  const { figures, lastAt, label, movement } = preview;
  if (figures.length === 0) return <p className={styles.since}>Nguồn: {label}</p>;
  // The first time of all is said once, below.
  const compares = correcting || figures.some(({ last }) => last !== null);
  const hasGroups = figures.some(isGroup) && !figures.every(isGroup);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Chỉ số</th>
            <th scope="col" className={correcting ? styles.valuesBeside : styles.values} data-figure>
              Đọc được
            </th>
            {compares && (
              <th
                scope="col"
                className={correcting ? styles.fields : styles.changes}
                data-figure={correcting ? undefined : true}
              >
                {correcting ? 'Sửa thành' : 'So với lần trước'}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Fragment key={figure.indicator}>
              <tr data-kind={hasGroups ? (isGroup(figure) ? 'group' : 'part') : undefined}>
                <th scope="row">{figure.name}</th>
                <td className={styles.value} data-figure>
                  {valueText(figure)}
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
                        value={
                          draft.values[figure.indicator] ?? (figure.value === null ? '' : formatNumber(figure.value))
                        }
                        onChange={(_, { value }) =>
                          onChange({ values: { ...draft.values, [figure.indicator]: value } })
                        }
                      />
                    ) : (
                      deltaText(figure)
                    )}
                  </td>
                )}
              </tr>
              {figure.target && !correcting && (
                <tr>
                  <td colSpan={compares ? 3 : 2}>
                    <TargetLine target={figure.target} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
      {correcting && (
        <Field label="Lý do sửa" required>
          {(field) => (
            <textarea
              {...field}
              className={styles.reason}
              value={draft.reason}
              maxLength={1000}
              rows={2}
              onChange={({ currentTarget }) => onChange({ reason: currentTarget.value })}
            />
          )}
        </Field>
      )}
      <p className={styles.since}>
        Nguồn: {label}.{' '}
        {lastAt === null
          ? 'Chưa có bản chụp nào được xác nhận của đơn vị và kỳ này.'
          : `Lần trước: ${instantText(lastAt)}.`}
      </p>
      <p className={styles.since}>
        {movement === null
          ? 'Chọn phong trào ở mục Cài đặt để biết còn thiếu bao nhiêu so với chỉ tiêu.'
          : figures.some(({ target }) => target !== null)
            ? `Chỉ tiêu theo: ${movement}.`
            : `Các số này không có chỉ tiêu trong: ${movement}.`}
      </p>
    </>
  );
}

/** One of the evaluation's groups, or their sum: they have a maximum of their own in the catalogue. */
function isGroup({ indicator }: Figure): boolean {
  return findIndicator(indicator)?.max != null;
}

const SIGNS = { reached: 'done', 'on-pace': 'stale', behind: 'warning', overdue: 'error', unknown: 'info' } as const;

/** How far the figure is from its target: in words first, the colour only repeats them. */
function TargetLine({ target: { state, sentence, source } }: { readonly target: NonNullable<Figure['target']> }) {
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
