/**
 * A paper as it will look, drawn from the data for Word: heading, body, tables, signatures. Blanks are highlighted.
 * Always black on white: it is a sheet of paper.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { atBlanks } from '../../../core/paper/blanks.ts';
import type { Paper, PaperBlock } from '../../../core/paper/paper.ts';
import { Icon } from '../../icons.tsx';

const useStyles = makeStyles({
  panel: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '12px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: 0,
    flex: 1,
    minWidth: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  scroll: { flex: 1, minHeight: 0, overflow: 'auto', padding: '16px', backgroundColor: tokens.colorNeutralBackground3 },
  sheet: {
    backgroundColor: '#ffffff',
    color: '#000000',
    fontFamily: '"Times New Roman", Tinos, "Liberation Serif", serif',
    fontSize: '14px',
    lineHeight: '20px',
    padding: '28px clamp(16px, 6%, 48px)',
    maxWidth: '760px',
    // Words of a table are never cut: a wide table makes its sheet wider, which scrolls.
    minWidth: 'min-content',
    margin: '0 auto',
    boxShadow: tokens.shadow4,
    overflowWrap: 'anywhere',
    '& p': { margin: '0 0 6px', textAlign: 'justify' },
    '& table': { borderCollapse: 'collapse', width: '100%', margin: '6px 0', fontSize: '13px', lineHeight: '18px' },
    '& td, & th': { border: '1px solid #000000', padding: '2px 5px', verticalAlign: 'top', overflowWrap: 'break-word' },
    '& mark': { backgroundColor: '#fff3c4', color: '#000000' },
  },
  two: {
    display: 'grid',
    gridTemplateColumns: '2fr 3fr',
    gap: '12px',
    textAlign: 'center',
    '& p': { textAlign: 'center', margin: 0 },
  },
  strong: { fontWeight: 'bold' },
  centre: { '& p': { textAlign: 'center', margin: 0 }, margin: '14px 0 10px' },
  indent: { textIndent: '28px' },
  italic: { fontStyle: 'italic' },
  middle: { textAlign: 'center' },
  page: { border: 'none', borderTop: '1px dashed #767676', margin: '18px 0' },
  closing: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))',
    gap: '12px',
    marginTop: '18px',
  },
  signature: { '& p': { textAlign: 'center', margin: 0 } },
  name: { paddingTop: '56px' },
});

interface PaperViewProps {
  readonly paper: Paper;
  readonly onClose: () => void;
}

export function PaperView({ paper, onClose }: PaperViewProps) {
  const own = useStyles();
  return (
    <div className={own.panel}>
      <div className={own.head}>
        <h2 className={own.title}>{paper.title}</h2>
        <Button appearance="subtle" icon={<Icon name="close" />} aria-label="Đóng văn bản" onClick={onClose} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={own.scroll} tabIndex={0} aria-label={paper.title}>
        <Sheet paper={paper} />
      </section>
    </div>
  );
}

function Sheet({ paper }: { readonly paper: Paper }) {
  const own = useStyles();
  const { heading, type, about, to, body, annex } = paper;
  return (
    <article className={own.sheet} lang="vi">
      {paper.placed?.pages.map((lines, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages have nothing but their place
        <Fragment key={at}>
          {at === 0 ? null : <hr className={own.page} />}
          {lines.map(({ text }) => (
            <Line key={text} text={text} className={own.middle} />
          ))}
        </Fragment>
      ))}
      {heading === null ? null : (
        <div className={own.two}>
          <div>
            {heading.upper === null ? null : <Line text={heading.upper} />}
            {heading.issuer.map((text) => (
              <Line key={text} text={text} className={own.strong} />
            ))}
            {heading.number === null ? null : <Line text={heading.number} />}
          </div>
          <div>
            <Line text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" className={own.strong} />
            <Line text="Độc lập - Tự do - Hạnh phúc" className={own.strong} />
            {heading.placeAndDate === null ? null : <Line text={heading.placeAndDate} className={own.italic} />}
          </div>
        </div>
      )}
      <Title type={type} about={about} />
      {to.length === 0 ? null : <Line text={`Kính gửi: ${to.join('; ')}`} className={own.middle} />}
      <Blocks blocks={body} />
      <Closing paper={paper} />
      {annex ? (
        <>
          <hr className={own.page} />
          <Title type={annex.type} about={annex.about} />
          <Blocks blocks={annex.body} />
        </>
      ) : null}
    </article>
  );
}

function Title({ type, about }: Pick<Paper, 'type' | 'about'>) {
  const own = useStyles();
  return (
    <div className={mergeClasses(own.centre, own.strong)}>
      <Line text={type} />
      <Line text={about} />
    </div>
  );
}

/** A text with its blanks marked. */
function Marked({ text }: { readonly text: string }) {
  return atBlanks(text).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing but their place
    at % 2 === 1 ? <mark key={at}>{piece}</mark> : <Fragment key={at}>{piece}</Fragment>,
  );
}

function Line({ text, className }: { readonly text: string; readonly className?: string }) {
  return (
    <p {...(className === undefined ? {} : { className })}>
      <Marked text={text} />
    </p>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly PaperBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have nothing but their place
  return blocks.map((block, at) => <BlockView key={at} block={block} />);
}

function BlockView({ block }: { readonly block: PaperBlock }) {
  const own = useStyles();
  switch (block.kind) {
    case 'paragraph': {
      const { text, style = 'plain' } = block;
      const isCentred = style === 'centre' || style === 'strong-centre';
      const look = mergeClasses(
        isCentred ? own.middle : own.indent,
        style === 'strong-centre' ? own.strong : style !== 'plain' && own.italic,
      );
      return <Line text={text} className={look} />;
    }
    case 'heading':
      return (
        <p className={own.indent}>
          <strong>
            <Marked text={block.text} />
          </strong>
          {block.rest === undefined ? null : <Marked text={` ${block.rest}`} />}
        </p>
      );
    case 'items':
      return block.items.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may say the same
        <Line key={at} text={`- ${text}`} className={own.indent} />
      ));
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.columns.map(({ field, title }) => (
                <th key={field} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing but their place
              <tr key={at} {...(block.summed && at === block.rows.length - 1 ? { className: own.strong } : {})}>
                {block.columns.map(({ field, align = 'left' }, column) => (
                  <td key={field} style={{ textAlign: align }}>
                    <Marked text={row[column] ?? ''} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    case 'page':
      return <hr className={own.page} />;
  }
}

function Closing({ paper: { recipients, signatures } }: { readonly paper: Paper }) {
  const own = useStyles();
  if (recipients.length === 0 && signatures.length === 0) return null;
  return (
    <div className={own.closing}>
      {recipients.length === 0 ? null : (
        <div>
          <Line text="Nơi nhận:" className={mergeClasses(own.strong, own.italic)} />
          {recipients.map((text) => (
            <Line key={text} text={`- ${text}`} />
          ))}
        </div>
      )}
      {signatures.map(({ authority, hint, name }) => (
        <div key={authority.join()} className={own.signature}>
          {authority.map((text) => (
            <Line key={text} text={text} className={own.strong} />
          ))}
          {hint === undefined ? null : <Line text={hint} className={own.italic} />}
          <Line text={name === '' ? '……' : name} className={mergeClasses(own.strong, own.name)} />
        </div>
      ))}
    </div>
  );
}
