/**
 * A file of evidence as it looks: a picture, the pages of a PDF drawn as pictures, the words of a Word file, the cells of a
 * workbook. Nothing of the file runs.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import type { PlacedEvidence } from '../../../core/report/evidence/evidence-file.ts';
import { usePaneStyles } from '../use-pane-styles.ts';

const useStyles = makeStyles({
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    maxHeight: '70vh',
    overflow: 'auto',
    padding: '8px',
  },
  picture: { display: 'block', maxWidth: '100%', height: 'auto', margin: '0 auto', backgroundColor: '#ffffff' },
  words: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: 'inherit' },
});

interface ShownProps {
  readonly bytes: Uint8Array;
  readonly name: string;
}

function Frame({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const own = useStyles();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section className={own.frame} tabIndex={0} aria-label={name}>
      {children}
    </section>
  );
}

export function EvidenceViewer({ file, bytes }: { readonly file: PlacedEvidence; readonly bytes: Uint8Array }) {
  const name = file.name.split('/').at(-1) ?? file.name;
  if (file.kind === 'picture') return <Picture bytes={bytes} name={name} />;
  if (file.kind === 'pdf') return <Pages bytes={bytes} name={name} />;
  return <Words bytes={bytes} name={name} isBook={file.kind === 'workbook'} />;
}

function Picture({ bytes, name }: ShownProps) {
  const own = useStyles();
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes.slice()]));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return (
    <Frame name={name}>{address === null ? null : <img className={own.picture} src={address} alt={name} />}</Frame>
  );
}

/** Dots across a page: enough to read a stamp. */
const PAGE_WIDTH = 1_400;

function Pages({ bytes, name }: ShownProps) {
  const styles = usePaneStyles();
  const own = useStyles();
  const [number, setNumber] = useState(1);
  const [drawn, setDrawn] = useState<{ readonly address: string; readonly pages: number } | 'failed' | null>(null);
  useEffect(() => {
    let isShown = true;
    let made: string | null = null;
    const draw = async () => {
      const { drawPdfApart } = await import('../../../session/plan/draw-pdf-apart.ts');
      const answer = await drawPdfApart(bytes, { number, width: PAGE_WIDTH });
      if (!isShown) return;
      if (answer === null) return setDrawn('failed');
      made = URL.createObjectURL(answer.page);
      setDrawn({ address: made, pages: answer.pages });
    };
    draw().catch(() => isShown && setDrawn('failed'));
    return () => {
      isShown = false;
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [bytes, number]);
  if (drawn === 'failed')
    return (
      <p className={styles.text}>Không vẽ được tệp PDF này (hỏng, có mật khẩu hoặc quá lớn); hãy xin đơn vị gửi lại.</p>
    );
  const pages = drawn?.pages ?? 1;
  return (
    <>
      {pages === 1 ? null : (
        <div className={styles.row}>
          <Button size="small" disabled={number <= 1} onClick={() => setNumber(number - 1)}>
            Trang trước
          </Button>
          <Button size="small" disabled={number >= pages} onClick={() => setNumber(number + 1)}>
            Trang sau
          </Button>
          <span className={styles.numbers} role="status">{`Trang ${number}/${pages}`}</span>
        </div>
      )}
      <Frame name={name}>
        {drawn === null ? (
          <p className={styles.quiet}>Đang mở…</p>
        ) : (
          <img className={own.picture} src={drawn.address} alt={`${name}, trang ${number}`} />
        )}
      </Frame>
    </>
  );
}

/** Characters shown; the whole file is with the officer. */
const MOST_WORDS = 40_000;

function Words({ bytes, name, isBook }: ShownProps & { readonly isBook: boolean }) {
  const styles = usePaneStyles();
  const own = useStyles();
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const read = isBook ? bookWords(bytes) : documentWords(bytes);
    read.then(
      (text) => isShown && setWords(text),
      () => isShown && setWords('Không đọc được tệp này.'),
    );
    return () => {
      isShown = false;
    };
  }, [bytes, isBook]);
  if (words === null) return <p className={styles.quiet}>Đang mở…</p>;
  const isCut = words.length > MOST_WORDS;
  return (
    <Frame name={name}>
      <pre className={own.words}>{isCut ? words.slice(0, MOST_WORDS) : words}</pre>
      {isCut ? <p className={styles.quiet}>Tệp còn dài; phần sau không hiện ở đây.</p> : null}
    </Frame>
  );
}

async function documentWords(bytes: Uint8Array): Promise<string> {
  const { readPlanFile } = await import('../../../core/plan/file/plan-file.ts');
  const read = readPlanFile(bytes);
  return read.kind === 'text' ? read.text : read.kind === 'refused' ? read.reason : '';
}

async function bookWords(bytes: Uint8Array): Promise<string> {
  const { readBook } = await import('../../../core/sheet/workbook/file.ts');
  const book = readBook(bytes);
  if (!book.ok) return book.refusal.message;
  return book.value.sheets
    .map(({ name, rows }) => {
      const lines = [...rows]
        .sort(([x], [y]) => x - y)
        .map(([, cells]) => cells.map(({ value }) => (value === null ? '' : String(value))).join(' | '));
      return [name, ...lines].join('\n');
    })
    .join('\n\n');
}
