/** Placeholder for what does not exist yet: a sentence that says what is missing and what to do, and its button. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  empty: { padding: '20px 8px', textAlign: 'center', color: tokens.colorNeutralForeground2 },
});

export function Empty({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().empty}>{children}</div>;
}
