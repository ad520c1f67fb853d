/**
 * The table of units of one capture: which indicator, among whom, what is searched for; my own unit in words above it.
 */

import { Button, Field, Input, makeStyles, Select } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { isCommuneName } from '../../../core/portal/capture/commune-ranks.ts';
import { indicatorName, isOfList } from '../../../core/portal/indicator/indicator-name.ts';
import { TOTAL } from '../../../core/portal/indicator/total.ts';
import { Empty } from '../../../ui/empty.tsx';
import type { UnitCapture } from '../../history/unit-captures.ts';
import {
  type Among,
  arranged,
  hasMoved,
  type Moved,
  rankChangeText,
  type UnitTableRow,
  unitTable,
} from '../../history/unit-table.ts';
import { Notice } from '../../pieces/notice.tsx';
import { Waiting } from '../../pieces/waiting.tsx';
import { deltaText, valueText } from '../../pieces/words.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { type Sorting, UnitRows } from './unit-rows.tsx';
import { unitTsv } from './unit-tsv.ts';
import { useUnits } from './use-units.ts';

const AMONG: Readonly<Record<Among, string>> = {
  communes: 'Xã, phường, đặc khu',
  others: 'Sở, ngành và đơn vị khác',
  all: 'Tất cả đơn vị',
};

const MOVED: Readonly<Record<Moved, string>> = {
  all: 'Tất cả',
  rose: 'Tăng từ 0,5 trở lên',
  fell: 'Giảm từ 0,5 trở lên',
};

const useStyles = makeStyles({
  bar: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
    gap: '8px 12px',
    alignItems: 'end',
    // A list is as wide as its longest choice unless it may be narrower.
    '& > *, & > * > *, & select': { minWidth: 0 },
  },
  copy: { justifySelf: 'start', whiteSpace: 'nowrap' },
});

interface Props {
  readonly captures: readonly UnitCapture[];
  readonly captureId: string;
  readonly period: string;
}

interface Choice {
  readonly indicator: string;
  readonly among: Among;
  readonly words: string;
  readonly moved: Moved;
}

const FIRST: Choice = { indicator: '', among: 'communes', words: '', moved: 'all' };

const NOTHING = { at: '', readings: [] };

export function UnitView({ captures, captureId, period }: Props) {
  const units = useUnits(captures, captureId, period);
  const mine = useSettings()?.unit ?? '';
  const [choice, setChoice] = useState<Choice>(FIRST);
  const choose = (part: Partial<Choice>) => setChoice({ ...choice, ...part });
  const { indicator, among, words, moved } = choice;
  const [sorting, setSorting] = useState<Sorting>({ order: 'rank', reversed: false });

  const now = units?.now.kind === 'found' ? units.now : NOTHING;
  const earlier = units?.earlier ?? [];
  // Places are reckoned here, from the figures.
  const indicators = useMemo(
    () => [...new Set(now.readings.map((partReading) => partReading.indicator))].filter((code) => !isOfList(code)),
    [now],
  );
  const by = indicators.includes(indicator) ? indicator : indicators.includes(TOTAL) ? TOTAL : (indicators[0] ?? '');
  const kinds = useMemo(() => new Set(now.readings.map(({ unit }) => isCommuneName(unit.name))), [now]);
  const group: Among = kinds.size < 2 ? 'all' : among;
  const table = useMemo(
    () => unitTable(now, earlier, { indicator: by, among: group, mine }),
    [now, earlier, by, group, mine],
  );
  const shown = useMemo(() => arranged(table, { words, moved, ...sorting }), [table, words, moved, sorting]);

  if (!units) return <Waiting label="Đang đọc các đơn vị từ bằng chứng…" />;
  if (units.now.kind === 'evidence-changed') {
    return <Notice kind="error">Bằng chứng của bản chụp này đã bị thay đổi hoặc không còn, nên không đọc lại.</Notice>;
  }
  if (units.now.kind === 'not-found') return <Notice kind="warning">Không tìm thấy: {units.now.reason}</Notice>;
  if (indicators.length === 0) {
    return <Empty>Trang của bản chụp này không nêu tên đơn vị nào, nên không có bảng để xếp hạng.</Empty>;
  }
  return (
    <>
      <UnitBar {...{ choice, choose, indicators, by, table, shown }} hasKinds={kinds.size > 1} />
      <div role="status">
        {mineText(table, mine)}
        {shown.length === table.length
          ? `${formatNumber(table.length)} đơn vị.`
          : `Thấy ${formatNumber(shown.length)} trong ${formatNumber(table.length)} đơn vị.`}
        {!units.isWhole && ' Đang đọc các bản chụp trước…'}
        {units.isWhole && earlier.length === 0 && ' Chưa có bản chụp nào trước đó của cùng nguồn, cùng kỳ để so sánh.'}
      </div>
      <UnitRows
        key={`${captureId} ${by} ${group}`}
        rows={shown}
        label={`Bảng đơn vị theo ${indicatorName(by)}`}
        sorting={sorting}
        onSort={setSorting}
      />
    </>
  );
}

