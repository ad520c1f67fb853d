/** One capture: what was read, for which unit and period, against the last time; confirm, correct or discard. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentType, lazy, Suspense, useRef, useState } from 'react';
import type { Movers } from '../../core/portal/indicator/movers.ts';
import type { ErrorCode, Preview } from '../messages/contract.ts';
import { Notice } from '../pieces/notice.tsx';
import { send } from '../pieces/send.ts';
import { ThingsToKnow } from '../pieces/things-to-know.tsx';
import { Waiting } from '../pieces/waiting.tsx';
import { ERROR_TEXT, periodText } from '../pieces/words.ts';
import { instantText } from '../reading/time.ts';
import { isDiscarded } from '../store/captures.ts';
import { figureCorrections, periodCorrection } from '../store/corrections.ts';
import type { CaptureRecord } from '../store/records.ts';
import { AgainNotice } from './again-notice.tsx';
import { besideOld } from './capture-again.ts';
import { Fault } from './fault.tsx';
import { FigureTable } from './figure-table.tsx';
import { Headline } from './headline.tsx';
import { MineOffer } from './mine-offer.tsx';
import type { PortalProps } from './portal-part.tsx';
import { Questions } from './questions.tsx';
import { SettledFigures } from './settled-figures.tsx';
import { SlowestList } from './slowest-list.tsx';
import { TakeBack } from './take-back.tsx';

import { UnreadFrames } from './unread-frames.tsx';
import { useAgain } from './use-again.ts';
import { useCapture } from './use-capture.ts';
import { useMovers } from './use-movers.ts';
import { WhoseFigures } from './whose-figures.tsx';

/** Only for pages that no reader knows, so it is loaded at its first use. */
const PointView = lazy(async () => ({ default: (await import('./point/point-view.tsx')).PointView }));

const useStyles = makeStyles({
  head: { margin: 0, fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere', outlineStyle: 'none' },
  from: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  // Always in sight, however long the table is.
  bar: {
    position: 'sticky',
    bottom: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    padding: '8px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  alone: { alignSelf: 'start' },
});

interface Props {
  readonly id: string;
  /** The tab of its page; null when no requests can be sent from it. */
  readonly tabId: number | null;
  /** The saved capture it is taken again of. */
  readonly again?: string | undefined;
  /** Form that requests figures from the portal; absent where that is impossible. */
  readonly Portal?: ComponentType<PortalProps> | undefined;
}

export function CaptureCard({ id, tabId, again, Portal }: Props) {
  const styles = useStyles();
  const capture = useCapture(id);
  const { found, draft, change, preview, setError } = capture;
  const movers = useMovers(id, preview);
  const old = useAgain(again, preview, draft, change);
  const head = useRef<HTMLHeadingElement>(null);
  const [chosen, setCorrecting] = useState<boolean>();
  const [busy, setBusy] = useState(false);
  const [pointing, setPointing] = useState(false);
  const record = found?.record;
  if (!found) return <Waiting label="Đang mở bản chụp…" />;
  if (!record) return <Notice kind="info">{ERROR_TEXT['not-found']}</Notice>;

  const act = async (work: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: ErrorCode }>) => {
    setBusy(true);
    const reply = await work();
    setBusy(false);
    setError(reply.ok ? null : reply.code);
    return reply.ok;
  };
  /** The buttons are gone then: the keyboard goes on from what was decided on. */
  const decide: Act = async (work) => {
    const isDone = await act(work);
    if (isDone) head.current?.focus();
    return isDone;
  };
  return (
    <>
      <div>
        <h2 ref={head} tabIndex={-1} className={styles.head}>
          {record.title || 'Trang không có tên'}
        </h2>
        <p className={styles.from}>
          {hostOf(record.url)} · chụp lúc {instantText(record.at)}
        </p>
      </div>
      {record.nothing !== undefined ? (
        <NothingFound record={record} error={capture.error} busy={busy} act={act} onPoint={setPointing} />
      ) : record.state !== 'raw' ? (
        <Settled record={record} preview={preview} />
      ) : pointing ? (
        <Suspense fallback={<Waiting label="Đang mở…" />}>
          <PointView record={record} tabId={tabId} instead={refused(preview)} onDone={() => setPointing(false)} />
        </Suspense>
      ) : (
        <ToConfirm
          {...{ record, capture, movers, old, tabId, Portal, busy, decide }}
          // Opened again to be put right: what was typed then is still to be seen.
          correcting={chosen ?? (record.history !== undefined && Object.keys(draft.values).length > 0)}
          onCorrect={setCorrecting}
          onPoint={() => setPointing(true)}
        />
      )}
    </>
  );
}

type Act = (
  work: () => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: ErrorCode }>,
) => Promise<boolean>;

