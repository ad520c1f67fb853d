/** One thing to prepare: its number or, once done, its sign; what to do and where. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Icon } from '../../../ui/icons.tsx';

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: '32px minmax(0, 1fr)',
    gap: '12px',
    padding: '16px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sign: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '30px',
    height: '30px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  signDone: {
    border: '1px solid transparent',
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground3,
  },
  body: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '8px', minWidth: 0 },
  title: { margin: 0, paddingTop: '4px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground3, fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly number: number;
  readonly title: string;
  readonly text: string;
  /** Shown in place of the instructions once the step is done; null while it is not. */
  readonly done: string | null;
  readonly children?: ReactNode;
}

export function StartStep({ number, title, text, done, children }: Props) {
  const styles = useStyles();
  return (
    <li className={styles.step}>
      <span aria-hidden="true" className={mergeClasses(styles.sign, done !== null && styles.signDone)}>
        {done === null ? number : <Icon name="done" size={20} />}
      </span>
      <div className={styles.body}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.text}>{text}</p>
        {children}
        <div role="status" className={styles.done}>
          {done}
        </div>
      </div>
    </li>
  );
}
