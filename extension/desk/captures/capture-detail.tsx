/**
 * One capture opened: what was read, confirmed or corrected, where and when and by which reader, its duplicates and its
 * evidence.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { READERS } from '../../../core/portal/capture/registry.ts';
import { useLive } from '../../live/use-store.ts';
import { canBeAgain, openAgain } from '../../panel/capture-again.ts';
import { CaptureCard } from '../../panel/capture-card.tsx';
import { Notice } from '../../pieces/notice.tsx';
import { Waiting } from '../../pieces/waiting.tsx';
import { periodText } from '../../pieces/words.ts';
import { instantText } from '../../reading/time.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { EvidenceViewer } from '../evidence/evidence-viewer.tsx';
import { PlacePage } from '../place-page.tsx';
import { routeTo } from '../route.ts';
import { STATE_WORD, stateOf } from './capture-filter.ts';
import { CaptureHistory } from './capture-history.tsx';
import type { CaptureRow } from './captures-query.ts';
import { PutRight } from './put-right.tsx';
import { StoredFigures } from './stored-figures.tsx';

const useStyles = makeStyles({
  back: { color: tokens.colorBrandForegroundLink },
  card: { display: 'flex', flexDirection: 'column', gap: '12px', maxWidth: '640px' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(90px, max-content) minmax(0, 1fr)',
    gap: '4px 16px',
    margin: 0,
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
});

interface Props {
  readonly id: string;
  /** Code of the figure whose evidence is wanted; '' = of none. */
  readonly indicator?: string;
  /** Rows read so far: among them the duplicates of this capture. */
  readonly rows: ReadonlyMap<string, CaptureRow>;
}

export function CaptureDetail({ id, indicator = '', rows }: Props) {
  const styles = useStyles();
  const found = useLive(async (db) => ({ record: await db.captures.get(id) }), [id]);
  const record = found?.record;
  const back = useRef<HTMLAnchorElement>(null);
  // What had the focus is gone with the list.
  useEffect(() => back.current?.focus(), []);
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>
        <a ref={back} className={styles.back} href={routeTo('ban-chup')}>
          Về danh sách bản chụp
        </a>
      </p>
      <PlacePage title={titleOf(record)}>
        {found === undefined ? (
          <Waiting label="Đang mở bản chụp…" />
        ) : record === undefined ? (
          <Notice kind="warning">Không còn bản chụp này trong máy.</Notice>
        ) : (
          <>
            {record.state === 'raw' ? (
              <div className={styles.card}>
                <CaptureCard id={id} tabId={null} />
              </div>
            ) : (
              <StoredFigures record={record} />
            )}
            {canBeAgain(record) && (
              <Button style={{ alignSelf: 'start' }} onClick={() => void openAgain(record)}>
                Chụp lại trang này
              </Button>
            )}
            {record.state !== 'raw' && <PutRight record={record} />}
            <CaptureHistory history={record.history ?? []} />
            <Facts record={record} rows={rows} />
            <EvidenceViewer key={indicator} record={record} indicator={indicator} />
          </>
        )}
      </PlacePage>
    </>
  );
}

/** Whose figures and of which period, where that is known: of two captures of one minute the time says nothing. */
function titleOf(record: CaptureRecord | undefined): string {
  if (!record) return 'Bản chụp';
  const [first] = record.observations;
  const at = `chụp lúc ${instantText(record.at)}`;
  return first ? `${first.unit.name}, ${periodText(first.period ?? '')} (${at})` : `Bản ${at}`;
}

function Facts({ record, rows }: { readonly record: CaptureRecord; readonly rows: ReadonlyMap<string, CaptureRow> }) {
  const styles = useStyles();
  const { id, title, url, at, duplicateOf, nothing, unread, observations, answered = [] } = record;
  const [first] = observations;
  const duplicates = [...rows.values()].filter((row) => row.duplicateOf === id);
  return (
    <dl className={styles.facts}>
      <Fact name="Trạng thái">{STATE_WORD[stateOf(record)]}</Fact>
      {nothing !== undefined && <Fact name="Vì">không tìm thấy số liệu: {nothing}</Fact>}
      {first && (
        <>
          <Fact name="Đơn vị">
            {[first.unit.name, first.unit.code ?? first.unit.id].filter(Boolean).join(' · mã ')}
          </Fact>
          <Fact name="Kỳ">{periodText(first.period ?? '')}</Fact>
          <Fact name="Cách đọc">{readerText(first.provenance.reader)}</Fact>
        </>
      )}
      {answered.map((about) => (
        <Fact key={about} name="Đã trả lời “Đúng”">
          {about}
        </Fact>
      ))}
      <Fact name="Chụp lúc">{instantText(at)} (giờ Việt Nam)</Fact>
      <Fact name="Tên trang">{title || 'Trang không có tên'}</Fact>
      <Fact name="Địa chỉ">{url}</Fact>
      {duplicateOf !== null && (
        <Fact name="Trùng với">
          <CaptureLink id={duplicateOf} rows={rows} />
        </Fact>
      )}
      {duplicates.map((row) => (
        <Fact key={row.id} name="Bản trùng">
          <CaptureLink id={row.id} rows={rows} />
        </Fact>
      ))}
      {unread.map((frame) => (
        <Fact key={frame} name="Chưa đọc được">
          khung của trang khác: {frame}
        </Fact>
      ))}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** A reader of the officer's own goes by its id alone: it may be gone. */
function readerText({ id, version }: { readonly id: string; readonly version: string }): string {
  const label = READERS.find((reader) => reader.id === id)?.label;
  return label === undefined ? `${id}, bản ${version}` : `${label} (${id}, bản ${version})`;
}

function CaptureLink({ id, rows }: Props) {
  const at = rows.get(id)?.at;
  return <a href={routeTo('ban-chup', id)}>{at === undefined ? 'bản chụp khác' : instantText(at)}</a>;
}