interface NothingFoundProps {
  readonly record: CaptureRecord;
  readonly error: ErrorCode | null;
  readonly busy: boolean;
  readonly act: Act;
  readonly onPoint: (isPointing: boolean) => void;
}

function NothingFound({ record, error, busy, act, onPoint }: NothingFoundProps) {
  const styles = useStyles();
  return (
    <>
      <Notice kind="warning">Không tìm thấy: {record.nothing}</Notice>
      <p className={styles.from}>
        Trang không có số thì không được giữ: bản chép này tự xóa sau 15 phút, trừ khi chỉ vào bảng hoặc bấm “Giữ bản
        chụp”.
      </p>
      <UnreadFrames urls={record.unread} />
      <Fault code={error} />
      <div className={styles.buttons}>
        <Button
          disabled={busy}
          onClick={() => void act(() => send('capture.take-back', { id: record.id })).then(onPoint)}
        >
          Chỉ vào bảng
        </Button>
        <Button
          appearance="subtle"
          disabled={busy}
          onClick={() => void act(() => send('capture.take-back', { id: record.id }))}
        >
          Giữ bản chụp
        </Button>
      </div>
    </>
  );
}

interface ToConfirmProps extends Pick<Props, 'tabId' | 'Portal'> {
  readonly record: CaptureRecord;
  readonly capture: ReturnType<typeof useCapture>;
  readonly movers: Movers | null;
  /** The saved capture it is taken again of. */
  readonly old: CaptureRecord | undefined;
  readonly busy: boolean;
  readonly correcting: boolean;
  readonly onCorrect: (isCorrecting: boolean) => void;
  readonly decide: Act;
  readonly onPoint: () => void;
}

function ToConfirm(props: ToConfirmProps) {
  const { record, capture, movers, old, tabId, Portal, busy, correcting } = props;
  const { draft, change, preview, error } = capture;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      {preview === undefined ? (
        error === null && <Waiting label="Đang đọc số liệu…" />
      ) : (
        <Reading preview={preview} hasPage={tabId !== null}>
          {Portal && tabId !== null && (
            <Portal
              {...{ record, again: old, preview, draft, tabId, disabled: busy }}
              onError={capture.setError}
              onAsking={setIsAsking}
            />
          )}
          {preview.kind === 'found' && (
            <>
              <WhoseFigures preview={preview} draft={draft} year={Number(record.at.slice(0, 4))} onChange={change} />
              <Questions
                questions={preview.questions}
                onYes={(key) => change({ answers: [...(draft.answers ?? []), key] })}
              />
              {old && <AgainNotice old={old} preview={preview} />}
              {!old && !correcting && (
                <Headline figures={preview.figures} basis={preview.basis} since={preview.since} />
              )}
              <FigureTable
                preview={(old && besideOld(preview, old)) ?? preview}
                movers={movers}
                correcting={correcting}
                draft={draft}
                onChange={change}
              />
              <SlowestList slowest={preview.slowest} />
            </>
          )}
        </Reading>
      )}
      <UnreadFrames urls={record.unread} />
      <ConfirmBar {...props} isAsking={isAsking} />
    </>
  );
}

