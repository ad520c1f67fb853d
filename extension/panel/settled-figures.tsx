/** After a confirmation: the figures stay, with what can be done with them next, and a way back. */
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { indicatorTsv } from '../../core/sheets/indicator-text.ts';
import type { ErrorCode, Preview } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';
import { send } from '../pieces/send.ts';
import { asStored } from '../reading/as-stored.ts';
import { figureCorrections } from '../store/corrections.ts';
import type { CaptureRecord } from '../store/records.ts';
import { Fault } from './fault.tsx';
import { FigureTable } from './figure-table.tsx';
import { Headline } from './headline.tsx';
import { SlowestList } from './slowest-list.tsx';

const useStyles = makeStyles({ buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' } });

interface Props {
  readonly record: CaptureRecord;
  /** As it was read before it was confirmed; undefined where the panel was opened since. */
  readonly preview: Preview | undefined;
}

export function SettledFigures({ record, preview }: Props) {
  const styles = useStyles();
  const [error, setError] = useState<ErrorCode | null>(null);
  const [notice, setTold] = useState<{ readonly kind: 'done' | 'error'; readonly text: string }>();
  const figures = preview?.kind === 'found' ? asStored(preview.figures, record.observations) : [];
  const hasCorrected = figureCorrections(record.corrections).length > 0;
  const undo = async () => {
    const reply = await send('capture.reopen', { id: record.id, reason: '' });
    setError(reply.ok ? null : reply.code);
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(indicatorTsv(record.observations, () => null));
      setTold({ kind: 'done', text: 'Đã chép: dán vào Excel.' });
    } catch {
      setTold({ kind: 'error', text: 'Trình duyệt không cho chép. Hãy tải tệp số liệu ở mục “Đã lưu”.' });
    }
  };
  return (
    <>
      <div className={styles.buttons}>
        <Button onClick={() => void undo()}>Hoàn tác</Button>
        <Button onClick={() => void copy()}>Đưa vào Excel</Button>
        <Button onClick={() => void chrome.tabs.create({ url: chrome.runtime.getURL('marking/index.html') })}>
          Đưa vào Bàn chấm
        </Button>
      </div>
      <Fault code={error} />
      {notice && <Notice kind={notice.kind}>{notice.text}</Notice>}
      {preview?.kind === 'found' && (
        <>
          <Headline figures={figures} basis={preview.basis} since={hasCorrected ? null : preview.since} />
          <FigureTable
            preview={{ ...preview, figures }}
            isSaved
            movers={null}
            correcting={false}
            draft={{ unit: null, period: null, values: {}, reason: '' }}
            onChange={() => undefined}
          />
          <SlowestList slowest={preview.slowest} />
        </>
      )}
    </>
  );
}
