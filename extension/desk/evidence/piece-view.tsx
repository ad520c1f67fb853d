/** One piece of evidence: a page in a frame in which nothing runs or loads, an answer as text, the picture. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { formatNumber } from '../../../core/base/quantity/points.ts';
import { indicatorName } from '../../../core/portal/indicator/indicator-name.ts';
import { Notice } from '../../pieces/notice.tsx';
import { download } from '../download.ts';
import { markedPage, placeInText, type StoredFigure } from './marked-page.ts';
import { safePage } from './safe-page.ts';
import type { EvidencePiece } from './verify.ts';

/** Characters of an answer that are shown; more would hold the page up. */
const MOST_TEXT = 300_000;

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  facts: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  box: {
    width: '100%',
    height: 'min(70vh, 640px)',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  // Pages are made for white paper.
  page: { backgroundColor: '#ffffff', colorScheme: 'light' },
  text: {
    margin: 0,
    padding: '8px',
    resize: 'vertical',
    color: 'inherit',
    backgroundColor: 'transparent',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  picture: { maxWidth: '100%', alignSelf: 'start', border: `1px solid ${tokens.colorNeutralStroke1}` },
});

interface Props {
  readonly piece: EvidencePiece;
  readonly name: string;
  /** The figure whose place in it is to be seen. */
  readonly figure: StoredFigure | undefined;
}

export function PieceView({ piece, name, figure }: Props) {
  const styles = useStyles();
  const { bytes, kind, url, request, hash, state } = piece;
  return (
    <div className={styles.view}>
      {state === 'changed' && <Notice kind="error">Phần này đã bị thay đổi: mã băm không khớp.</Notice>}
      {bytes === null ? (
        <Notice kind="error">Phần này không còn trong kho.</Notice>
      ) : kind === 'picture' ? (
        <PictureView bytes={bytes} />
      ) : kind === 'page' ? (
        <PageView bytes={bytes} name={name} figure={figure} isOfReport={OF_REPORT.test(url)} />
      ) : kind === 'file' ? (
        <FileView bytes={bytes} url={url} />
      ) : (
        <AnswerView bytes={bytes} name={name} figure={figure} />
      )}
      <p className={styles.facts}>
        Địa chỉ: {url}
        {request !== null && (
          <>
            <br />
            Câu hỏi: {request}
          </>
        )}
        <br />
        Mã băm: {hash}
      </p>
    </div>
  );
}

interface BytesProps {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly figure: StoredFigure | undefined;
}

/** The mark of copies without the text of fields; older copies stay unmarked. */
const WITHOUT_FIELDS = /<html[^>]* data-thi-dua-so="[23]"/;

/** Text made of a report that came as a file: nobody typed in it. */
const OF_REPORT = /^file:.*\.(?:xlsx?|csv|pdf)$/i;

function PageView({ bytes, name, figure, isOfReport }: BytesProps & { readonly isOfReport: boolean }) {
  const styles = useStyles();
  const copy = useMemo(() => new TextDecoder().decode(bytes), [bytes]);
  const marked = useMemo(() => figure && markedPage(copy, figure), [copy, figure]);
  const html = useMemo(() => safePage(marked ?? copy), [marked, copy]);
  return (
    <>
      {figure && (
        <Notice kind="info">
          {marked === undefined
            ? `Phần này không in số “${indicatorName(figure.indicator)}” thành một ô: số được tính từ các ô khác.`
            : `Ô có viền là nơi ghi số “${indicatorName(figure.indicator)}”.`}
        </Notice>
      )}
      <p className={styles.facts}>
        {isOfReport
          ? 'Bản chép để xem: chữ của các bảng trong tệp, không có hình.'
          : 'Bản sao để xem: chữ của bảng, tiêu đề và nhãn như lúc chụp, không có ô đã gõ, không có hình, liên kết không chạy.'}
      </p>
      {isOfReport || WITHOUT_FIELDS.test(copy.slice(0, 1000)) ? null : (
        <Notice kind="info">
          Bản sao này do phiên bản trước của tiện ích chụp, nên có thể còn chữ đã gõ trong các ô của trang.
        </Notice>
      )}
      <iframe
        key={figure?.indicator}
        className={`${styles.box} ${styles.page}`}
        title={`Bản sao: ${name}`}
        sandbox=""
        srcDoc={html}
      />
    </>
  );
}

/** The original bytes: the program for such files opens them. */
function FileView({ bytes, url }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly url: string }) {
  const ending = /\.(?:xlsx?|xlsm|ods|csv|txt)$/i.exec(url)?.[0].toLowerCase() ?? '.bin';
  return (
    <Button
      style={{ alignSelf: 'start' }}
      onClick={() => download(`bao-cao-da-nhan${ending}`, bytes, 'application/octet-stream')}
    >
      Lưu tệp như đã nhận
    </Button>
  );
}

function AnswerView({ bytes, name, figure }: BytesProps) {
  const styles = useStyles();
  const text = useMemo(() => readable(new TextDecoder().decode(bytes)), [bytes]);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const place = figure && placeInText(text.slice(0, MOST_TEXT), figure);
    if (!place || !area.current) return;
    const [from, to] = place;
    area.current.setSelectionRange(from, to);
    const line = text.slice(0, from).split('\n').length;
    const lines = text.slice(0, MOST_TEXT).split('\n').length;
    area.current.scrollTop = Math.max(0, (area.current.scrollHeight * (line - 4)) / lines);
  }, [text, figure]);
  return (
    <>
      {text.length > MOST_TEXT && (
        <Notice kind="info">
          Chỉ hiện {formatNumber(MOST_TEXT)} trong {formatNumber(text.length)} ký tự; lưu bằng chứng để xem hết.
        </Notice>
      )}
      <textarea
        ref={area}
        className={`${styles.box} ${styles.text}`}
        readOnly
        aria-label={name}
        value={text.slice(0, MOST_TEXT)}
      />
    </>
  );
}

function PictureView({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }) {
  const styles = useStyles();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: 'image/png' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return url === undefined ? null : <img className={styles.picture} src={url} alt="Ảnh phần số liệu lúc chụp" />;
}

/** JSON with a line for every field; what is no JSON stays as it is. */
function readable(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
