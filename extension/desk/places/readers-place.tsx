/** Cách đọc: the pages we read by ourselves, and the readers the officer made by pointing. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { READERS } from '../../../core/portal/capture/registry.ts';
import type { TaughtReader } from '../../../core/portal/capture/taught-reader/definition.ts';
import { Empty } from '../../../ui/empty.tsx';
import { useLive } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { send } from '../../pieces/send.ts';
import { Waiting } from '../../pieces/waiting.tsx';
import { ERROR_TEXT } from '../../pieces/words.ts';
import type { Store } from '../../store/db.ts';
import { storedReaders } from '../../store/readers.ts';
import { PlacePage } from '../place-page.tsx';
import { AnswersSection } from '../readers/answers-section.tsx';
import { ImportSection } from '../readers/import-section.tsx';
import { ReaderCard } from '../readers/reader-card.tsx';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  heading: { margin: 0, fontSize: tokens.fontSizeBase500 },
  undo: { display: 'flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  more: { color: tokens.colorNeutralForeground2 },
});

const stored = async (db: Store) => ({
  kept: await storedReaders(db),
  all: await db.readers.toCollection().primaryKeys(),
});

export function ReadersPlace() {
  const styles = useStyles();
  const found = useLive(stored, []);
  const [removed, setRemoved] = useState<TaughtReader>();
  const [fault, setFault] = useState<string>();

  const keep = async (definition: TaughtReader) => {
    const reply = await send('reader.keep', { definition });
    setFault(reply.ok ? undefined : ERROR_TEXT[reply.code]);
    if (reply.ok && definition.id === removed?.id) setRemoved(undefined);
  };
  const remove = async (id: string, definition?: TaughtReader) => {
    const reply = await send('reader.remove', { id });
    setFault(reply.ok ? undefined : ERROR_TEXT[reply.code]);
    if (reply.ok) setRemoved(definition);
  };
  const unusable = found?.all.filter((id) => !found.kept.some((item) => item.id === id)) ?? [];
  return (
    <PlacePage
      title="Cách đọc"
      lead="Trang nào được đọc sẵn, và các cách đọc đã giữ khi chỉ vào bảng. Cách đọc chỉ là mô tả bảng và cột, không có mã chạy."
    >
      <section className={styles.section} aria-label="Cách đọc đã giữ">
        <h2 className={styles.heading}>Đã giữ khi chỉ vào bảng</h2>
        {fault === undefined ? null : <Notice kind="error">{fault}</Notice>}
        {removed && (
          <div className={styles.undo}>
            <Notice kind="done">Đã xóa cách đọc “{removed.label}”. Số liệu đã lưu vẫn còn.</Notice>
            <Button onClick={() => void keep(removed)}>Hoàn tác</Button>
          </div>
        )}
        {found === undefined ? (
          <Waiting label="Đang mở…" />
        ) : (
          <>
            {found.kept.length === 0 && (
              <Empty>Chưa có. Trên trang chưa đọc được, bấm nút Thi Đua Số rồi chọn “Chỉ vào bảng” ở khung bên.</Empty>
            )}
            {found.kept.map((definition) => (
              <ReaderCard
                key={definition.id}
                definition={definition}
                onKeep={keep}
                onRemove={(item) => remove(item.id, item)}
              />
            ))}
            {unusable.map((id) => (
              <div key={id} className={styles.undo}>
                <Notice kind="warning">Có một cách đọc không còn đúng dạng, nên không được dùng.</Notice>
                <Button onClick={() => void remove(id)}>Xóa</Button>
              </div>
            ))}
            <ImportSection readers={found.kept} onKeep={keep} />
          </>
        )}
      </section>
      <AnswersSection />
      <section className={styles.section} aria-label="Cách đọc có sẵn">
        <h2 className={styles.heading}>Có sẵn</h2>
        <ul className={styles.list}>
          {READERS.map(({ id, label, version, pages }) => (
            <li key={id} className={styles.item}>
              <div className={styles.name}>{label}</div>
              <div className={styles.more}>{pages}</div>
              <div className={styles.more}>
                {id}, phiên bản {version}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </PlacePage>
  );
}
