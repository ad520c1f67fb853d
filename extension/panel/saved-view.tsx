/** What is saved, newest first, and the ways out to Excel. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { indicatorTsv } from '../../core/sheets/indicator-text.ts';
import { Empty } from '../../ui/empty.tsx';
import { capturesFile } from '../exports/captures-file.ts';
import { changesIn } from '../exports/changes.ts';
import { useLive } from '../live/use-store.ts';
import { Notice } from '../pieces/notice.tsx';
import { periodText } from '../pieces/words.ts';
import { instantText } from '../reading/time.ts';
import { figureCorrections, periodCorrection } from '../store/corrections.ts';
import type { Store } from '../store/db.ts';
import { waitingCount } from '../store/outbox.ts';
import type { Correction } from '../store/records.ts';
import { canBeAgain, openAgain } from './capture-again.ts';

const MOST_SHOWN = 100;

const savedCaptures = (db: Store) =>
  db.captures
    .orderBy('at')
    .reverse()
    .filter(({ state }) => state === 'confirmed' || state === 'corrected')
    .limit(MOST_SHOWN)
    .toArray();
const savedFigures = (db: Store) => db.figures.orderBy('at').toArray();

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  again: { marginTop: '6px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  more: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

export function SavedView() {
  const styles = useStyles();
  const captures = useLive(savedCaptures);
  const saved = useLive(savedFigures);
  const waiting = useLive(waitingCount) ?? 0;
  const [notice, setTold] = useState<{ readonly kind: 'done' | 'error'; readonly text: string }>();
  if (captures === undefined || saved === undefined) return null;
  if (captures.length === 0) return <Empty>Chưa có số liệu nào được xác nhận.</Empty>;
  const figures = saved.map(({ observation }) => observation);

  const copy = async () => {
    const changes = changesIn(saved);
    try {
      await navigator.clipboard.writeText(indicatorTsv(figures, (observation) => changes.get(observation) ?? null));
      setTold({ kind: 'done', text: `Đã chép ${figures.length} dòng: dán vào Excel.` });
    } catch {
      setTold({ kind: 'error', text: 'Trình duyệt không cho chép. Hãy tải tệp số liệu.' });
    }
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => download('so-lieu-cong.json', capturesFile(figures))}>
          Tải tệp số liệu
        </Button>
        <Button onClick={() => void copy()}>Chép để dán vào Excel</Button>
      </div>
      {waiting > 0 && <div className={styles.more}>{waiting} bản chụp chưa chuyển sang Excel.</div>}
      {notice && <Notice kind={notice.kind}>{notice.text}</Notice>}
      <ul className={styles.list}>
        {captures.map(({ id, at, title, url, state, observations, corrections }) => (
          <li key={id} className={styles.item}>
            <div className={styles.name}>
              {observations[0]?.unit.name}, {periodText(observations[0]?.period ?? '')}
            </div>
            <div className={styles.more}>
              {observations.length} số{byHandText(corrections)} · {instantText(at)}
            </div>
            <div className={styles.more}>{title}</div>
            {canBeAgain({ state, url }) && (
              <Button
                size="small"
                className={styles.again}
                aria-label={`Chụp lại bản lúc ${instantText(at)}`}
                onClick={() => void openAgain({ id, url })}
              >
                Chụp lại
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function byHandText(corrections: readonly Correction[]): string {
  const figures = figureCorrections(corrections).length;
  const period = periodCorrection(corrections) ? ', kỳ sửa tay' : '';
  return `${figures > 0 ? `, ${figures} số sửa tay` : ''}${period}`;
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Later, because the download has only been requested by now.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
