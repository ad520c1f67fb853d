/**
 * The evidence of a capture: every piece verified as it is opened, then shown as what it is, read again, or saved as
 * files.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { evidenceZip } from '../../exports/evidence.ts';
import { useFail, useStore } from '../../live/use-store.ts';
import { Notice } from '../../pieces/notice.tsx';
import { Waiting } from '../../pieces/waiting.tsx';
import { figureCorrections } from '../../store/corrections.ts';
import type { CaptureRecord } from '../../store/records.ts';
import { download } from '../download.ts';
import { markedPage, type StoredFigure } from './marked-page.ts';
import { PieceView } from './piece-view.tsx';
import { RereadView } from './reread-view.tsx';
import { type EvidencePiece, type PieceState, verifyEvidence } from './verify.ts';

const PIECE_WORD: Readonly<Record<PieceState, string>> = {
  whole: 'Nguyên vẹn',
  changed: 'Đã bị thay đổi',
  missing: 'Không còn',
};

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: '12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400 },
  pieces: { display: 'flex', flexWrap: 'wrap', gap: '8px', listStyleType: 'none', margin: 0, padding: 0 },
  piece: { justifyContent: 'start', minWidth: 0, maxWidth: '100%' },
  here: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    '@media (forced-colors: active)': { textDecorationLine: 'underline' },
  },
  name: { display: 'flex', flexDirection: 'column', alignItems: 'start', minWidth: 0, textAlign: 'start' },
  whole: { color: tokens.colorStatusSuccessForeground3, fontSize: tokens.fontSizeBase200 },
  broken: { color: tokens.colorStatusDangerForeground3, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  readonly record: CaptureRecord;
  /** Code of the stored figure it is opened for; '' = of none. */
  readonly indicator: string;
}

export function EvidenceViewer({ record, indicator }: Props) {
  const styles = useStyles();
  const db = useStore();
  const fail = useFail();
  const [pieces, setPieces] = useState<readonly EvidencePiece[]>();
  const [at, setAt] = useState<number>();
  const [isRereading, setIsRereading] = useState(false);
  const [saving, setSaving] = useState<'no' | 'yes' | 'failed'>('no');
  useEffect(() => {
    let over = false;
    void verifyEvidence(db, record).then((found) => {
      if (!over) setPieces(found);
    }, fail);
    return () => {
      over = true;
    };
  }, [db, record, fail]);
  const section = useRef<HTMLElement>(null);
  const figure = useMemo(() => figureRead(record, indicator), [record, indicator]);
  const isOpenedAtFigure = pieces !== undefined && indicator !== '';
  useEffect(() => {
    if (isOpenedAtFigure) section.current?.scrollIntoView({ block: 'start' });
  }, [isOpenedAtFigure]);
  if (!pieces) return <Waiting label="Đang kiểm tra bằng chứng…" />;

  const own = figure === undefined ? -1 : pieces.findIndex((evidencePiece) => holdsFigure(evidencePiece, figure));
  const chosen = at ?? Math.max(own, 0);
  const piece = pieces[chosen];
  const broken = pieces.filter(({ state }) => state !== 'whole').length;
  const save = async () => {
    setSaving('yes');
    try {
      download(`bang-chung-${record.at.slice(0, 10)}.zip`, await evidenceZip(db, [record.id]), 'application/zip');
      setSaving('no');
    } catch {
      setSaving('failed');
    }
  };
  return (
    <section ref={section} className={styles.section} aria-labelledby="bang-chung">
      <h2 id="bang-chung" className={styles.title}>
        Bằng chứng
      </h2>
      {broken === 0 ? (
        <Notice kind="done">Nguyên vẹn: cả {pieces.length} phần khớp mã băm lúc chụp.</Notice>
      ) : (
        <Notice kind="error">
          {broken} trong {pieces.length} phần đã bị thay đổi hoặc không còn sau khi chụp: không dùng làm bằng chứng
          được.
        </Notice>
      )}
      <ul className={styles.pieces} aria-label="Các phần của bằng chứng">
        {pieces.map((evidencePiece) => (
          <li key={evidencePiece.index} style={{ maxWidth: '100%' }}>
            <Button
              className={mergeClasses(styles.piece, evidencePiece.index === chosen && styles.here)}
              aria-pressed={evidencePiece.index === chosen}
              onClick={() => setAt(evidencePiece.index)}
            >
              <span className={styles.name}>
                <span>{pieceName(evidencePiece)}</span>
                <span className={evidencePiece.state === 'whole' ? styles.whole : styles.broken}>
                  {PIECE_WORD[evidencePiece.state]}
                </span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {piece && <PieceView key={chosen} piece={piece} name={pieceName(piece)} figure={figure} />}
      <div className={styles.buttons}>
        <Button aria-expanded={isRereading} onClick={() => setIsRereading(!isRereading)}>
          Đọc lại
        </Button>
        <Button disabled={saving === 'yes'} onClick={() => void save()}>
          {saving === 'yes' ? 'Đang gói…' : 'Lưu bằng chứng (.zip)'}
        </Button>
      </div>
      {saving === 'failed' && <Notice kind="error">Không gói được bằng chứng này.</Notice>}
      {isRereading && <RereadView record={record} />}
    </section>
  );
}

/** As it was read: what was corrected by hand stands on no page. */
function figureRead({ observations, corrections }: CaptureRecord, indicator: string): StoredFigure | undefined {
  const found = observations.find((observation) => observation.indicator === indicator);
  const corrected = figureCorrections(corrections).find((figureCorrection) => figureCorrection.indicator === indicator);
  return found && corrected ? { ...found, value: corrected.read } : found;
}

/** Whether the figure was read from it: an answer says which question it is of, a page shows the figure. */
function holdsFigure({ kind, bytes, url, request }: EvidencePiece, figure: StoredFigure): boolean {
  if (bytes === null) return false;
  if (kind === 'answer') return url === figure.provenance.url && request === figure.provenance.request;
  return kind === 'page' && markedPage(new TextDecoder().decode(bytes), figure) !== undefined;
}

/**
 * `Trang`, `Khung 1`, `Trả lời: transparency`, `Ảnh`. The first part is the page itself, further pages are its frames.
 */
function pieceName({ kind, index, url }: EvidencePiece): string {
  if (kind === 'picture') return 'Ảnh';
  if (kind === 'page') return url.startsWith('file:') ? 'Chữ của tệp' : index === 0 ? 'Trang' : `Khung ${index}`;
  if (kind === 'file') return 'Tệp báo cáo';
  const [, name = ''] = /([^/?#]*)(?:[?#].*)?$/.exec(url) ?? [];
  return `Trả lời: ${name.slice(0, 60)}`;
}
