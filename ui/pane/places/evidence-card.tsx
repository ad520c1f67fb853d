/** One file of evidence beside the criterion it is for: opened, then accepted or doubted. */
import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { EVIDENCE_KIND_NAMES, type PlacedEvidence } from '../../../core/report/evidence/evidence-file.ts';
import { formatDate } from '../../../core/sheet/grid/date.ts';
import { EVIDENCE_STATE_NAMES } from '../../../core/sheets/evidence-sheet.ts';
import type { Workspace } from '../../../session/pane/workspace-data.ts';
import { FileButton } from '../../file-button.tsx';
import { later } from '../../later.tsx';
import { LongTextField } from '../../long-text-field.tsx';
import { keepEvidence, keptEvidence } from '../evidence-store.ts';
import { usePane } from '../pane-context.ts';
import { usePaneStyles } from '../use-pane-styles.ts';
import { MissingNote } from './missing-note.tsx';

const EvidenceViewer = later(async () => (await import('./evidence-viewer.tsx')).EvidenceViewer);

/** What the report claims in this row, and what it cites. */
function rowOf({ sheets, movement }: Workspace, { unit, criterion }: PlacedEvidence) {
  const found = sheets.find((sheet) => sheet.unit === unit)?.report;
  const entry = found?.entries.find((entry) => entry.criterion === criterion);
  const titles = movement?.criteriaSets.find(
    ({ version, audience }) => version === found?.set && audience === found?.audience,
  );
  const raw = entry?.value?.raw ?? entry?.numerator?.raw ?? null;
  const figure = entry?.denominator
    ? `${String(entry.numerator?.raw ?? '')}/${String(entry.denominator.raw ?? '')}`
    : raw;
  return {
    title: titles?.criteria.find(({ code }) => code === criterion)?.title ?? '',
    figure: figure === null ? '' : String(figure),
    cited: [entry, ...(entry?.parts ?? [])].flatMap((row) => row?.evidence ?? []),
  };
}

interface EvidenceCardProps {
  readonly workspace: Workspace;
  readonly file: PlacedEvidence;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
  /** A and R are its keys while it is current; false where they mean something else. */
  readonly hasKeys?: boolean;
}

export function EvidenceCard({ workspace, file, isOpen, onOpen, hasKeys = true }: EvidenceCardProps) {
  const styles = usePaneStyles();
  const row = rowOf(workspace, file);
  return (
    <>
      <button type="button" className={styles.choice} aria-expanded={isOpen} onClick={onOpen}>
        <span className={styles.spread}>
          <span className={styles.strong}>{`${file.unit} · tiêu chí ${file.criterion}`}</span>
          <span className={styles.quiet}>
            {file.who === '' ? EVIDENCE_STATE_NAMES[file.state] : `${EVIDENCE_STATE_NAMES[file.state]}: ${file.who}`}
          </span>
        </span>
        <span className={styles.quiet}>{file.name.split('/').at(-1)}</span>
      </button>
      {isOpen ? (
        <>
          <p className={styles.text}>{row.title}</p>
          <p className={styles.quiet}>
            {[
              row.figure === '' ? '' : `Báo cáo ghi: ${row.figure}`,
              row.cited.length === 0 ? '' : `Dẫn: ${row.cited.join('; ')}`,
            ]
              .filter((text) => text !== '')
              .join('. ')}
          </p>
          <Opened file={file} hasKeys={hasKeys} />
        </>
      ) : null}
    </>
  );
}

function Opened({ file, hasKeys }: { readonly file: PlacedEvidence; readonly hasKeys: boolean }) {
  const styles = usePaneStyles();
  const { actions } = usePane();
  const [bytes, setBytes] = useState<Uint8Array | 'absent' | null>(null);
  useEffect(() => {
    let isShown = true;
    setBytes(null);
    void keptEvidence(file.hash).then((found) => isShown && setBytes(found ?? 'absent'));
    return () => {
      isShown = false;
    };
  }, [file.hash]);
  const details = [
    EVIDENCE_KIND_NAMES[file.kind],
    `${Math.ceil(file.size / 1024)} KB`,
    file.number ?? '',
    file.date === null ? '' : `ngày ${formatDate(file.date)}`,
  ];
  const giveAgain = async (files: readonly { readonly bytes: Uint8Array }[]) => {
    const { digestOf } = await import('../../../session/evidence/digest-of.ts');
    for (const item of files)
      if ((await digestOf(item.bytes)) === file.hash) {
        await keepEvidence(new Map([[file.hash, item.bytes]]));
        return setBytes(item.bytes);
      }
    actions.refuse('Tệp vừa chọn không phải tệp đơn vị đã nộp (khác SHA-256).');
  };
  return (
    <>
      <p className={styles.quiet}>{details.filter((text) => text !== '').join(' · ')}</p>
      {bytes === null ? <p className={styles.quiet}>Đang mở…</p> : null}
      {bytes === 'absent' ? (
        <div className={styles.row}>
          <span className={styles.text}>Tệp này không có trên máy này.</span>
          <FileButton
            label="Chọn lại tệp"
            accept=".pdf,.jpg,.jpeg,.png,.docx,.xlsx"
            onFiles={(given) => void giveAgain(given)}
            onFault={actions.refuse}
          />
        </div>
      ) : null}
      {bytes instanceof Uint8Array ? <EvidenceViewer file={file} bytes={bytes} /> : null}
      {bytes instanceof Uint8Array ? <HeadingButton file={file} bytes={bytes} /> : null}
      <Verdict file={file} canJudge={bytes instanceof Uint8Array} hasKeys={hasKeys} />
    </>
  );
}

