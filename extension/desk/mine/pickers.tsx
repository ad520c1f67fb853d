/** Fields side by side as far as there is room. */
import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  pickers: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '12px',
    // A list is otherwise as wide as its longest entry.
    '& *': { minWidth: 0 },
    '> *': { flex: '0 1 300px', minWidth: 'min(100%, 220px)' },
  },
});

export function Pickers({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().pickers}>{children}</div>;
}
