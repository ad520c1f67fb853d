/** A help page as React shows it: the text alone, its pictures are for the site and the printed guide. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { createElement, Fragment, type ReactNode } from 'react';
import type { ListItem, MarkdownBlock, TextSpan } from './read-markdown.ts';

const useStyles = makeStyles({
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, overflowWrap: 'anywhere' },
  list: { margin: 0, paddingInlineStart: '24px', display: 'flex', flexDirection: 'column', gap: '4px' },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: '8px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
  },
});

type Styles = ReturnType<typeof useStyles>;

export function HelpText({ blocks }: { readonly blocks: readonly MarkdownBlock[] }) {
  const styles = useStyles();
  // Handed over as arguments, not as lists: what never changes its order needs no keys.
  return createElement(Fragment, null, ...blocks.map((block) => shown(block, styles)));
}

function shown(block: MarkdownBlock, styles: Styles): ReactNode {
  switch (block.kind) {
    case 'heading':
      return createElement('h3', { className: styles.heading }, ...line(block.line));
    case 'paragraph':
      return createElement('p', { className: styles.text }, ...line(block.line));
    case 'list':
      return createElement(
        block.ordered ? 'ol' : 'ul',
        { className: styles.list },
        ...block.items.map((item) => listed(item, styles)),
      );
    case 'table': {
      const head = block.head.map((cell) => createElement('th', { scope: 'col' }, ...line(cell)));
      const rows = block.rows.map((row) =>
        createElement('tr', null, ...row.map((cell) => createElement('td', null, ...line(cell)))),
      );
      return (
        <table className={styles.table}>
          <thead>{createElement('tr', null, ...head)}</thead>
          {createElement('tbody', null, ...rows)}
        </table>
      );
    }
    case 'picture':
      return null;
  }
}

function listed({ line: words, within }: ListItem, styles: Styles): ReactNode {
  const inner = within.map((entry) => createElement('li', null, ...line(entry)));
  const list = inner.length === 0 ? [] : [createElement('ul', { className: styles.list }, ...inner)];
  return createElement('li', null, ...line(words), ...list);
}

function line(spans: readonly TextSpan[]): readonly ReactNode[] {
  return spans.map(({ kind, text }) => (kind === 'plain' ? text : createElement(kind, null, text)));
}
