/** A section of the place: its heading, its purpose, and below the last message. */
import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Notice } from '../../pieces/notice.tsx';
import type { Work } from './use-work.ts';

const useStyles = makeStyles({
  section: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    gap: '12px',
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2, maxWidth: '80ch' },
  wide: { width: '100%' },
});

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly work?: Work;
  readonly children: ReactNode;
}

export function Section({ title, lead, work, children }: Props) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h2 id={heading} className={styles.title}>
        {title}
      </h2>
      {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
      {children}
      {work?.done == null ? null : (
        <div className={styles.wide}>
          <ProgressBar label={title} value={work.done} />
        </div>
      )}
      {work?.notice ? <Notice kind={work.notice.kind}>{work.notice.text}</Notice> : null}
    </section>
  );
}
