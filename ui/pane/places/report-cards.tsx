/** The reports of the book as cards: searched, sorted, opened; in a book without any, what to do first. */
import { Button, Field, Input, Select } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { SheetFound } from '../../../session/pane/workspace-data.ts';
import { Icon, type IconName } from '../../icons.tsx';
import { later } from '../../later.tsx';
import { PointsRange } from '../../points-range.tsx';
import { rovingKeys } from '../../roving-focus.ts';
import { SeverityTag } from '../../severity-tag.tsx';
import { usePane } from '../pane-context.ts';
import { type CardOrder, type ReportRow, reportRows, shownRows } from '../report-rows.ts';
import { useOpenReport } from '../use-open-report.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { useMovement } from './use-movement.ts';

const ColumnsForm = later(async () => (await import('./columns-form.tsx')).ColumnsForm);

/** Fewer are seen at a glance. */
const FEW = 6;

const ORDERS: Readonly<Record<CardOrder, string>> = {
  sheet: 'Theo sổ',
  unit: 'Tên đơn vị',
  flags: 'Nhiều lỗi trước',
  high: 'Điểm cao trước',
  low: 'Điểm thấp trước',
};

export function ReportCards() {
  const styles = usePaneStyles();
  const { workspace } = usePane().state;
  const movement = useMovement();
  const [wanted, setWanted] = useState('');
  const [order, setOrder] = useState<CardOrder>('sheet');
  if (workspace === null) return null;
  const rows = reportRows(workspace, movement);
  const shown = shownRows(rows, wanted, order);
  return (
    <section className={styles.section} aria-labelledby="sheets-heading">
      <h2 id="sheets-heading" className={styles.heading}>{`Báo cáo tìm thấy (${rows.length})`}</h2>
      {rows.length === 0 ? <FirstSteps /> : null}
      {rows.length <= FEW ? null : (
        <div className={styles.fields}>
          <Field label="Tìm đơn vị">
            <Input type="search" value={wanted} onChange={(_, { value }) => setWanted(value)} />
          </Field>
          <Field label="Sắp xếp">
            <Select value={order} onChange={(_, { value }) => setOrder(value as CardOrder)}>
              {Object.entries(ORDERS).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      )}
      <p className={styles.quiet} role="status">
        {shown.length === rows.length ? '' : `${shown.length}/${rows.length} báo cáo có “${wanted.trim()}”`}
      </p>
      <ul className={styles.list} onKeyDown={rovingKeys}>
        {shown.map((row, index) => (
          <SheetCard key={row.sheet} row={row} first={index === 0} />
        ))}
      </ul>
    </section>
  );
}

function FirstSteps() {
  const styles = usePaneStyles();
  const { settings } = usePane().state.workspace ?? {};
  return (
    <>
      <p className={styles.text}>Sổ chưa có báo cáo nào. Ba việc đầu tiên:</p>
      <ol className={styles.text}>
        <li>
          {settings?.movement == null
            ? 'Chọn phong trào ở đầu trang này.'
            : 'Đã chọn phong trào (đổi được ở đầu trang này).'}
        </li>
        <li>Dán danh sách đơn vị rồi bấm “Tạo mẫu”: mỗi đơn vị một biểu theo đúng đối tượng.</li>
        <li>Khi đơn vị gửi lại, bấm “Thêm tệp báo cáo”, rồi “Kiểm tra và chấm điểm”.</li>
      </ol>
      <p className={styles.quiet}>
        Đã có sẵn tệp báo cáo thì làm ngay việc 3: phong trào được nhận ra từ chính báo cáo.
      </p>
    </>
  );
}

const STATE: Readonly<Record<SheetFound['state'], { readonly word: string; readonly icon: IconName }>> = {
  empty: { word: 'Chưa điền', icon: 'info' },
  waiting: { word: 'Chưa chấm', icon: 'stale' },
  scored: { word: 'Đã chấm', icon: 'done' },
  changed: { word: 'Đã sửa sau khi chấm', icon: 'warning' },
};

function SheetCard({ row, first }: { readonly row: ReportRow; readonly first: boolean }) {
  const styles = usePaneStyles();
  const open = useOpenReport();
  const unitId = useId();
  const { score, flags } = row;
  return (
    <li className={styles.card}>
      <button
        type="button"
        data-roving
        tabIndex={first ? 0 : -1}
        className={styles.choice}
        onClick={() => void open(row.sheet)}
      >
        <span className={styles.spread}>
          <span id={unitId} className={styles.strong}>
            {row.unit}
          </span>
          <span className={styles.note}>
            <Icon name={STATE[row.state].icon} />
            {STATE[row.state].word}
          </span>
        </span>
        <span className={styles.quiet}>
          {`${row.audience} · trang tính “${row.sheet}”`}
          {score?.classification == null ? '' : ` · ${score.classification.name}`}
        </span>
        {score === null ? null : <PointsRange now={score.total} low={score.low} high={score.high} max={score.max} />}
        {flags.error + flags.warning + flags.info === 0 ? null : (
          <span className={styles.row}>
            {(['error', 'warning', 'info'] as const).map((severity) =>
              flags[severity] === 0 ? null : <SeverityTag key={severity} severity={severity} count={flags[severity]} />,
            )}
          </span>
        )}
      </button>
      {row.columns === null ? null : <Columns sheet={row.sheet} unitId={unitId} columns={row.columns} />}
    </li>
  );
}

const COLUMNS: Readonly<Record<NonNullable<ReportRow['columns']>, string>> = {
  odd: 'Có cột chưa rõ: xem lại',
  kept: 'Đọc theo cách hiểu cột đã giữ: xem',
  own: 'Xem các cột',
};

/** What its columns were taken for, folded. */
function Columns({
  sheet,
  unitId,
  columns,
}: {
  readonly sheet: string;
  /** Of what says whose columns they are. */
  readonly unitId: string;
  readonly columns: NonNullable<ReportRow['columns']>;
}) {
  const styles = usePaneStyles();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <span className={styles.row}>
        <Button
          size="small"
          appearance={columns === 'own' ? 'subtle' : 'secondary'}
          aria-expanded={isOpen}
          aria-describedby={unitId}
          {...(columns === 'odd' ? { icon: <Icon name="warning" /> } : {})}
          onClick={() => setOpen(!isOpen)}
        >
          {COLUMNS[columns]}
        </Button>
      </span>
      {isOpen ? <ColumnsForm sheet={sheet} /> : null}
    </>
  );
}