interface UnitBarProps {
  readonly choice: Choice;
  readonly choose: (part: Partial<Choice>) => void;
  readonly indicators: readonly string[];
  /** The indicator the table goes by. */
  readonly by: string;
  /** Communes and others both stand in the list. */
  readonly hasKinds: boolean;
  readonly table: readonly UnitTableRow[];
  readonly shown: readonly UnitTableRow[];
}

function UnitBar({ choice, choose, indicators, by, hasKinds, table, shown }: UnitBarProps) {
  const styles = useStyles();
  const [notice, setTold] = useState<{ readonly kind: 'done' | 'error'; readonly text: string }>();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(unitTsv(shown));
      setTold({ kind: 'done', text: `Đã chép ${formatNumber(shown.length)} dòng: dán vào Excel.` });
    } catch {
      setTold({ kind: 'error', text: 'Trình duyệt không cho chép.' });
    }
  };
  return (
    <>
      <div className={styles.bar}>
        <Field label="Chỉ số">
          <Select value={by} onChange={(_, { value }) => choose({ indicator: value })}>
            {indicators.map((code) => (
              <option key={code} value={code}>
                {indicatorName(code)}
              </option>
            ))}
          </Select>
        </Field>
        {hasKinds && (
          <Field label="Xếp hạng trong">
            <Select value={choice.among} onChange={(_, { value }) => choose({ among: value as Among })}>
              {Object.entries(AMONG).map(([kind, name]) => (
                <option key={kind} value={kind}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {table.some((row) => row.figure.last?.delta != null) && (
          <Field label="So với lần trước">
            <Select value={choice.moved} onChange={(_, { value }) => choose({ moved: value as Moved })}>
              {(Object.keys(MOVED) as Moved[]).map((kind) => (
                <option key={kind} value={kind}>
                  {`${MOVED[kind]} (${formatNumber(table.filter((row) => hasMoved(row, kind)).length)})`}
                </option>
              ))}
            </Select>
          </Field>
        )}
        <Field label="Tìm đơn vị">
          <Input
            type="search"
            value={choice.words}
            maxLength={100}
            onChange={(_, { value }) => choose({ words: value })}
          />
        </Field>
        <Button className={styles.copy} onClick={() => void copy()}>
          Chép để dán vào Excel
        </Button>
      </div>
      {notice && <Notice kind={notice.kind}>{notice.text}</Notice>}
    </>
  );
}

function mineText(table: readonly UnitTableRow[], mine: string): string {
  if (mine === '') return '';
  const own = table.find((row) => row.mine);
  if (!own) return `Bảng này không có “${mine}”. `;
  const place = own.rank === null ? 'chưa có hạng' : `hạng ${own.rank}`;
  const change = [valueText(own.figure), deltaText(own.figure), rankChangeText(own)].filter(Boolean).join(', ');
  return `Xã của tôi, ${own.name}: ${place}, ${change}. `;
}
