/** The frame of a place: its heading, a sentence on what it is for, and what it shows, evenly spaced. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '16px', minWidth: 0 },
  narrow: { maxWidth: '640px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
  lead: { margin: '4px 0 0', color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
});

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  /** For forms, which are not read better by being wide. */
  readonly narrow?: boolean;
  readonly children?: ReactNode;
}

export function PlacePage({ title, lead, narrow = false, children }: Props) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.page, narrow && styles.narrow)}>
      <div>
        <h1 className={styles.title}>{title}</h1>
        {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
