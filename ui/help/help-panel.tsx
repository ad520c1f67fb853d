/** "Trợ giúp": the page of the place the officer is at, the other pages a choice away, and their words searched. */

import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { ChoiceField } from '../choice-field.tsx';
import { finder } from '../finder.ts';
import { Icon } from '../icons.tsx';
import { TextField } from '../text-field.tsx';
import { HELP_PAGES, type HelpPage, PAGE_OF } from './help-pages.ts';
import { HelpText } from './help-text.tsx';

const useStyles = makeStyles({
  panel: {
    flex: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '12px 16px 24px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
    '& .fui-Select, & .fui-Input': { minWidth: 0, maxWidth: '100%' },
    '& .fui-Select__select, & .fui-Input__input': { minWidth: 0, width: '100%' },
  },
  head: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  fields: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(160px, 100%), 1fr))', gap: '8px' },
  found: { margin: 0, padding: 0, listStyleType: 'none' },
});

interface HelpPanelProps {
  /** The place it was opened at; `start` = before a book is open. */
  readonly place: string;
  readonly onClose: () => void;
}

export function HelpPanel({ place, onClose }: HelpPanelProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<{ readonly place: string; readonly id: string } | null>(null);
  const [typed, setTyped] = useState('');
  // Who goes elsewhere is shown the page of that place.
  const id = chosen?.place === place ? chosen.id : (PAGE_OF[place] ?? 'viec-nay-o-dau');
  const page = HELP_PAGES.find((helpPage) => helpPage.id === id) ?? HELP_PAGES[0];
  const found = typed.trim() === '' ? null : pagesWith(typed);
  const show = (wanted: string) => {
    setChosen({ place, id: wanted });
    setTyped('');
  };
  if (page === undefined) return null;
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <h2 className={styles.title}>{page.title}</h2>
        <Button appearance="subtle" icon={<Icon name="close" />} aria-label="Đóng trợ giúp" onClick={onClose} />
      </div>
      <div className={styles.fields}>
        <ChoiceField label="Trang trợ giúp" value={page.id} onPick={(value) => show(value)}>
          {HELP_PAGES.map((helpPage) => (
            <option key={helpPage.id} value={helpPage.id}>
              {helpPage.title}
            </option>
          ))}
        </ChoiceField>
        <TextField label="Tìm trong trợ giúp" type="search" value={typed} onType={setTyped} />
      </div>
      {found === null ? (
        <HelpText blocks={page.blocks} />
      ) : (
        <>
          <p role="status">{found.length === 0 ? 'Không có trang nào có các chữ ấy.' : `${found.length} trang`}</p>
          <ul className={styles.found}>
            {found.map((helpPage) => (
              <li key={helpPage.id}>
                <Button appearance="subtle" onClick={() => show(helpPage.id)}>
                  {helpPage.title}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function pagesWith(typed: string): readonly HelpPage[] {
  const has = finder(typed);
  return HELP_PAGES.filter(({ title, text }) => has(`${title} ${text}`));
}
