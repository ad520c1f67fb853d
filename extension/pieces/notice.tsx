/** One sentence with its sign: what went well, what to mind, what failed. Read out when it appears. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Icon, type IconName } from '../../ui/icons.tsx';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    gap: '8px',
    padding: '7px 9px',
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
    // In sight where the system sets the colours.
    border: '1px solid transparent',
    '> svg': { marginTop: '2px' },
  },
  done: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground3 },
  warning: { backgroundColor: tokens.colorStatusWarningBackground1, color: tokens.colorStatusWarningForeground3 },
  error: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground3 },
  info: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
});

export type NoticeKind = 'done' | 'warning' | 'error' | 'info';

const SIGNS: Readonly<Record<NoticeKind, IconName>> = {
  done: 'done',
  warning: 'warning',
  error: 'error',
  info: 'info',
};

export function Notice({ kind, children }: { readonly kind: NoticeKind; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.notice, styles[kind])} role={kind === 'error' ? 'alert' : 'status'}>
      <Icon name={SIGNS[kind]} />
      <span>{children}</span>
    </div>
  );
}
