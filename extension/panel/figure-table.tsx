/**
 * The figures of one unit and period, each with its change since the last time and how far it is from its target; the
 * parts of a group folded away while there is no news of them. In correcting, a field for each and the reason.
 */

import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, useState } from 'react';
import { isCumulative } from '../../core/portal/indicator/cumulative.ts';
import { communeRank, isOfList } from '../../core/portal/indicator/indicator-name.ts';
import type { Movers } from '../../core/portal/indicator/movers.ts';
import { TOTAL } from '../../core/portal/indicator/total.ts';
import type { CapturedFigure, Preview } from '../messages/contract.ts';
import { TextBox } from '../pieces/text-box.tsx';
import { instantText } from '../reading/time.ts';
import type { CaptureDraft } from '../store/records.ts';
import { figureGroups } from './figure-groups.ts';
import { FigureRow, type Fold } from './figure-row.tsx';
import { MoversLine } from './movers-line.tsx';

interface Props {
  readonly preview: Extract<Preview, { kind: 'found' }>;
  /** Of the communes of the list; null = nothing to compare with. */
  readonly movers: Movers | null;
  readonly correcting: boolean;
  readonly draft: CaptureDraft;
  /** They were confirmed just now. */
  readonly isSaved?: boolean;
  readonly onChange: (part: Partial<CaptureDraft>) => void;
}

/** As narrow as a side panel gets: the names need what there is. */
const NARROW = '@media (max-width: 379px)';

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
    // A figure and its target belong together, so the line is below both.
    '& tr:has(+ tr > [colspan]) > *': { borderBottomStyle: 'none', paddingBottom: '2px' },
    '& [colspan]': { paddingInlineStart: 0 },
    '& [data-figure]': { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
    // A group of the evaluation stands apart from the figures it is made of.
    '& [data-kind="group"] > th': { fontWeight: tokens.fontWeightSemibold },
    '& [data-kind="part"] > th': { paddingInlineStart: '12px' },
  },
  values: { width: '116px', [NARROW]: { width: '108px' } },
  // Alone beside the names: a figure with its greatest and its unit stands in one line.
  valuesAlone: { width: '128px' },
  changes: { width: '84px', [NARROW]: { width: '68px' } },
  // Beside a field to correct it: the field has its own left edge, and the panel may be 320 px wide.
  valuesBeside: { width: '112px' },
  fields: { width: '86px' },
  since: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function FigureTable({ preview, movers, correcting, draft, isSaved = false, onChange }: Props) {
  const styles = useStyles();
  const [folded, setFolded] = useState<Readonly<Record<string, boolean>>>({});
  const { figures, basis, label } = preview;
  if (figures.length === 0) return <p className={styles.since}>Nguồn: {label}</p>;
  // When no figure has an earlier one, that is written once, below.
  const compares = correcting || figures.some(({ last }) => last !== null);
  const groups = figureGroups(figures);
  const hasParts = groups.some(({ parts }) => parts.length > 0);
  // Below the own rank; where the list is incomplete and has no rank, below the total.
  const place = figures.find(({ indicator }) => indicator === communeRank(TOTAL))?.indicator ?? TOTAL;
  const row = (figure: CapturedFigure, kind?: 'group' | 'part', fold?: Fold) => (
    <Fragment key={figure.indicator}>
      <FigureRow {...{ figure, kind, fold, compares, correcting, draft, onChange }} />
      {movers && !correcting && figure.indicator === place && (
        <tr>
          <td colSpan={compares ? 3 : 2}>
            <MoversLine movers={movers} />
          </td>
        </tr>
      )}
    </Fragment>
  );
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Chỉ số</th>
            <th
              scope="col"
              className={correcting ? styles.valuesBeside : compares ? styles.values : styles.valuesAlone}
              data-figure
            >
              {isSaved ? 'Đã lưu' : 'Đọc được'}
            </th>
            {compares && (
              <th
                scope="col"
                className={correcting ? styles.fields : styles.changes}
                data-figure={correcting ? undefined : true}
              >
                {correcting ? 'Sửa thành' : basis === null ? 'So với lần trước' : `So với ${basis}`}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ head, parts, hasNews }) => {
            const { indicator } = head;
            if (parts.length === 0) return row(head, hasParts && !isOfList(indicator) ? 'group' : undefined);
            const open = correcting || !(folded[indicator] ?? !hasNews);
            const fold = { open, onToggle: () => setFolded({ ...folded, [indicator]: open }) };
            return [
              row(head, 'group', correcting ? undefined : fold),
              ...(open ? parts.map((part) => row(part, 'part')) : []),
            ];
          })}
        </tbody>
      </table>
      {correcting && <ReasonField draft={draft} onChange={onChange} />}
      <SourceLines preview={preview} isSaved={isSaved} />
    </>
  );
}

function ReasonField({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  return (
    <Field label="Lý do sửa" required>
      {(field) => (
        <TextBox
          field={field}
          value={draft.reason}
          maxLength={1000}
          rows={2}
          onChange={(reason) => onChange({ reason })}
        />
      )}
    </Field>
  );
}

/** Where the figures come from, and what they are held against. */
function SourceLines({
  preview: { figures, lastAt, label, movement, reader },
  isSaved,
}: Pick<Props, 'preview' | 'isSaved'>) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.since}>
        Nguồn: {label}. {lastAt !== null && `Lần trước: ${instantText(lastAt)}.`}
        {lastAt === null && !isSaved && 'Chưa có bản chụp nào được xác nhận của đơn vị và kỳ này.'}
        {isCumulative(reader.id) && ' Số lũy kế của kỳ đến lúc chụp, không phải số của ngày.'}
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