const NO_NAME = 'Hãy ghi họ tên người xem ở trên.';

/** A scan tells its number and day once its letters are recognised; then they are held against what the report cites. */
function HeadingButton({ file, bytes }: { readonly file: PlacedEvidence; readonly bytes: Uint8Array }) {
  const { state, actions, session, planReaders } = usePane();
  const isScan = file.number === null && (file.kind === 'picture' || file.kind === 'pdf');
  if (!isScan || planReaders === undefined) return null;
  const read = () =>
    actions.act('Đang đọc số, ngày trong ảnh', async (progress) => {
      const { readHeading } = await import('../../../session/evidence/read-heading.ts');
      const heading = await readHeading(bytes, planReaders, progress);
      if (!heading.ok) return heading;
      const { number, date } = heading.value;
      const readText = `Đọc được: ${[number ?? '', date === null ? '' : `ngày ${formatDate(date)}`].filter((text) => text !== '').join(', ')}.`;
      return session.noteEvidence([{ ...file, number, date }], [readText], [], progress);
    });
  return (
    <div>
      <Button size="small" disabled={state.work !== null} onClick={() => void read()}>
        Đọc số, ngày trong ảnh
      </Button>
    </div>
  );
}

function keyOf(key: string, hasKeys: boolean) {
  return hasKeys ? { 'data-key': key.toLowerCase(), 'aria-keyshortcuts': key } : {};
}

interface VerdictProps {
  readonly file: PlacedEvidence;
  readonly canJudge: boolean;
  readonly hasKeys: boolean;
}

function Verdict({ file, canJudge, hasKeys }: VerdictProps) {
  const styles = usePaneStyles();
  const { state, actions, session } = usePane();
  const [reason, setReason] = useState<string | null>(null);
  const [missing, setMissing] = useState<string | null>(null);
  const { who } = state.texts;
  const isBusy = state.work !== null;
  const record = (verdict: 'accepted' | 'doubted', why: string) => {
    if (who.trim() === '') return setMissing(NO_NAME);
    if (verdict === 'doubted' && why.trim() === '') return setMissing('Nghi vấn phải kèm lý do.');
    setMissing(null);
    const message =
      verdict === 'accepted'
        ? 'Đã ghi: chấp nhận minh chứng.'
        : 'Đã ghi nghi vấn; Hội đồng quyết định ở danh sách việc.';
    const judged = { ...file, state: verdict, who: who.trim(), reason: why.trim() };
    void actions.act('Đang ghi minh chứng', (progress) => session.noteEvidence([judged], [message], [], progress));
  };
  return (
    <>
      <div className={styles.row}>
        <Button
          appearance={reason === null ? 'primary' : 'secondary'}
          {...keyOf('A', hasKeys)}
          disabled={isBusy || !canJudge}
          onClick={() => record('accepted', '')}
        >
          Chấp nhận minh chứng
        </Button>
        <Button
          {...keyOf('R', hasKeys)}
          aria-expanded={reason !== null}
          disabled={isBusy || !canJudge}
          onClick={() => setReason(reason === null ? file.reason : null)}
        >
          Nghi vấn…
        </Button>
      </div>
      {reason === null ? null : (
        <div className={styles.section}>
          <LongTextField label="Lý do" required value={reason} onType={setReason} />
          <div>
            <Button appearance="primary" disabled={isBusy} onClick={() => record('doubted', reason)}>
              Ghi nghi vấn
            </Button>
          </div>
        </div>
      )}
      <MissingNote text={missing} />
    </>
  );
}
