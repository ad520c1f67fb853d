/**
 * Teaching a table that no reader knows: which table, which cell is the officer's unit, what the columns mean. Works on
 * the stored copy of the page.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isAddressOf } from '../../../core/portal/capture/taught-reader/address.ts';
import { useLive } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { Waiting } from '../../pieces/waiting.tsx';
import type { Store } from '../../store/db.ts';
import { storedReaders } from '../../store/readers.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { frameRow, leavePage, placeOf, pressedInPage, wordsOfRow } from './in-page.ts';
import { MeaningForm } from './meaning-form.tsx';
import { type PointedTable, pageTables } from './page-tables.ts';
import { canBeUnit, RowChoice } from './row-choice.tsx';
import { TableList } from './table-list.tsx';

const STEPS = { 1: '1. Số liệu nằm ở bảng nào?', 2: '2. Đơn vị nào?', 3: '3. Các cột nghĩa là gì?' } as const;

interface Props {
  readonly record: CaptureRecord;
  /** The tab of its page, where cells can be pointed at; null when it is gone. */
  readonly tabId: number | null;
  readonly instead: string | null;
  readonly onDone: () => void;
}

const useStyles = makeStyles({
  flow: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 },
  step: { margin: 0, fontSize: tokens.fontSizeBase300, outlineStyle: 'none', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

export function PointView({ record, tabId, instead, onDone }: Props) {
  const styles = useStyles();
  // The evidence of a capture never changes, so neither do its tables.
  const [tables, setTables] = useState<readonly PointedTable[] | 'changed'>();
  const load = useCallback(
    async (db: Store) => ({ kept: await storedReaders(db), tables: await pageTables(db, record) }),
    [record],
  );
  const found = useLive(load);
  const [picked, setPicked] = useState<PointedTable>();
  const [pointed, setPointed] = useState<{ readonly row: number; readonly column: number }>();
  const { isWaiting, missed, point } = usePointInPage(tabId, tables === 'changed' ? undefined : tables, (found) => {
    setPicked(found.table);
    setPointed({ row: found.row, column: found.column });
  });
  useEffect(() => {
    if (found !== undefined) setTables((held) => held ?? found.tables ?? 'changed');
  }, [found]);

  const [only] = tables !== undefined && tables !== 'changed' && tables.length === 1 ? tables : [];
  const table = picked ?? only;
  useEffect(() => {
    if (tabId === null || table === undefined || pointed === undefined) return undefined;
    void frameRow(tabId, wordsOfRow(table, pointed.row, pointed.column));
    return () => void leavePage(tabId);
  }, [tabId, table, pointed]);
  const step = table === undefined ? 1 : pointed === undefined ? 2 : 3;
  if (tables === undefined || found === undefined) return <Waiting label="Đang mở trang đã chụp…" />;
  const back = step === 3 ? () => setPointed(undefined) : picked && !only ? () => setPicked(undefined) : undefined;
  return (
    <section className={styles.flow} aria-label="Chỉ vào bảng">
      <StepTitle key={step}>{STEPS[step]}</StepTitle>
      {step < 3 && tabId !== null && tables !== 'changed' && tables.length > 0 && (
        <PointInPage isWaiting={isWaiting} missed={missed} onPoint={point} />
      )}
      {tables === 'changed' ? (
        <Notice kind="error">Bằng chứng của bản chụp đã bị thay đổi, nên không dùng được.</Notice>
      ) : tables.length === 0 ? (
        <Notice kind="warning">
          Trang này không có bảng nào có dòng tiêu đề. Hãy đợi trang tải xong rồi chụp lại.
        </Notice>
      ) : table === undefined ? (
        <TableList tables={tables} onPick={setPicked} />
      ) : pointed === undefined ? (
        <RowChoice outline={table.outline} onPoint={(row, column) => setPointed({ row, column })} />
      ) : (
        <MeaningForm
          captureId={record.id}
          table={table}
          {...pointed}
          title={record.title}
          instead={instead}
          before={found.kept.find(({ address }) => isAddressOf(address, table.url)) ?? null}
          onKept={onDone}
        />
      )}
      <div className={styles.buttons}>
        {back && <Button onClick={back}>Quay lại</Button>}
        <Button appearance="subtle" onClick={onDone}>
          Thôi chỉ bảng
        </Button>
      </div>
    </section>
  );
}

type Place = NonNullable<ReturnType<typeof placeOf>>;

/** A press on the page instead of a search in its copy. */
function usePointInPage(
  tabId: number | null,
  tables: readonly PointedTable[] | undefined,
  onFound: (place: Place) => void,
) {
  const [isWaiting, setIsWaiting] = useState(false);
  const [missed, setMissed] = useState(false);
  // The panel may be closed while the page still waits for a press.
  useEffect(() => (tabId === null ? undefined : () => void leavePage(tabId)), [tabId]);
  const point = async () => {
    if (tabId === null || !tables) return;
    setIsWaiting(true);
    setMissed(false);
    const pressed = await pressedInPage(tabId);
    setIsWaiting(false);
    const place = pressed && placeOf(tables, pressed);
    if (place && canBeUnit(place.table.outline, place.row, place.column)) onFound(place);
    else setMissed(pressed !== null);
  };
  return { isWaiting, missed, point: () => void point() };
}

interface PointInPageProps {
  readonly isWaiting: boolean;
  readonly missed: boolean;
  readonly onPoint: () => void;
}

function PointInPage({ isWaiting, missed, onPoint }: PointInPageProps) {
  return (
    <>
      {isWaiting ? (
        <Notice kind="info">Bấm vào ô có tên đơn vị trên trang (Esc để thôi).</Notice>
      ) : (
        <Button appearance="primary" style={{ alignSelf: 'start' }} onClick={onPoint}>
          Chỉ trên trang
        </Button>
      )}
      {missed && <Notice kind="warning">Ô vừa bấm không phải tên đơn vị trong bảng.</Notice>}
    </>
  );
}

/** Takes the focus when its step begins: what was pressed before is gone. */
function StepTitle({ children }: { readonly children: string }) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <h3 ref={title} tabIndex={-1} className={styles.step}>
      {children}
    </h3>
  );
}