function ConfirmBar(props: ToConfirmProps & { readonly isAsking: boolean }) {
  const styles = useStyles();
  const { record, capture, busy, correcting, onCorrect, decide, onPoint, isAsking } = props;
  const { preview, draft, error } = capture;
  const isReadable = preview?.kind === 'found' && preview.figures.length > 0;
  // Beside a confirmation what is seldom wanted takes little room.
  const aside = isReadable ? ({ size: 'small' } as const) : {};
  const confirm = () =>
    decide(() =>
      send('capture.confirm', { id: record.id, draft: correcting ? draft : { ...draft, values: {}, reason: '' } }),
    );
  return (
    <div className={styles.bar}>
      {/* Beside the buttons: the top of a long table is out of sight. */}
      <Fault code={error} />
      <div className={styles.buttons}>
        {isReadable && (
          <>
            <Button appearance="primary" disabled={busy || isAsking} onClick={() => void confirm()}>
              {correcting ? 'Xác nhận số đã sửa' : 'Xác nhận'}
            </Button>
            <Button disabled={busy} onClick={() => onCorrect(!correcting)}>
              {correcting ? 'Thôi sửa' : 'Sửa số'}
            </Button>
          </>
        )}
        {preview !== undefined && record.parts.some(({ kind }) => kind === 'page') && (
          <Button {...aside} disabled={busy} onClick={onPoint}>
            {preview.kind === 'found' ? 'Bảng này chưa đúng' : 'Chỉ vào bảng'}
          </Button>
        )}
        <Button
          {...aside}
          appearance="subtle"
          disabled={busy}
          onClick={() => void decide(() => send('capture.discard', { id: record.id }))}
        >
          Bỏ bản chụp
        </Button>
      </div>
    </div>
  );
}

interface ReadingProps {
  readonly preview: Preview;
  /** Whether requests can still be sent from the page itself. */
  readonly hasPage: boolean;
  readonly children: React.ReactNode;
}

/** Id of the bundled reader whose figures the officer rejects; null for a reader of her own, which is replaced itself. */
function refused(preview: Preview | undefined): string | null {
  return preview?.kind === 'found' && !preview.reader.id.startsWith('kept-') ? preview.reader.id : null;
}

function Reading({ preview, hasPage, children }: ReadingProps) {
  if (preview.kind === 'not-found') {
    return (
      <>
        {preview.askable ? (
          <Notice kind="info">
            {hasPage
              ? 'Trên trang này, số liệu nằm trong câu trả lời của Cổng: chọn tỉnh và đúng kỳ đang xem để lấy.'
              : 'Trên trang này, số liệu nằm trong câu trả lời của Cổng, mà bản chụp này chưa có. Hãy mở lại trang đó rồi bấm nút Thi Đua Số.'}
          </Notice>
        ) : (
          <Notice kind="warning">Không tìm thấy: {preview.reason}</Notice>
        )}
        {children}
      </>
    );
  }
  return (
    <>
      {preview.duplicateOf !== null && preview.lastAt !== null && (
        <Notice kind="info">
          {preview.reader.id.startsWith('national') ? 'Cổng' : 'Trang'} chưa có số mới: mọi số như bản chụp lúc{' '}
          {instantText(preview.lastAt)} đã lưu, không cần lưu lại.
        </Notice>
      )}
      <ThingsToKnow warnings={preview.warnings} />
      {children}
    </>
  );
}

function Settled({ record, preview }: { readonly record: CaptureRecord; readonly preview: Preview | undefined }) {
  const { observations, corrections, duplicateOf } = record;
  if (record.state === 'withdrawn') return <Notice kind="info">Các số của bản chụp này đã được rút lại.</Notice>;
  if (duplicateOf !== null)
    return <Notice kind="info">Số liệu này đã có từ lần trước: giữ một bản, không lưu thêm.</Notice>;
  if (isDiscarded(record))
    return (
      <>
        <Notice kind="info">Đã bỏ bản chụp này.</Notice>
        <TakeBack id={record.id} />
      </>
    );
  const figures = figureCorrections(corrections).length;
  const corrected = figures === 0 ? '' : `, trong đó ${figures} số sửa tay (số gốc vẫn được giữ)`;
  const period = periodCorrection(corrections);
  const name = observations[0]?.unit.name ?? '';
  return (
    <>
      <Notice kind="done">
        Đã lưu {observations.length} số của {name}
        {corrected}
        {period && `, ${periodText(period.value)} (kỳ sửa tay; trang ghi ${periodText(period.read)})`}.
      </Notice>
      <MineOffer name={name} />
      <SettledFigures record={record} preview={preview} />
    </>
  );
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host || url : url;
}
