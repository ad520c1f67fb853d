/** The fields for the name of the person who decides and of the person who appraises, the same everywhere. */

import { TextField } from '../../text-field.tsx';
import { usePane } from '../pane-context.ts';

const LABELS = {
  who: 'Người quyết định (họ tên, chức vụ)',
  appraiser: 'Người thẩm định (họ tên, chức vụ)',
} as const;

export function WhoField({ text = 'who' }: { readonly text?: keyof typeof LABELS }) {
  const { state, dispatch } = usePane();
  return (
    <TextField
      label={LABELS[text]}
      required
      value={state.texts[text]}
      onType={(value) => dispatch({ kind: 'typed', texts: { [text]: value } })}
    />
  );
}
